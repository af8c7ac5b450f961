import { error, type Issue } from './issue.js';
import { quantitiesIn } from './needed.js';
import { isNoFigure } from './quantity.js';
import { quote } from './quote.js';
import type { Statement, Threshold } from './statement.js';
import type { Figure, UnitRow } from './unit.js';

/** Further columns that statements count, each once. */
export function countedColumns(statements: readonly Statement<Threshold>[]): readonly string[] {
  return quantitiesIn(statements).flatMap((it) => (typeof it === 'object' ? [it.column] : []));
}

/** An error for each cell of a counted column that holds anything but a number; an empty one is an open value. */
export function checkCounted(rows: readonly UnitRow<Figure>[], column: string): Issue[] {
  return rows.flatMap((row) => {
    const figure = row.figures.get(column);
    if (figure === undefined) {
      return [error('not-a-number', `The unit ${row.ref} has no ${column}, which is counted.`, row.place)];
    }
    if (!isNoFigure(figure)) return [];
    const message = `The ${column} of ${row.ref} is ${quote(figure.text)}; a column that is counted holds numbers from 0 up, of up to three places.`;
    return [error('not-a-number', message, figure.place)];
  });
}
