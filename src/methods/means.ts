import { createSolver } from '../solvers/create-solver.js';
import type { Isolate } from '../solvers/hard-stop.js';
import type { Solver } from '../solvers/solver.js';
import type { SolverName } from '../solvers/solver-name.js';
import type { Deadline } from './deadline.js';
import { createDiagramMethod, createDiagramStore, type DiagramStore } from './diagram-method.js';
import { firstThatSettles, type Method } from './method.js';
import { createOracle, type Oracle } from './oracle.js';
import { createProgramMethod } from './program-method.js';

/** Who answers a question, who has to agree, and until when: all that a question needs besides its problem. */
export interface Means {
  /** Who answers. */
  readonly method: Method;
  /** Who has to come to the same result independently, where that is done within the time. */
  readonly confirmers: readonly Method[];
  /** The end of all work on the answer: searches, confirmations and the reasons of a conflict. */
  readonly deadline: Deadline;
  /** The diagrams of problems, each built once, as far as they are worth it for the question. */
  readonly store: DiagramStore;
  /** Who solves the programs that tell the first in table order among equally good pathways, where no diagram does. */
  readonly solver: Solver;
  /** Says whether conditions can be met at all. */
  readonly oracle: Oracle;
}

/** What it takes to find one best pathway. */
export type SearchMeans = Pick<Means, 'method' | 'confirmers' | 'deadline' | 'store' | 'solver'>;

/** The means for a question that needs one search, and for one that needs many of the same problem. */
export interface AllMeans {
  /** Integer programs answer, and the diagram confirms where it is small. */
  readonly forOne: Means;
  /** The diagram answers, and integer programs where it is too large. */
  readonly forMany: Means;
}

/** How means are to be made. */
export interface MeansOptions {
  readonly solver?: SolverName;
  /** Whether a second solver has to confirm answers as well. */
  readonly confirm?: boolean;
  readonly deadline: Deadline;
  /** Runs a solver where it can be killed, such as a thread; without it, all solvers run in place. */
  readonly isolate?: Isolate;
}

/**
 * The nodes that a diagram may make for the sake of a confirmation, or of one of the many questions behind a conflict:
 * a fraction of a second. Larger rules are answered by the solver alone unless a second one is asked for.
 */
const CONFIRMATION_BUDGET = 2_000_000;

/**
 * The means that the options ask for.
 *
 * @example
 * ```ts
 * import { createMeans, deadlineIn, DEFAULT_OBJECTIVES, findPathway, pose, valueOrThrow } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * const problem = valueOrThrow(pose(specification));
 * const { forOne } = createMeans({ solver: 'highs', deadline: deadlineIn(10_000) });
 * const answer = await findPathway(problem, DEFAULT_OBJECTIVES, forOne);
 * if (answer.status === 'optimal') console.log(answer.by, answer.confirmedBy); // highs [ 'decision diagram' ]
 * ```
 */
export function createMeans({ solver: name = 'auto', confirm = false, deadline, isolate }: MeansOptions): AllMeans {
  const surroundings = isolate === undefined ? {} : { isolate };
  const solver = createSolver(name, surroundings);
  const programs = createProgramMethod(solver);
  const smallStore = createDiagramStore({ nodeBudget: CONFIRMATION_BUDGET, deadline });
  const small = createDiagramMethod(smallStore);
  const second = createProgramMethod(createSolver(name === 'highs' ? 'javascript-lp-solver' : 'highs', surroundings));
  const secondOpinions = confirm ? [second] : [];
  const store = createDiagramStore({ deadline });
  const oracle = createOracle(firstThatSettles(small, programs), deadline);
  const shared = { deadline, solver, oracle };
  return {
    forOne: { ...shared, store: smallStore, method: programs, confirmers: [small, ...secondOpinions] },
    forMany: {
      ...shared,
      store,
      method: firstThatSettles(createDiagramMethod(store), programs),
      confirmers: secondOpinions,
    },
  };
}
