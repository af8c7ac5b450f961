import type { Problem } from '../domain/problem.js';
import type { Statement } from '../domain/statement.js';
import type { Method, SearchLimits } from './method.js';

/** Whether conditions can be met together: yes, no, or not settled within the limits. */
export type Possibility = 'possible' | 'impossible' | 'unsettled';

/** Asks whether some selection of the problem's units meets `conditions` in place of the problem's own. */
export type Oracle = (problem: Problem, conditions: readonly Statement[]) => Promise<Possibility>;

/** The oracle that has a method search for any pathway at all. A method that fails leaves the question unsettled. */
export function createOracle(method: Method, limits: SearchLimits): Oracle {
  return async (problem, conditions) => {
    const { status } = await method.best({ ...problem, conditions }, [], limits);
    if (status === 'optimal' || status === 'feasible') return 'possible';
    return status === 'infeasible' ? 'impossible' : 'unsettled';
  };
}
