import type { Standing } from '../evaluate/standing.js';
import { printCombinationWord, printStatement } from '../notation/print-statement.js';
import type { Page } from './palette.js';
import { renderTable } from './table.js';

const INDENT = '  ';

/** The statements line by line: whether each holds, its words, and the value counted. */
export function renderStandings(standings: readonly Standing[], page: Page): string {
  const rows = standings.flatMap((standing) => rowsOf(standing, '', page));
  return renderTable(
    [{ head: 'Holds' }, { head: 'Statement', flexible: true }, { head: 'Counted', align: 'right' }],
    rows,
    page,
  );
}

function rowsOf(standing: Standing, indent: string, page: Page): string[][] {
  const { palette } = page;
  const mark = standing.holds ? palette.good('yes') : palette.bad('no');
  const value = standing.value === null ? '-' : formatValue(standing);
  if (standing.statement.kind !== 'combination') {
    return [[mark, `${indent}${printStatement(standing.statement)}`, value]];
  }
  const word = printCombinationWord(standing.statement.interval, standing.parts.length);
  return [
    [mark, `${indent}${word}`, value],
    ...standing.parts.flatMap((part) => rowsOf(part, `${indent}${INDENT}`, page)),
  ];
}

function formatValue({ statement, value }: Standing): string {
  if (value === null) return '-';
  return statement.kind === 'share' ? `${Math.round(value * 10) / 10}%` : String(value);
}
