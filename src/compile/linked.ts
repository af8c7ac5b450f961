/**
 * Statement   all or none of units X, Y, Z
 * Rows        u[X] - u[Y] >= 0, u[Y] - u[Z] >= 0, u[Z] - u[X] >= 0
 * Algebra     u[X] is the sum over the entries of X, 0 or 1 as no unit counts twice. Going round the circle, each is
 *             at least the next, so all are equal.
 */
import { select, type Problem } from '../domain/problem.js';
import type { Linked } from '../domain/statement.js';
import { fromUnits } from '../domain/unit-filter.js';
import { add, atLeastOf, every, scale, sumOf, type Formula } from './formula.js';

/** The formula of linked units. */
export function formulateLinked(problem: Problem, { units }: Linked): Formula {
  const counted = units.map((unit) => sumOf(select(problem, fromUnits(unit))));
  const next = [...counted.slice(1), ...counted.slice(0, 1)];
  return every(
    counted.flatMap((unit, position) => {
      const following = next[position];
      return following === undefined ? [] : [atLeastOf(add(unit, scale(following, -1)), 0)];
    }),
  );
}
