import type { Deadline } from '../methods/deadline.js';
import type { LinearProgram } from '../program/linear-program.js';
import type { Solver, SolverOutcome } from '../solvers/solver.js';

/** How often, in milliseconds, it is looked at whether a deadline has come before its time. */
const INTERVAL = 40;

/** A solver ends by itself about when it is asked to; a deadline that is sooner than that by more than this came early. */
const EARLY = 150;

/**
 * Solves until a deadline. One that comes early, as by an interrupt or because somebody else was first, has the solver
 * ended at once where it runs in a thread; at its time the solver ends by itself, with the best point it has.
 */
export async function solveUntil(
  solver: Solver,
  program: LinearProgram,
  deadline: Deadline,
  start?: readonly number[],
): Promise<SolverOutcome> {
  const milliseconds = Math.max(1, deadline.remaining());
  const end = performance.now() + milliseconds;
  const stop = new AbortController();
  const timer = setInterval(() => {
    if (deadline.passed() && performance.now() < end - EARLY) stop.abort();
  }, INTERVAL);
  try {
    return await solver.solve(program, { milliseconds, stop: stop.signal, ...(start === undefined ? {} : { start }) });
  } finally {
    clearInterval(timer);
  }
}
