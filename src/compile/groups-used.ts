/**
 * Statement   at least 2 of groups B, C, D
 * Rows        sum of x over B - z[B] >= 0 (and so on), z[B] + z[C] + z[D] >= 2
 * Algebra     z[B] may be 1 only when a unit of B is counted. For `at most` the opposite: z[B] may be 1 only when
 *             none is, and enough groups must be unused.
 */
import { overWhole } from '../domain/interval.js';
import { select, type Problem } from '../domain/problem.js';
import type { GroupsUsed } from '../domain/statement.js';
import { fromGroups } from '../domain/unit-filter.js';
import { atLeastOf, countWithin, sumOf, type Formula } from './formula.js';

/** The formula of a number of groups used. */
export function formulateGroupsUsed(problem: Problem, { groups, interval }: GroupsUsed<number>): Formula {
  const used = groups.map((group) => atLeastOf(sumOf(select(problem, fromGroups(group))), 1));
  return countWithin(used, overWhole(interval));
}
