import { formatSource, type Source } from '../domain/source.js';
import type { Statement } from '../domain/statement.js';
import { printStatement } from '../notation/print-statement.js';
import type { Conflict } from '../questions/conflict.js';
import type { Page } from './palette.js';
import { renderTable } from './table.js';
import { wrap } from './wrap.js';

/** The conflict of an unmet rule as the `conflict` field of JSON documents. */
export function conflictJson({ members, smallest }: Conflict): object {
  return {
    conflict: members.map(({ statement, nearest }) => ({
      statement: printStatement(statement),
      source: sourceJson(statement.source),
      nearest,
    })),
    smallest,
  };
}

function sourceJson(source: Source): object {
  return 'option' in source ? { option: source.option } : { ...source };
}

/** The conflict for people: which conditions cannot hold together, where each is written, and what would have to give. */
export function renderConflict({ members, smallest }: Conflict, page: Page): string {
  const intro = smallest
    ? 'These cannot hold together; leaving out any one of them would let the others be met:'
    : 'These cannot hold together (a limit kept the search from making the list shorter):';
  const files = new Set(members.flatMap(({ statement: { source } }) => ('option' in source ? [] : [source.file])));
  const [file] = files;
  const rows = members.map(({ statement, nearest }) => [
    printStatement(statement),
    files.size > 1 ? formatSource(statement.source) : shortSource(statement.source),
    nearest === null ? '-' : describeNearest(statement, nearest),
  ]);
  return [
    wrap(intro, page.width),
    '',
    renderTable(
      [
        { head: 'Statement', flexible: true },
        { head: 'Where', flexible: true },
        { head: 'Possible', align: 'right' },
      ],
      rows,
      page,
    ),
    '',
    ...(files.size === 1 && file !== undefined ? [wrap(`The lines are those of ${file}.`, page.width)] : []),
    wrap('"Possible" is the nearest figure at which a pathway exists, all else staying as it is.', page.width),
  ].join('\n');
}

/** The line alone, where one file is meant. */
function shortSource(source: Source): string {
  return 'option' in source ? source.option : `line ${source.line}`;
}

/** What a `needs` calls for is worded, and counted, as the statement within it. */
function describeNearest(statement: Statement, nearest: number): string {
  if (statement.kind === 'needs') return describeNearest(statement.requirement, nearest);
  return statement.kind === 'share' ? `${nearest}%` : String(nearest);
}
