/**
 * Statement   all units from A
 * Rows        x[i] = 1 for every entry i of A (as a bound of its column, so that it leaves the search)
 * Algebra     A unit that passes the filter through several entries must be counted through one of them:
 *             x[i] + x[j] >= 1.
 */
import { entryAt, select, type Problem } from '../domain/problem.js';
import type { AllUnits } from '../domain/statement.js';
import { atLeastOf, every, sumOf, type Formula } from './formula.js';

/** The formula of `all units`. */
export function formulateAllUnits(problem: Problem, { filter }: AllUnits): Formula {
  const byUnit = new Map<string, number[]>();
  for (const index of select(problem, filter)) {
    const { identity } = entryAt(problem, index);
    byUnit.set(identity, [...(byUnit.get(identity) ?? []), index]);
  }
  return every([...byUnit.values()].map((entries) => atLeastOf(sumOf(entries), 1)));
}
