import type { LinearProgram } from '../program/linear-program.js';
import { validate } from '../program/validate.js';
import type { BackendName } from './solver-name.js';
import type { Limits, Solver, SolverOutcome } from './solver.js';

/**
 * Runs a backend where it can be killed, such as a worker thread. It answers within the limits and a small grace
 * whatever the backend does: one that has to be killed comes out as `unknown` with the limit `time`, one that dies as
 * `failed`. Programs and outcomes are plain data that a structured clone carries over.
 */
export type Isolate = (backend: BackendName, program: LinearProgram, limits: Limits) => Promise<SolverOutcome>;

/** Programs of at most this many columns times rows run in process: see docs/decisions/0003. */
export const LARGEST_IN_PROCESS = 10_000;

/**
 * A backend of which larger programs go to `isolate`. Backends keep their limits by themselves as far as they can; this
 * is for the step that does not end.
 */
export function withHardStop(name: BackendName, inProcess: Solver, isolate: Isolate): Solver {
  return {
    name,
    solve: async (program, limits) => {
      if (isSmall(program)) return inProcess.solve(program, limits);
      validate(program);
      return isolate(name, program, limits);
    },
  };
}

function isSmall({ columns, rows }: LinearProgram): boolean {
  return columns.length * rows.length <= LARGEST_IN_PROCESS;
}
