import type { LinearProgram } from '../program/linear-program.js';

/** How far a solver's value may lie from the whole number it stands for. */
const TOLERANCE = 1e-6;

/** How far a bound may be off in proportion to its size, since it is the result of a long calculation. */
const RELATIVE_TOLERANCE = 1e-9;

/** A bound that may be off by more than this says nothing about whole numbers. */
const LARGEST_SLACK = 0.1;

/** A point in whole numbers, or the first value that stands for none. */
export type RoundedPoint =
  | { readonly ok: true; readonly point: readonly number[] }
  | { readonly ok: false; readonly column: number; readonly value: number };

/** Turns a solver's floating-point values into whole numbers; nothing is checked against the program yet. */
export function roundPoint(values: readonly number[]): RoundedPoint {
  const column = values.findIndex((value) => !isNearlyWhole(value));
  const value = values[column];
  // Adding 0 turns the -0 that rounding a small negative value gives into 0.
  return value === undefined
    ? { ok: true, point: values.map((it) => Math.round(it) + 0) }
    : { ok: false, column, value };
}

function isNearlyWhole(value: number): boolean {
  const whole = Math.round(value);
  return Number.isSafeInteger(whole) && Math.abs(value - whole) <= TOLERANCE;
}

/**
 * The whole number that a solver's bound on the best value comes to: no solution has a value below it (`minimise`) or
 * above it (`maximise`). Null when the solver has none, which some say as infinity and some as a huge number.
 */
export function roundBound(bound: number | null, sense: LinearProgram['sense']): number | null {
  if (bound === null) return null;
  const slack = TOLERANCE + RELATIVE_TOLERANCE * Math.abs(bound);
  if (!(slack <= LARGEST_SLACK)) return null;
  return (sense === 'minimise' ? Math.ceil(bound - slack) : Math.floor(bound + slack)) + 0;
}
