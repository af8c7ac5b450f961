import { deadlineIn } from '../methods/deadline.js';
import { createMeans, type AllMeans } from '../methods/means.js';
import { createSolverIsolation } from '../node/solver-isolation.js';
import type { SearchOptions } from './request-options.js';

const MILLISECONDS_A_SECOND = 1000;

/** The means that the options ask for. The time of a command runs from when it was started. */
export function openMethods({ solver, timeLimit, confirm }: SearchOptions): AllMeans {
  return createMeans({
    solver,
    confirm: confirm === true,
    deadline: deadlineIn(timeLimit * MILLISECONDS_A_SECOND - performance.now()),
    isolate: createSolverIsolation().isolate,
  });
}
