import { countedBy } from '../../domain/fold.js';
import { error, type Issue } from '../../domain/issue.js';
import { parseWholeNumber } from '../../domain/quantity.js';
import type { Statement, Threshold } from '../../domain/statement.js';
import type { UnitRow } from '../../domain/unit.js';
import { quote } from '../text/quote.js';

/** Further columns that statements count, each once. */
export function countedColumns(statements: readonly Statement<Threshold>[]): readonly string[] {
  const quantities = statements.flatMap(countedBy).map(({ quantity }) => quantity);
  return [...new Set(quantities.flatMap((it) => (typeof it === 'object' ? [it.column] : [])))];
}

/** An issue for each unit whose cell in a counted column holds anything but a whole number; an empty cell counts as 0. */
export function checkColumn(rows: readonly UnitRow<unknown>[], column: string): Issue[] {
  return rows.flatMap((row) => {
    const text = row.columns.get(column) ?? '';
    if (text === '' || parseWholeNumber(text) !== null) return [];
    const message = `The ${column} of ${row.ref} is ${quote(text)}; a column that is counted holds whole numbers from 0 up.`;
    return [error('not-a-number', message, row.place)];
  });
}
