import type { Problem } from '../domain/problem.js';
import type { Statement } from '../domain/statement.js';
import type { Deadline } from './deadline.js';
import type { Method } from './method.js';

/** Whether conditions can be met together: yes, no, or not settled within the limits. */
export type Possibility = 'possible' | 'impossible' | 'unsettled';

/** Asks whether some selection of the problem's units meets `conditions` in place of the problem's own. */
export type Oracle = (problem: Problem, conditions: readonly Statement[]) => Promise<Possibility>;

/**
 * The oracle that has a method search for any pathway at all. Once the deadline has passed, every further
 * question is left unsettled, as is one where the method fails.
 *
 * @example
 * ```ts
 * import { createDiagramMethod, createDiagramStore, createOracle, deadlineIn, pose, valueOrThrow } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * const problem = valueOrThrow(pose(specification));
 * const oracle = createOracle(createDiagramMethod(createDiagramStore()), deadlineIn(1000));
 * console.log(await oracle(problem, problem.conditions)); // possible
 * ```
 */
export function createOracle(method: Method, deadline: Deadline): Oracle {
  return async (problem, conditions) => {
    if (deadline.passed()) return 'unsettled';
    const { status } = await method.best({ ...problem, conditions }, [], deadline);
    if (status === 'optimal' || status === 'feasible') return 'possible';
    return status === 'infeasible' ? 'impossible' : 'unsettled';
  };
}
