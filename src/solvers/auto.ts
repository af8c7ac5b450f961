import type { LinearProgram } from '../program/linear-program.js';
import type { Solver, SolverOutcome } from './solver.js';

/**
 * How long the first solver is let alone, in milliseconds: about what the second costs to load and warm up, so that
 * trying the first never doubles the time by much.
 */
const PATIENCE = 250;

/** Which solvers stand behind `auto`. */
export interface AutoOptions {
  readonly first: Solver;
  readonly second: Solver;
  /** How long the first may take, in milliseconds, where the limits leave that much: it never gets more than half. */
  readonly patience?: number;
}

/**
 * A solver that asks the first and, when that has not proved anything in its share of the time or has failed, the
 * second for the rest of the time. Should the second fail, the first gets the rest. A point that one has found
 * is checked against what the other claims: a contradiction is `failed`.
 */
export function createAutoSolver({ first, second, patience = PATIENCE }: AutoOptions): Solver {
  return {
    name: 'auto',
    solve: async (program, { milliseconds }) => {
      const deadline = performance.now() + milliseconds;
      const one = await first.solve(program, { milliseconds: Math.min(patience, milliseconds / 2) });
      if (isProved(one)) return named(first, one);
      const two = await second.solve(program, { milliseconds: remaining(deadline) });
      if (two.status !== 'failed') return reconcile(program, named(first, one), named(second, two));
      if (one.status === 'failed') return bothFailed(first, one.reason, second, two.reason);
      return named(first, await first.solve(program, { milliseconds: remaining(deadline) }));
    },
  };
}

function isProved({ status }: SolverOutcome): boolean {
  return status === 'optimal' || status === 'infeasible';
}

/** Whole milliseconds until the deadline, at least 1: a solver can always be asked. */
function remaining(deadline: number): number {
  return Math.max(1, Math.floor(deadline - performance.now()));
}

function named(solver: Solver, outcome: SolverOutcome): SolverOutcome {
  return { by: solver.name, ...outcome };
}

function bothFailed(first: Solver, oneReason: string, second: Solver, twoReason: string): SolverOutcome {
  return { status: 'failed', reason: `${first.name}: ${oneReason}; ${second.name}: ${twoReason}` };
}

/** The second answer, unless the first has a point that beats it; a claim that denies such a point is a contradiction. */
function reconcile({ sense }: LinearProgram, one: SolverOutcome, two: SolverOutcome): SolverOutcome {
  if (one.status !== 'feasible' || two.status === 'failed') return two;
  if (two.status === 'unknown') return one;
  const beats = (value: number | null) =>
    value !== null && (sense === 'minimise' ? one.value < value : one.value > value);
  const denied = two.status === 'infeasible' || beats(two.status === 'optimal' ? two.value : two.bound);
  if (denied) {
    const reason = `${two.by} denies the point with value ${one.value} of ${one.by}`;
    return { status: 'failed', reason, contradiction: true };
  }
  return two.status === 'feasible' && beats(two.value) ? { ...one, bound: two.bound } : two;
}
