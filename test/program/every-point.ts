import type { LinearProgram } from '../../src/program/linear-program.js';

/** Every whole-numbered point within the column bounds. */
export function* everyPoint(
  { columns }: LinearProgram,
  prefix: readonly number[] = [],
): Generator<readonly number[], void, undefined> {
  const column = columns[prefix.length];
  if (column === undefined) {
    yield prefix;
    return;
  }
  for (let value = column.lower; value <= column.upper; value += 1) {
    yield* everyPoint({ columns } as LinearProgram, [...prefix, value]);
  }
}

/**
 * The best value of a program found by trying every point, or null where none satisfies it. Written without the code
 * under test: rows and objective are summed here.
 */
export function bestByTrying(program: LinearProgram): number | null {
  let best: number | null = null;
  for (const point of everyPoint(program)) {
    if (!program.rows.every((row) => isWithin(sum(row.terms, point), row.interval))) continue;
    const value = sum(program.objective.terms, point) + program.objective.constant;
    if (best === null || (program.sense === 'minimise' ? value < best : value > best)) best = value;
  }
  return best;
}

function sum(terms: LinearProgram['objective']['terms'], point: readonly number[]): number {
  let total = 0;
  for (const { column, factor } of terms) total += factor * (point[column] ?? NaN);
  return total;
}

function isWithin(value: number, { min, max }: { readonly min: number | null; readonly max: number | null }): boolean {
  return (min === null || value >= min) && (max === null || value <= max);
}
