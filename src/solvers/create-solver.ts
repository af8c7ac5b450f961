import { createAutoSolver } from './auto.js';
import { withHardStop, type Isolate } from './hard-stop.js';
import { createHighsSolver } from './highs.js';
import { createJavascriptLpSolver } from './javascript-lp-solver.js';
import { createYalps } from './yalps.js';
import type { BackendName, SolverName } from './solver-name.js';
import type { Solver } from './solver.js';

/** What solvers may use of their surroundings. */
export interface SolverSurroundings {
  /** Where larger programs are solved so that they can be stopped; without it every program is solved in process. */
  readonly isolate?: Isolate;
}

/**
 * The solver of that name.
 *
 * @example
 * ```ts
 * import { compile, createSolver, parseMeasure, pose, valueOrThrow } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * const problem = valueOrThrow(pose(specification));
 * const measure = parseMeasure('glh', []);
 * const program = compile(problem, { sense: 'minimise', terms: [{ measure, factor: 1 }] });
 * const outcome = await createSolver('yalps').solve(program, { milliseconds: 1000 });
 * if (outcome.status === 'optimal') console.log(outcome.value); // 120
 * ```
 */
export function createSolver(name: SolverName, surroundings: SolverSurroundings = {}): Solver {
  if (name !== 'auto') return createNamedBackend(name, surroundings);
  return createAutoSolver({
    first: createNamedBackend('javascript-lp-solver', surroundings),
    second: createNamedBackend('highs', surroundings),
  });
}

function createNamedBackend(name: BackendName, { isolate }: SolverSurroundings): Solver {
  const backend = createBackendInProcess(name);
  return isolate === undefined ? backend : withHardStop(name, backend, isolate);
}

function createBackendInProcess(name: BackendName): Solver {
  switch (name) {
    case 'javascript-lp-solver':
      return createJavascriptLpSolver();
    case 'highs':
      return createHighsSolver();
    case 'yalps':
      return createYalps();
  }
}
