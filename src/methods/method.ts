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
  | { readonly status: 'failed'; readonly reason: string }
);

/** A way to find the best pathway of a problem: integer programs with a solver behind them, or the diagram. */
export interface Method {
  readonly name: string;
  readonly best: (problem: Problem, objectives: readonly Objective[], deadline: Deadline) => Promise<Claim>;
}

/** A method that asks the first, and the next one where a method has settled nothing; the last word is the last one's. */
export function firstThatSettles(first: Method, ...others: readonly Method[]): Method {
  return {
    name: first.name,
    best: async (problem, objectives, deadline) => {
      let claim = await first.best(problem, objectives, deadline);
      for (const method of others) {
        if (claim.status === 'optimal' || claim.status === 'infeasible') return claim;
        claim = await method.best(problem, objectives, deadline);
      }
      return claim;
    },
  };
}
