import { activityRange } from './activity.js';
import type { Column, LinearExpression, LinearProgram } from './linear-program.js';

/**
 * Throws a RangeError where a program breaks what its type promises: a number that is not whole, column bounds that
 * cross, a column that does not exist or occurs twice in an expression, a factor of 0, or sums that outgrow whole
 * numbers of double precision. Such a program is a bug of whoever built it. A row whose interval is empty is no bug:
 * it says that there is no solution.
 */
export function validate({ columns, rows, objective }: LinearProgram): void {
  columns.forEach((column, index) => validateColumn(column, index));
  validateExpression('the objective', objective, columns);
  rows.forEach(({ terms, interval }, index) => {
    validateExpression(`r${index}`, { terms, constant: 0 }, columns);
    for (const bound of [interval.min, interval.max]) if (bound !== null) expectWhole(bound, `a bound of r${index}`);
  });
}

function validateColumn({ lower, upper }: Column, index: number): void {
  expectWhole(lower, `the lower bound of x${index}`);
  expectWhole(upper, `the upper bound of x${index}`);
  if (lower > upper) throw new RangeError(`the bounds of x${index} cross: ${lower} to ${upper}`);
}

function validateExpression(name: string, expression: LinearExpression, columns: readonly Column[]): void {
  expectWhole(expression.constant, `the constant of ${name}`);
  const seen = new Set<number>();
  for (const { column, factor } of expression.terms) {
    expectWhole(factor, `the factor of x${column} in ${name}`);
    if (factor === 0) throw new RangeError(`x${column} has the factor 0 in ${name}`);
    if (columns[column] === undefined) throw new RangeError(`x${column} in ${name} is outside of the columns`);
    if (seen.has(column)) throw new RangeError(`x${column} occurs twice in ${name}`);
    seen.add(column);
  }
  const { least, greatest } = activityRange(expression, columns);
  expectWhole(least, `the least value of ${name}`);
  expectWhole(greatest, `the greatest value of ${name}`);
}

function expectWhole(value: number, what: string): void {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${what} is ${value}, which is no exact whole number`);
}
