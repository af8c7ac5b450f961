import type { LinearProgram } from '../program/linear-program.js';

/** When to stop a search that is not done. */
export interface Limits {
  /** Wall time in milliseconds. */
  readonly milliseconds: number;
  /** Ends the search at once where it runs in a thread; nobody waits for its answer any more. */
  readonly stop?: AbortSignal;
  /** A point of the program to start from, for those who can make use of one; what they answer does not depend on it otherwise. */
  readonly start?: readonly number[];
}

/**
 * How a search ended. `point` is in whole numbers, one per column, and has been checked against every row and bound;
 * `value` is the objective at that point, computed in whole numbers. `bound` is a proved bound on the best value: at
 * most that far can `feasible` be off, null when the solver gives none. The limit `size` is a program, or a number in
 * it, too large for this solver. `failed` is a solver that broke its word: an answer that is no whole-numbered point,
 * that breaks a row, or no sense at all; a `contradiction` is two solvers denying what each other claims. `by` names the solver that answered, where one stands in front of several.
 */
export type SolverOutcome = { readonly by?: string } & (
  | { readonly status: 'optimal'; readonly point: readonly number[]; readonly value: number }
  | {
      readonly status: 'feasible';
      readonly point: readonly number[];
      readonly value: number;
      readonly bound: number | null;
      readonly limit: 'time';
    }
  | { readonly status: 'infeasible' }
  | { readonly status: 'unknown'; readonly limit: 'time' | 'size' }
  | { readonly status: 'failed'; readonly reason: string; readonly contradiction?: boolean }
);

/**
 * A backend for integer linear programs. It never throws for anything a valid program can cause; a program that breaks
 * what its type promises is a bug, and the promise is rejected with a RangeError.
 */
export interface Solver {
  readonly name: string;
  /** Solves one program within the limits; `value` is in the units of its objective. */
  readonly solve: (program: LinearProgram, limits: Limits) => Promise<SolverOutcome>;
}
