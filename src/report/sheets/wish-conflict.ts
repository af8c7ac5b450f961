import { formatSource } from '../../domain/source.js';
import type { WishDocument } from '../documents/deliver.js';
import { aside, line, table, type Cell, type SheetPart } from '../sheet.js';

/** What cannot be kept together, with the nearest figures at which it could. */
export function wishConflictParts(conflict: readonly WishDocument[], smallest: boolean): readonly SheetPart[] {
  const words = smallest
    ? 'These wishes cannot be kept together; leaving out any one of them would let the others be kept:'
    : 'These wishes cannot be kept together (a limit kept the search from making the list shorter):';
  return [
    line(words),
    table(
      [
        { head: 'Wish', flexible: true },
        { head: 'Where', flexible: true },
        { head: 'Possible', align: 'right' },
      ],
      conflict.map(({ statement, source, nearest }): Cell[] => [statement, formatSource(source), nearest ?? '-']),
    ),
    aside('"Possible" is the nearest figure at which there is a plan, all else staying as it is.'),
  ];
}
