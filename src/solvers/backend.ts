import { describeViolation, findViolations, valueAt } from '../program/feasibility.js';
import type { LinearProgram } from '../program/linear-program.js';
import { validate } from '../program/validate.js';
import { roundBound, roundPoint } from './rounding.js';
import type { Limits, Solver, SolverOutcome } from './solver.js';

/**
 * What a search says before anyone has checked it. `values` are floating-point, one a column. `bound` is what the
 * search has proved of the best value, null when it says nothing of that.
 */
export type RawAnswer =
  | { readonly status: 'optimal'; readonly values: readonly number[]; readonly bound: number | null }
  | { readonly status: 'feasible'; readonly values: readonly number[]; readonly bound: number | null }
  | { readonly status: 'infeasible' }
  | { readonly status: 'unknown'; readonly limit: 'time' | 'size' }
  | { readonly status: 'failed'; readonly reason: string };

/** Looks for the best point of a valid program that has columns. It may throw: that is a failure of the solver. */
export type Search = (program: LinearProgram, limits: Limits) => Promise<RawAnswer>;

/**
 * Makes a solver of a search: the program is validated, the answer rounded to whole numbers and held against every
 * bound and row, and whatever does not stand up to that becomes `failed`.
 */
export function createBackend(name: string, search: Search): Solver {
  return {
    name,
    solve: async (program, limits) => {
      validate(program);
      if (program.columns.length === 0) return { by: name, ...decideWithoutColumns(program) };
      return { by: name, ...certify(program, await searchSafely(search, program, limits)) };
    },
  };
}

/** A program without columns has one point, the empty one; backends treat it in their own strange ways. */
function decideWithoutColumns(program: LinearProgram): SolverOutcome {
  if (findViolations(program, []).length > 0) return { status: 'infeasible' };
  return { status: 'optimal', point: [], value: valueAt(program.objective, []) };
}

async function searchSafely(search: Search, program: LinearProgram, limits: Limits): Promise<RawAnswer> {
  try {
    return await search(program, limits);
  } catch (error) {
    return { status: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

function certify(program: LinearProgram, answer: RawAnswer): SolverOutcome {
  if (answer.status !== 'optimal' && answer.status !== 'feasible') return answer;
  const [given, asked] = [answer.values.length, program.columns.length];
  if (given !== asked) return failed(`its answer has ${given} values for ${asked} columns`);
  const rounded = roundPoint(answer.values);
  if (!rounded.ok) return failed(`x${rounded.column} = ${rounded.value} in its answer is no whole number`);
  const { point } = rounded;
  const [violation] = findViolations(program, point);
  if (violation !== undefined) return failed(`its answer breaks the program: ${describeViolation(violation)}`);
  const value = valueAt(program.objective, point);
  const bound = roundBound(answer.bound, program.sense);
  if (bound !== null && isBeyond(bound, value, program))
    return failed(`its bound ${bound} excludes its answer ${value}`);
  if (answer.status === 'feasible') return { status: 'feasible', point, value, bound, limit: 'time' };
  if (bound !== null && bound !== value) return failed(`it calls ${value} the best but proves only ${bound}`);
  return { status: 'optimal', point, value };
}

/** Whether a bound says that nothing as good as `value` exists. */
function isBeyond(bound: number, value: number, { sense }: LinearProgram): boolean {
  return sense === 'minimise' ? bound > value : bound < value;
}

function failed(reason: string): SolverOutcome {
  return { status: 'failed', reason };
}
