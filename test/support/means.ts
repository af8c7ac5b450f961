import { NO_DEADLINE } from '../../src/methods/deadline.js';
import { createDiagramMethod, createDiagramStore } from '../../src/methods/diagram-method.js';
import type { Means } from '../../src/methods/means.js';
import { createOracle } from '../../src/methods/oracle.js';
import { createProgramMethod } from '../../src/methods/program-method.js';
import { createSolver } from '../../src/solvers/create-solver.js';

const solver = createSolver('auto');
const byPrograms = createProgramMethod(solver);

/** Means without a deadline in which the diagram answers everything. */
export function diagramMeans(): Means {
  const store = createDiagramStore();
  const method = createDiagramMethod(store);
  return { method, confirmers: [], deadline: NO_DEADLINE, store, solver, oracle: createOracle(method, NO_DEADLINE) };
}

/** Means without a deadline in which no diagram is small enough, so that integer programs answer everything. */
export function programMeans(): Means {
  const store = createDiagramStore({ nodeBudget: 0 });
  const oracle = createOracle(byPrograms, NO_DEADLINE);
  return { method: byPrograms, confirmers: [], deadline: NO_DEADLINE, store, solver, oracle };
}
