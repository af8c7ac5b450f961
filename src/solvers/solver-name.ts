/** The solvers that solve by themselves. */
export const BACKEND_NAMES = ['javascript-lp-solver', 'highs', 'yalps'] as const;

/** A solver that solves by itself. */
export type BackendName = (typeof BACKEND_NAMES)[number];

/** Everything that can be asked for by name: `auto` is the first backend, and the second where the first gives up. */
export const SOLVER_NAMES = ['auto', ...BACKEND_NAMES] as const;

/** The name of a solver. */
export type SolverName = (typeof SOLVER_NAMES)[number];

/** Whether a text names a solver. */
export function isSolverName(text: string): text is SolverName {
  return SOLVER_NAMES.some((name) => name === text);
}
