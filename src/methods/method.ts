import type { Objective } from '../domain/measure.js';
import type { Problem, Selection } from '../domain/problem.js';
import type { Deadline } from './deadline.js';

/** What stopped a search before it was done. */
export type StoppedBy = 'time' | 'size';

/**
 * What one method claims about a question: the best selection (proved, or the best found when a limit stopped the
 * proof), that no pathway exists, or nothing. `by` names who claims it. `bound` limits how far the first unproved
 * objective can be off; null when nothing is known. None of this has been through the evaluator yet.
 */
export type Claim = { readonly by: string } & (
  | { readonly status: 'optimal'; readonly selection: Selection }
  | {
      readonly status: 'feasible';
      readonly selection: Selection;
      readonly bound: number | null;
      readonly limit: StoppedBy;
    }
  | { readonly status: 'infeasible' }
  | { readonly status: 'unknown'; readonly limit: StoppedBy }
  /** It broke its word. A `contradiction` is two solvers denying what each other claims. */
  | { readonly status: 'failed'; readonly reason: string; readonly contradiction?: boolean }
);

/**
 * A way to find the best pathway of a problem: integer programs with a solver behind them, or the diagram. Pathways with
 * the same units as one of `excluded` do not count.
 */
export interface Method {
  readonly name: string;
  /** The best selection under objectives taken in order, and whether that is proved. */
  readonly best: (
    problem: Problem,
    objectives: readonly Objective[],
    deadline: Deadline,
    excluded?: readonly Selection[],
  ) => Promise<Claim>;
}

/**
 * A method that asks the first, and the next one where a method has settled nothing. Where none does, the last one that
 * has found a pathway has the last word, or else the last that came to a limit.
 *
 * @example
 * ```ts
 * import { createDiagramMethod, createDiagramStore, createProgramMethod, createSolver, deadlineIn, DEFAULT_OBJECTIVES, firstThatSettles, pose, valueOrThrow } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * const problem = valueOrThrow(pose(specification));
 * const small = createDiagramMethod(createDiagramStore({ nodeBudget: 10 }));
 * const method = firstThatSettles(small, createProgramMethod(createSolver('yalps')));
 * const { by, status } = await method.best(problem, DEFAULT_OBJECTIVES, deadlineIn(10_000));
 * console.log(by, status); // yalps optimal
 * ```
 */
export function firstThatSettles(first: Method, ...others: readonly Method[]): Method {
  return {
    name: first.name,
    best: async (problem, objectives, deadline, excluded) => {
      let claim = await first.best(problem, objectives, deadline, excluded);
      for (const method of others) {
        if (isProof(claim)) return claim;
        const next = await method.best(problem, objectives, deadline, excluded);
        if (isProof(next) || weightOf(next) >= weightOf(claim)) claim = next;
      }
      return claim;
    },
  };
}

function isProof({ status }: Claim): boolean {
  return status === 'optimal' || status === 'infeasible';
}

/** How much an unproved claim says. A contradiction hides behind nothing. */
function weightOf(claim: Claim): number {
  if (claim.status === 'failed') return claim.contradiction === true ? 3 : 0;
  return claim.status === 'unknown' ? 1 : 2;
}
