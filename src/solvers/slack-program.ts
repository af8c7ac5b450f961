import type { Model, ModelData } from 'highs';
import { createHighsSource, loadHighs, type HighsRuntime, type HighsSource } from './highs.js';

/** A row `factors . columns + plus >= 0`. */
export interface SlackRow {
  readonly terms: readonly (readonly [column: number, factor: bigint])[];
  readonly plus: bigint;
}

/** Bounds of columns, one a column. */
export interface Bounds {
  readonly low: readonly number[];
  readonly top: readonly number[];
}

/**
 * By how much the worst row falls short within bounds, and where; a weight a row, above 0 where it takes part in keeping
 * them apart. All of it is floating point: a hint, and no proof.
 */
export interface Shortfall {
  readonly slack: number;
  readonly point: readonly number[];
  readonly weights: readonly number[];
}

/** Says the shortfall within bounds. */
export type SlackProgram = (bounds: Bounds) => Shortfall;

/** A solver ended where it should not have: no answer. */
export class SlackFailure extends Error {}

const SHARED = createHighsSource(loadHighs);

/**
 * Gives `work` a program that asks of real numbers how far `rows` are from being met all at once, for any bounds of the
 * columns. Each row is measured by its largest factor. Rejects where HiGHS fails.
 */
export async function withSlackProgram<T>(
  rows: readonly SlackRow[],
  columns: number,
  work: (program: SlackProgram) => T,
  source: HighsSource = SHARED,
): Promise<T> {
  const highs = await source.get();
  return highs.withModel((model) => {
    model.options.set({ output_flag: false });
    const sizes = rows.map(sizeOf);
    model.passModel(modelOf(highs, rows, sizes, columns));
    return work((bounds) => solve(highs, model, bounds, sizes));
  });
}

/** The largest factor of a row, by which it is measured. */
export function sizeOf({ terms }: SlackRow): number {
  return terms.reduce((most, [, factor]) => Math.max(most, Math.abs(Number(factor))), 1);
}

function modelOf(
  { constants, infinity }: HighsRuntime,
  rows: readonly SlackRow[],
  sizes: readonly number[],
  columns: number,
): ModelData {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const [at, { terms }] of rows.entries()) {
    for (const [column, factor] of terms) {
      indices.push(column);
      values.push(Number(factor) / sizeAt(sizes, at));
    }
    indices.push(columns);
    values.push(1);
    starts.push(indices.length);
  }
  return {
    numCols: columns + 1,
    numRows: rows.length,
    sense: constants.objectiveSense.minimize,
    offset: 0,
    colCost: [...Array.from({ length: columns }, () => 0), 1],
    colLower: Array.from({ length: columns + 1 }, () => 0),
    colUpper: Array.from({ length: columns + 1 }, () => infinity),
    rowLower: rows.map(({ plus }, at) => -Number(plus) / sizeAt(sizes, at)),
    rowUpper: rows.map(() => infinity),
    matrix: { format: 'csr', numRows: rows.length, numCols: columns + 1, starts, indices, values },
  };
}

function sizeAt(sizes: readonly number[], row: number): number {
  const size = sizes[row];
  if (size === undefined) throw new RangeError(`there is no row ${row}`);
  return size;
}

function solve(highs: HighsRuntime, model: Model, { low, top }: Bounds, sizes: readonly number[]): Shortfall {
  const columns = low.length;
  if (columns > 0) model.changeColsBounds({ kind: 'range', from: 0, to: columns - 1 }, [...low], [...top]);
  const { modelStatus } = model.run();
  if (modelStatus !== highs.constants.modelStatus.optimal) {
    throw new SlackFailure(`HiGHS ended a linear program with model status ${modelStatus}`);
  }
  const { colValue, rowDual } = model.getSolution();
  const slack = colValue[columns];
  if (slack === undefined) throw new Error('HiGHS gave no value for the slack');
  return {
    slack,
    point: [...colValue.subarray(0, columns)],
    weights: [...rowDual].map((dual, row) => Math.max(0, dual) / sizeAt(sizes, row)),
  };
}
