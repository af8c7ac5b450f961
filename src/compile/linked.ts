/**
 * Statement   all or none of units X, Y, Z
 * Rows        u[X] - u[Y] >= 0, u[Y] - u[Z] >= 0, u[Z] - u[X] >= 0
 * Algebra     u[X] is the sum over the entries of X, 0 or 1 as no unit counts twice. Going round the circle, each is
 *             at least the next, so all are equal. Two references of one unit are one u.
 */
import { piecesOf, type Problem } from '../domain/problem.js';
import type { Linked } from '../domain/statement.js';
import { add, atLeastOf, every, scale, sumOf, type Formula } from './formula.js';

/** The formula of linked units. */
export function formulateLinked(problem: Problem, { units }: Linked): Formula {
  const counted = [...piecesOf(problem, units)].map((piece) => {
    const entries = problem.entries.filter(({ identity }) => identity === piece);
    return sumOf(entries.map(({ index }) => index));
  });
  const next = [...counted.slice(1), ...counted.slice(0, 1)];
  return every(
    counted.flatMap((unit, position) => {
      const following = next[position];
      return following === undefined ? [] : [atLeastOf(add(unit, scale(following, -1)), 0)];
    }),
  );
}
