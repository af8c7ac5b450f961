import type { Problem } from '../domain/problem.js';
import type { Statement } from '../domain/statement.js';
import type { Method, SearchLimits } from './method.js';

/** Whether conditions can be met together: yes, no, or not settled within the limits. */
export type Possibility = 'possible' | 'impossible' | 'unsettled';

/** Asks whether some selection of the problem's units meets `conditions` in place of the problem's own. */
export type Oracle = (problem: Problem, conditions: readonly Statement[]) => Promise<Possibility>;

/**
 * The oracle that has a method search for any pathway at all. The limits hold for all of its questions together, from
 * the first one on: once they are used up, every further question is left unsettled, as is one where the method fails.
 */
export function createOracle(method: Method, limits: SearchLimits): Oracle {
  let deadline: number | null = null;
  return async (problem, conditions) => {
    deadline ??= performance.now() + limits.milliseconds;
    const milliseconds = deadline - performance.now();
    if (milliseconds <= 0) return 'unsettled';
    const { status } = await method.best({ ...problem, conditions }, [], { milliseconds });
    if (status === 'optimal' || status === 'feasible') return 'possible';
    return status === 'infeasible' ? 'impossible' : 'unsettled';
  };
}
