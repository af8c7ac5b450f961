import { compile, selectionOf, type Goal, type Hold } from '../compile/compile.js';
import { exactly } from '../domain/interval.js';
import type { Objective } from '../domain/measure.js';
import type { Problem, Selection } from '../domain/problem.js';
import { wholeMeasure } from '../domain/totals.js';
import { asWritten } from '../domain/weight.js';
import type { Solver, SolverOutcome } from '../solvers/solver.js';
import { boundOnFirst, goalsOf } from './goals.js';
import type { Deadline } from './deadline.js';
import type { Claim, Method } from './method.js';

/**
 * The method that compiles a question to integer programs and has a solver answer them, one goal after the other.
 *
 * @example
 * ```ts
 * import { createProgramMethod, createSolver, deadlineIn, DEFAULT_OBJECTIVES, pose, valueOrThrow } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * const problem = valueOrThrow(pose(specification));
 * const method = createProgramMethod(createSolver('javascript-lp-solver'));
 * const claim = await method.best(problem, DEFAULT_OBJECTIVES, deadlineIn(1000));
 * console.log(claim.by, claim.status); // javascript-lp-solver optimal
 * ```
 */
export function createProgramMethod(solver: Solver): Method {
  return {
    name: solver.name,
    best: (problem, objectives, deadline, excluded) => bestByProgram(solver, problem, objectives, deadline, excluded),
  };
}

async function bestByProgram(
  solver: Solver,
  problem: Problem,
  objectives: readonly Objective[],
  deadline: Deadline,
  excluded: readonly Selection[] = [],
): Promise<Claim> {
  const goals = goalsOf(problem, objectives);
  const holds: Hold[] = [];
  let selection: Selection | null = null;
  let by = solver.name;
  for (const goal of goals.length === 0 ? [ANY_PATHWAY] : goals) {
    if (deadline.passed()) return cutShort(problem, goal, OUT_OF_TIME, selection, by);
    const program = compile(problem, goal, { holds, excluded });
    const outcome = await solver.solve(program, { milliseconds: Math.max(1, deadline.remaining()) });
    by = outcome.by ?? solver.name;
    if (outcome.status !== 'optimal') return cutShort(problem, goal, outcome, selection, by);
    selection = selectionOf(problem, outcome.point);
    holds.push(...keep(problem, goal, selection));
  }
  if (selection === null) throw new Error('there is always a goal');
  return { by, status: 'optimal', selection };
}

const OUT_OF_TIME = { status: 'unknown', limit: 'time' } as const;

const ANY_PATHWAY: Goal = { sense: 'minimise', terms: [] };

/** Holds under which each measure of a goal stays at the value that the selection has reached. */
export function keep(problem: Problem, goal: Goal, selection: Selection): Hold[] {
  return goal.terms.map(({ measure }) => ({
    measure,
    interval: exactly(wholeMeasure(problem, selection, measure)),
  }));
}

/** What a bound on a goal says of its first measure, as the tables would write it; null when it has none. */
function toldBound(problem: Problem, goal: Goal, bound: number): number | null {
  const [first] = goal.terms;
  return first === undefined ? null : asWritten(problem, first.measure.quantity, boundOnFirst(goal, bound));
}

/** The claim when a goal was not solved to its end; `earlier` is the best selection under the goals before it. */
function cutShort(
  problem: Problem,
  goal: Goal,
  outcome: Exclude<SolverOutcome, { status: 'optimal' }>,
  earlier: Selection | null,
  by: string,
): Claim {
  if (outcome.status === 'feasible') {
    const bound = outcome.bound === null ? null : toldBound(problem, goal, outcome.bound);
    return { by, status: 'feasible', selection: selectionOf(problem, outcome.point), bound, limit: outcome.limit };
  }
  if (outcome.status === 'failed') {
    return { by, status: 'failed', reason: outcome.reason, contradiction: outcome.contradiction === true };
  }
  if (outcome.status === 'unknown') {
    if (earlier === null) return { by, status: 'unknown', limit: outcome.limit };
    return { by, status: 'feasible', selection: earlier, bound: null, limit: outcome.limit };
  }
  if (earlier === null) return { by, status: 'infeasible' };
  return { by, status: 'failed', reason: 'a goal has no solution although an earlier one had' };
}
