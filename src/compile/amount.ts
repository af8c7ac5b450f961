/**
 * Statement   between 6 and 9 credits from B or C
 * Rows        sum of v[i] x[i] over the entries that the filter passes >= 6, and <= 9
 * Algebra     v[i] is what entry i contributes: its credit, its hours, a column's figure, or 1 for units. A cap on
 *             prior learning is the same sum over the achieved entries only. Decimals are counted in tenths, hundredths
 *             or thousandths, the bounds with them, so that every figure is a whole number; `more than 6` is then the
 *             next whole number.
 */
import { entryAt, select, type Problem } from '../domain/problem.js';
import type { Quantity } from '../domain/quantity.js';
import type { Amount } from '../domain/statement.js';
import type { UnitFilter } from '../domain/unit-filter.js';
import { boundsOf, weightOf } from '../domain/weight.js';
import type { LinearExpression } from '../program/linear-program.js';
import { expression, within, type Formula } from './formula.js';

/** The formula of an amount. */
export function formulateAmount(problem: Problem, { quantity, filter, interval }: Amount<number>): Formula {
  return within(amountOf(problem, quantity, filter), boundsOf(problem, quantity, interval));
}

/** What the counted entries that pass the filter amount to, as an expression over the entries. */
export function amountOf(problem: Problem, quantity: Quantity, filter: UnitFilter): LinearExpression {
  const factors = new Map<number, number>();
  for (const index of select(problem, filter)) {
    factors.set(index, weightOf(problem, entryAt(problem, index), quantity));
  }
  return expression(factors);
}
