import type { SolverAPI } from 'javascript-lp-solver';
import type { LinearProgram } from '../program/linear-program.js';
import { substituteFixed } from '../program/substitute-fixed.js';
import { createBackend, type RawAnswer } from './backend.js';
import type { Limits, Solver } from './solver.js';
import {
  buildTableauModel,
  columnValues,
  tableauSize,
  type TableauModel,
  type TableauModelClass,
} from './tableau-model.js';

/** The largest tableau that is attempted, in numbers of 8 bytes; the search holds about three of that size. */
const LARGEST_TABLEAU = 10_000_000;

/**
 * The largest factor of a row that is attempted. Of 750,000 random programs with row factors up to this every answer
 * was right; up to 10,000 one in 60,000 was wrong, up to 100,000 one in 15,000: a program with solutions was called
 * infeasible, or a worse point the best. Factors of the objective do no harm up to a million at least.
 */
const LARGEST_FACTOR = 3000;

/**
 * javascript-lp-solver: dense tableaus, quick to start, the best choice for a single qualification. It is loaded with
 * the first program.
 *
 * The package looks at a time limit of its own between two nodes only, and what it then returns does not tell a proved
 * optimum, the best point so far, a fractional relaxation and a node without a solution apart. So that limit is not
 * used: the steps of the search are watched from here and the limit leaves it as an exception. A search that returns
 * has been through all of its nodes.
 */
export function createJavascriptLpSolver(): Solver {
  return createBackend('javascript-lp-solver', searchByJavascriptLpSolver);
}

/** The search of {@link createJavascriptLpSolver} by itself, before anything it says is checked. */
export async function searchByJavascriptLpSolver(program: LinearProgram, { milliseconds }: Limits): Promise<RawAnswer> {
  // The time for a search is not spent on loading what searches: on a busy machine it would be gone before the first pivot.
  const model = await loadModelClass();
  const deadline = performance.now() + milliseconds;
  const substitution = substituteFixed(program);
  if (substitution.kind === 'contradiction') return { status: 'infeasible' };
  const { program: smaller, lift } = substitution;
  if (smaller.columns.length === 0) return { status: 'optimal', values: lift([]), bound: null };
  if (isTooLarge(smaller)) return { status: 'unknown', limit: 'size' };
  const answer = search(model, smaller, deadline);
  return 'values' in answer ? { ...answer, values: lift(answer.values) } : answer;
}

function isTooLarge(program: LinearProgram): boolean {
  if (tableauSize(program) > LARGEST_TABLEAU) return true;
  return program.rows.some(({ terms }) => terms.some(({ factor }) => Math.abs(factor) > LARGEST_FACTOR));
}

async function loadModelClass(): Promise<TableauModelClass> {
  // The types describe a CommonJS module, whose default export would be wrapped once more than that of the module
  // that is really loaded.
  const { default: api }: { readonly default: unknown } = await import('javascript-lp-solver');
  if (!isApi(api)) throw new TypeError('the javascript-lp-solver package exports no model');
  return api.Model;
}

function isApi(value: unknown): value is Pick<SolverAPI, 'Model'> {
  return typeof value === 'object' && value !== null && 'Model' in value && typeof value.Model === 'function';
}

function search(ModelClass: TableauModelClass, program: LinearProgram, deadline: number): RawAnswer {
  const model = buildTableauModel(ModelClass, program);
  const solution = solveUntil(model, deadline);
  const best = model.solutions?.at(-1);
  if (solution === 'time is up') {
    if (best === undefined) return { status: 'unknown', limit: 'time' };
    return { status: 'feasible', values: columnValues(best, program), bound: null };
  }
  if (!solution.bounded) return { status: 'failed', reason: 'it calls a program unbounded whose columns are bounded' };
  if (best !== undefined) return { status: 'optimal', values: columnValues(best, program), bound: null };
  // No point was kept on the way: either the very first relaxation is in whole numbers, or no node has a solution.
  if (!solution.feasible) return { status: 'infeasible' };
  return { status: 'optimal', values: columnValues(solution.generateSolutionSet(), program), bound: null };
}

class TimeIsUp extends Error {}

/** Solves, unless the deadline (on the clock of `performance`) passes before a node or one of its pivots begins. */
function solveUntil(model: TableauModel, deadline: number): ReturnType<TableauModel['solve']> | 'time is up' {
  const { tableau } = model;
  const simplex = tableau.simplex.bind(tableau);
  const pivot = tableau.pivot.bind(tableau);
  const watch = () => {
    if (performance.now() >= deadline) throw new TimeIsUp();
  };
  tableau.simplex = () => {
    watch();
    return simplex();
  };
  tableau.pivot = (row, column) => {
    watch();
    pivot(row, column);
  };
  try {
    return model.solve();
  } catch (error) {
    if (error instanceof TimeIsUp) return 'time is up';
    throw error;
  }
}
