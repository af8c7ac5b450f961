/**
 * Statement   at least 50% of credits from B or C are at level 2 or above
 * Rows        sum over the part of 100 v[i] x[i] - sum over the whole of 50 v[i] x[i] >= 0
 * Algebra     part / whole >= p / 100, multiplied out so that every factor is a whole number. A whole of nothing
 *             gives 0 >= 0, so it meets every share. The part is what passes both filters.
 *
 * Statement   more than 50% of credits from B are at level 2
 * Rows        sum over the part of 100 v[i] x[i] - sum over the whole of 50 v[i] x[i] >= 1, or sum over the whole <= 0
 * Algebra     Both sums are whole, so that more than 0 is at least 1. A whole of nothing gives 0 and meets it all the
 *             same, which is the alternative.
 */
import { select, type Problem } from '../domain/problem.js';
import type { Share } from '../domain/statement.js';
import { amountOf } from './amount.js';
import { add, atLeastOf, atMostOf, every, expression, scale, some, type Formula } from './formula.js';

const WHOLE = 100;

/** The formula of a share. */
export function formulateShare(problem: Problem, { quantity, whole, part, percent }: Share<number>): Formula {
  const all = amountOf(problem, quantity, whole);
  const passing = new Set(select(problem, part));
  const inside = expression(
    new Map(all.terms.filter(({ column }) => passing.has(column)).map(({ column, factor }) => [column, factor])),
  );
  const surplus = (share: number) => add(scale(inside, WHOLE), scale(all, -share));
  const strict = percent.strict === true;
  const least = (share: number): Formula => atLeastOf(surplus(share), strict ? 1 : 0);
  const most = (share: number): Formula => atMostOf(surplus(share), strict ? -1 : 0);
  const bounds = every([
    ...(percent.min === null ? [] : [least(percent.min)]),
    ...(percent.max === null ? [] : [most(percent.max)]),
  ]);
  return strict ? some([atMostOf(all, 0), bounds]) : bounds;
}
