import type { Highs, Model, ModelData, RunResult } from 'highs';
import type { LinearProgram } from '../program/linear-program.js';
import { createBackend, type RawAnswer } from './backend.js';
import type { Limits, Solver } from './solver.js';

/** The part of the HiGHS runtime that the adapter uses. */
export type HighsRuntime = Pick<Highs, 'withModel' | 'constants' | 'infinity'>;

/** HiGHS takes no limit of infinity; this many seconds are some thirty years. */
const LONGEST_SECONDS = 1e9;

/**
 * How far from a whole number a value may lie within the search. By the package's own 1e-6 a column of factor
 * 1,000,000 is worth a whole hour while it counts as 0, and a worse point was called the best.
 */
const WHOLE = 1e-9;

/**
 * The objective takes whole values only, so a proved bound less than 1 away proves the optimum; the rest is room for
 * rounding. The relative gap must not end a search early, and nothing is to be printed.
 */
const OPTIONS = {
  output_flag: false,
  mip_rel_gap: 0,
  mip_abs_gap: 0.5,
  mip_feasibility_tolerance: WHOLE,
  primal_feasibility_tolerance: WHOLE,
};

/** A runtime that is loaded when it is first asked for and kept until it is dropped. */
export interface HighsSource {
  readonly get: () => Promise<HighsRuntime>;
  readonly drop: () => void;
}

/** A source that loads as `load` says. */
export function createHighsSource(load: () => Promise<HighsRuntime>): HighsSource {
  let loaded: Promise<HighsRuntime> | null = null;
  return {
    get: () => (loaded ??= load()),
    drop: () => {
      loaded = null;
    },
  };
}

/** Loading takes longer than most searches, so all solvers of a process share one runtime; it keeps no state. */
const SHARED = createHighsSource(loadHighs);

/**
 * HiGHS, compiled to WebAssembly. It is loaded with the first program; after any error it is loaded afresh, since a
 * trapped instance is of no more use.
 */
export function createHighsSolver(source: HighsSource = SHARED): Solver {
  return createBackend('highs', (program, limits) => searchByHighs(program, limits, source));
}

/** The search of {@link createHighsSolver} by itself, before anything it says is checked. */
export async function searchByHighs(
  program: LinearProgram,
  limits: Limits,
  source: HighsSource = SHARED,
): Promise<RawAnswer> {
  const started = performance.now();
  try {
    const highs = await source.get();
    const milliseconds = limits.milliseconds - (performance.now() - started);
    return milliseconds > 0 ? run(highs, program, { ...limits, milliseconds }) : { status: 'unknown', limit: 'time' };
  } catch (error) {
    source.drop();
    throw error;
  }
}

/** Loads the package and starts its WebAssembly. */
export async function loadHighs(): Promise<HighsRuntime> {
  // The types describe a CommonJS module, whose default export would be wrapped once more than that of the module
  // that is really loaded.
  const { default: loader }: { readonly default: unknown } = await import('highs');
  if (!isLoader(loader)) throw new TypeError('the highs package exports no loader');
  return loader();
}

function isLoader(value: unknown): value is () => Promise<HighsRuntime> {
  return typeof value === 'function';
}

function run(highs: HighsRuntime, program: LinearProgram, limits: Limits): RawAnswer {
  return highs.withModel((model) => {
    model.options.set({ ...OPTIONS, time_limit: Math.min(limits.milliseconds / 1000, LONGEST_SECONDS) });
    model.passModel(toModelData(highs, program));
    if (limits.start !== undefined) model.setSolution({ colValue: limits.start });
    return readAnswer(highs, model, model.run());
  });
}

function readAnswer({ constants }: HighsRuntime, model: Model, { modelStatus }: RunResult): RawAnswer {
  const { modelStatus: status, solutionStatus } = constants;
  switch (modelStatus) {
    case status.optimal:
      return { status: 'optimal', ...readPoint(model) };
    case status.infeasible:
    // Every column is bounded, so of "infeasible or unbounded" only the first is left.
    case status.unboundedOrInfeasible:
      return { status: 'infeasible' };
    case status.timeLimit: {
      const found = model.info.get('primal_solution_status') === solutionStatus.feasible;
      return found ? { status: 'feasible', ...readPoint(model) } : { status: 'unknown', limit: 'time' };
    }
    default:
      return { status: 'failed', reason: `HiGHS ended with model status ${modelStatus}` };
  }
}

function readPoint(model: Model): { readonly values: readonly number[]; readonly bound: number } {
  return { values: [...model.getSolution().colValue], bound: Number(model.info.get('mip_dual_bound')) };
}

function toModelData({ constants, infinity }: HighsRuntime, program: LinearProgram): ModelData {
  const { columns, rows, objective } = program;
  const colCost = new Float64Array(columns.length);
  for (const { column, factor } of objective.terms) colCost[column] = factor;
  return {
    numCols: columns.length,
    numRows: rows.length,
    sense: program.sense === 'minimise' ? constants.objectiveSense.minimize : constants.objectiveSense.maximize,
    offset: objective.constant,
    colCost,
    colLower: columns.map(({ lower }) => lower),
    colUpper: columns.map(({ upper }) => upper),
    rowLower: rows.map(({ interval }) => interval.min ?? -infinity),
    rowUpper: rows.map(({ interval }) => interval.max ?? infinity),
    matrix: toMatrix(program),
    integrality: columns.map(() => constants.variableType.integer),
  };
}

function toMatrix({ columns, rows }: LinearProgram): ModelData['matrix'] {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { terms } of rows) {
    for (const { column, factor } of terms) {
      indices.push(column);
      values.push(factor);
    }
    starts.push(indices.length);
  }
  return { format: 'csr', numRows: rows.length, numCols: columns.length, starts, indices, values };
}
