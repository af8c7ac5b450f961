import { formatSource, type Source } from '../../domain/source.js';
import type { Statement } from '../../domain/statement.js';
import { printStatement } from '../../notation/print-statement.js';
import type { Conflict } from '../../questions/conflict.js';
import { aside, line, table, type SheetPart } from '../sheet.js';

const SMALLEST = 'These cannot hold together; leaving out any one of them would let the others be met:';
const NOT_SMALLEST = 'These cannot hold together (a limit kept the search from making the list shorter):';
const NOT_FOUND = 'A limit stopped the search before it was known which conditions cannot hold together.';
const POSSIBLE = '"Possible" is the nearest figure at which a pathway exists, all else staying as it is.';

/** Which conditions cannot hold together, where each is written, and what would have to give. */
export function conflictParts({ members, smallest }: Conflict): readonly SheetPart[] {
  if (members.length === 0) return [line(NOT_FOUND, 'caution')];
  const files = new Set(members.flatMap(({ statement: { source } }) => ('option' in source ? [] : [source.file])));
  const [file] = files;
  return [
    line(smallest ? SMALLEST : NOT_SMALLEST),
    table(
      [
        { head: 'Statement', flexible: true },
        { head: 'Where', flexible: true },
        { head: 'Possible', align: 'right' },
      ],
      members.map(({ statement, nearest }) => [
        printStatement(statement),
        files.size > 1 ? formatSource(statement.source) : shortSource(statement.source),
        nearest === null ? '-' : nearestWords(statement, nearest),
      ]),
    ),
    aside(...(files.size === 1 && file !== undefined ? [`The lines are those of ${file}.`] : []), POSSIBLE),
  ];
}

/** The line alone, where one file is meant. */
function shortSource(source: Source): string {
  return 'option' in source ? source.option : `line ${source.line}`;
}

/** What a `needs` calls for is worded, and counted, as the statement within it. */
function nearestWords(statement: Statement, nearest: number): string {
  if (statement.kind === 'needs') return nearestWords(statement.requirement, nearest);
  return statement.kind === 'share' ? `${nearest}%` : String(nearest);
}
