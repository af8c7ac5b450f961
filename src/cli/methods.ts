import { createDiagramMethod, createDiagramStore, type DiagramStore } from '../methods/diagram-method.js';
import { createOracle, type Oracle } from '../methods/oracle.js';
import { firstThatSettles, type Method, type SearchLimits } from '../methods/method.js';
import { createProgramMethod } from '../methods/program-method.js';
import { createSolver } from '../solvers/create-solver.js';
import type { Solver } from '../solvers/solver.js';
import type { SearchOptions } from './request-options.js';
import { createSolverIsolation } from '../node/solver-isolation.js';

/** Who answers the questions of a command, and within which limits. */
export interface Methods {
  readonly solver: Solver;
  /** Integer programs, for commands that ask one question. */
  readonly byPrograms: Method;
  /** The diagram, and integer programs where it is too large, for commands that ask many. */
  readonly byDiagram: Method;
  /** Who has to agree with an answer by programs. */
  readonly confirmers: readonly Method[];
  /** Who has to agree with an answer by the diagram: nobody, unless asked for. */
  readonly secondOpinions: readonly Method[];
  readonly limits: SearchLimits;
  readonly store: DiagramStore;
  /** Says whether conditions can be met at all. */
  readonly oracle: Oracle;
}

/**
 * The nodes that a diagram may make for the sake of a confirmation, or of one of the many questions behind a conflict:
 * a fraction of a second. Larger rules are answered by the solver alone unless `--confirm` asks for another one.
 */
const CONFIRMATION_BUDGET = 2_000_000;

/** The methods that the options ask for. */
export function openMethods({ solver: name, timeLimit, confirm }: SearchOptions): Methods {
  const limits = { milliseconds: timeLimit * 1000 };
  const surroundings = { isolate: createSolverIsolation().isolate };
  const solver = createSolver(name, surroundings);
  const byPrograms = createProgramMethod(solver);
  const small = createDiagramMethod(createDiagramStore({ nodeBudget: CONFIRMATION_BUDGET, ...limits }));
  const second = createProgramMethod(createSolver(name === 'highs' ? 'javascript-lp-solver' : 'highs', surroundings));
  const secondOpinions = confirm === true ? [second] : [];
  const store = createDiagramStore(limits);
  return {
    solver,
    byPrograms,
    byDiagram: firstThatSettles(createDiagramMethod(store), byPrograms),
    confirmers: [small, ...secondOpinions],
    secondOpinions,
    limits,
    store,
    oracle: createOracle(firstThatSettles(small, byPrograms), limits),
  };
}
