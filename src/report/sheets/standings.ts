import type { Standing } from '../../evaluate/standing.js';
import { printCombinationWord, printStatement } from '../../notation/print-statement.js';
import { table, toned, type Cell, type SheetPart } from '../sheet.js';

const INDENT = '  ';

/** The statements line by line: whether each holds, its words, and the value counted. */
export function standingsTable(standings: readonly Standing[]): SheetPart {
  return table(
    [{ head: 'Holds' }, { head: 'Statement', flexible: true }, { head: 'Counted', align: 'right' }],
    standings.flatMap((standing) => rowsOf(standing, '')),
  );
}

function rowsOf(standing: Standing, indent: string): Cell[][] {
  const { statement, parts } = standing;
  const mark = standing.holds ? toned('yes', 'good') : toned('no', 'bad');
  const words =
    statement.kind === 'combination'
      ? printCombinationWord(statement.interval, parts.length)
      : printStatement(statement);
  const below = statement.kind === 'combination' ? parts.flatMap((part) => rowsOf(part, `${indent}${INDENT}`)) : [];
  return [[mark, `${indent}${words}`, countedCell(standing)], ...below];
}

/** What a statement counts; see {@link countedValue}. */
export function countedCell({ statement, value }: Standing): Cell {
  return countedValue(value, statement.kind === 'share');
}

/** What was counted: a share in per cent with one place, anything else as it is; a dash where nothing is. */
export function countedValue(value: number | null, isShare: boolean): Cell {
  if (value === null) return '-';
  return isShare ? `${Math.round(value * 10) / 10}%` : value;
}
