import type { DeliveryMeans } from '../../delivery/means.js';
import { createSolver } from '../../solvers/create-solver.js';
import type { Isolate } from '../../solvers/hard-stop.js';
import { deadlineOf, meansFor } from '../means.js';
import type { SearchText } from '../question.js';
import type { DeliveryProgress } from './delivery-question.js';

/** What a search for a plan may be told besides who answers and for how long. */
export interface DeliverySearch extends SearchText {
  readonly seed?: number;
  readonly progress?: (progress: DeliveryProgress) => void;
}

/** The solver of plans, unless another is asked for: the first of `auto` is let alone with more than a few qualifications. */
const PLAN_SOLVER = 'highs';

/** The means that a question about plans asks for. */
export function deliveryMeans(question: DeliverySearch, isolate: Isolate | undefined): DeliveryMeans {
  const { solver = PLAN_SOLVER, seed = 1, progress } = question;
  const deadline = deadlineOf(question);
  const { forMany } = meansFor({ ...question, timeLimit: deadline }, isolate);
  const surroundings = isolate === undefined ? {} : { isolate };
  return {
    store: forMany.store,
    solver: createSolver(solver === 'auto' ? PLAN_SOLVER : solver, surroundings),
    split: true,
    method: forMany.method,
    deadline,
    seed,
    progress: (found, bound) => progress?.({ found, bound }),
  };
}
