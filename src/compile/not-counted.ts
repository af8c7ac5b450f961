/**
 * Statement   units from ADD do not count
 * Rows        x[i] = 0 for every entry i of ADD (as a bound of its column)
 * Algebra     A selection is what is counted, so a unit that does not count is in none.
 */
import { select, type Problem } from '../domain/problem.js';
import type { NotCounted } from '../domain/statement.js';
import { atMostOf, every, sumOf, type Formula } from './formula.js';

/** The formula of units that do not count. */
export function formulateNotCounted(problem: Problem, { filter }: NotCounted): Formula {
  return every(select(problem, filter).map((index) => atMostOf(sumOf([index]), 0)));
}
