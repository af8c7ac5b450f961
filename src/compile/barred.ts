/**
 * Statement   at most one of units X, Y
 * Rows        x[X] + x[Y] <= 1
 * Algebra     The sum runs over every entry of the named units; that no unit counts twice is a row of its own.
 */
import { select, type Problem } from '../domain/problem.js';
import type { Barred } from '../domain/statement.js';
import { fromUnits } from '../domain/unit-filter.js';
import { atMostOf, sumOf, type Formula } from './formula.js';

/** The formula of barred units. */
export function formulateBarred(problem: Problem, { units }: Barred): Formula {
  return atMostOf(sumOf(select(problem, fromUnits(...units))), 1);
}
