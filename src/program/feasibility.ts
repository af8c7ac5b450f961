import { contains, type Interval } from '../domain/interval.js';
import { itemAt } from './item-at.js';
import type { Column, LinearExpression, LinearProgram } from './linear-program.js';

/** One thing that a point breaks: a value that is no whole number, a column's bounds, or a row's interval. */
export type Violation =
  | { readonly kind: 'fraction'; readonly column: number; readonly value: number }
  | { readonly kind: 'bounds'; readonly column: number; readonly value: number; readonly bounds: Column }
  | { readonly kind: 'row'; readonly row: number; readonly value: number; readonly interval: Interval };

/** The value of an expression at a point, which holds one whole number a column. */
export function valueAt({ terms, constant }: LinearExpression, point: readonly number[]): number {
  return terms.reduce((sum, { column, factor }) => sum + factor * itemAt(point, column), constant);
}

/**
 * Everything a point breaks, compared exactly; an empty list means that the point solves the program. Rows are looked
 * at only where every value is a whole number. A point of the wrong length is a bug and throws a RangeError.
 */
export function findViolations(program: LinearProgram, point: readonly number[]): readonly Violation[] {
  const { columns } = program;
  if (point.length !== columns.length) throw new RangeError(`${point.length} values for ${columns.length} columns`);
  const fractions = point.flatMap((value, column): Violation[] =>
    Number.isSafeInteger(value) ? [] : [{ kind: 'fraction', column, value }],
  );
  return fractions.length > 0 ? fractions : [...findBrokenBounds(columns, point), ...findBrokenRows(program, point)];
}

function findBrokenBounds(columns: readonly Column[], point: readonly number[]): Violation[] {
  return columns.flatMap((bounds, column): Violation[] => {
    const value = itemAt(point, column);
    return value < bounds.lower || value > bounds.upper ? [{ kind: 'bounds', column, value, bounds }] : [];
  });
}

function findBrokenRows({ rows }: LinearProgram, point: readonly number[]): Violation[] {
  return rows.flatMap(({ terms, interval }, row): Violation[] => {
    const value = valueAt({ terms, constant: 0 }, point);
    return contains(interval, value) ? [] : [{ kind: 'row', row, value, interval }];
  });
}

/** A violation in words, with columns and rows by their opaque names. */
export function describeViolation(violation: Violation): string {
  switch (violation.kind) {
    case 'fraction':
      return `x${violation.column} = ${violation.value} is no whole number`;
    case 'bounds':
      return `x${violation.column} = ${violation.value} is not in ${violation.bounds.lower} to ${violation.bounds.upper}`;
    case 'row':
      return `r${violation.row} = ${violation.value} is not in ${violation.interval.min ?? '-inf'} to ${violation.interval.max ?? 'inf'}`;
  }
}
