/**
 * Statement   any unit from C needs at least 2 units from B
 * Rows        x[i] + z <= 1 for every i of C, and sum of x over B >= 2 (1 - z)
 * Algebra     Either none of the dependants is counted, which z says, or the requirement holds. With one dependant
 *             no z is needed: 1 - x[i] takes its place, and `unit X needs unit Z` becomes x[Z] - x[X] >= 0.
 */
import { select, type Problem } from '../domain/problem.js';
import type { Needs } from '../domain/statement.js';
import { atMostOf, every, some, sumOf, type Formula } from './formula.js';

/** The formula of a dependency; `requirement` is the formula of what is called for. */
export function formulateNeeds(problem: Problem, { dependants }: Needs<number>, requirement: Formula): Formula {
  const callers = select(problem, dependants).map((index) => atMostOf(sumOf([index]), 0));
  return isLiteral(requirement)
    ? every(callers.map((absent) => some([absent, requirement])))
    : some([every(callers), requirement]);
}

/** Whether the formula speaks of one entry alone, so that each dependant can be tied to it directly. */
function isLiteral(formula: Formula): boolean {
  return formula.kind === 'non-negative' && formula.expression.terms.length === 1;
}
