import type { Deadline } from '../methods/deadline.js';
import type { DiagramStore } from '../methods/diagram-method.js';
import type { Method } from '../methods/method.js';
import type { Solver } from '../solvers/solver.js';

/** Who finds plans, and until when. */
export interface DeliveryMeans {
  /** The diagrams of takers' problems. */
  readonly store: DiagramStore;
  /** Who solves the integer programs; null leaves that road out. */
  readonly solver: Solver | null;
  /** Whether the split of hours is gone. */
  readonly split: boolean;
  /** Who places a taker's pathway inside a plan where there is no diagram. */
  readonly method: Method;
  readonly deadline: Deadline;
  /** Where the search begins; the same seed finds the same plans. */
  readonly seed: number;
  /** Hears how far the search has come: the best value and the bound under the goal at hand, as they are told. */
  readonly progress: (found: number | null, bound: number | null) => void;
}
