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

/** The most that whole multiples may be: exact in a double, with room for sums. */
const LARGEST_MULTIPLE = 2 ** 52;
const FEW = 60;
const DOUBLINGS = 50;
/** Doublings of the largest weight whose multiples are still short to write. */
const SHORT = 9;
/** What is smaller than this beside the largest weight is what calculating leaves behind. */
const NOTHING = 1e-9;

/**
 * Whole numbers in about the proportion of `weights`, small ones first and then ever finer: guesses, of which any may be
 * wrong. Nothing where no weight is above 0.
 */
export function* wholeMultiples(weights: readonly number[]): Generator<readonly number[]> {
  const largest = Math.max(0, ...weights);
  const kept = weights.map((weight) => (weight < NOTHING * largest ? 0 : weight));
  const positive = kept.filter((weight) => weight > 0);
  if (positive.length === 0) return;
  const smallest = Math.min(...positive);
  for (let doublings = 0; doublings <= SHORT; doublings++) yield* rounded(kept, 2 ** doublings / largest);
  for (let times = 1; times <= FEW; times++) yield* rounded(kept, times / smallest);
  for (let doublings = SHORT + 1; doublings <= DOUBLINGS; doublings++) yield* rounded(kept, 2 ** doublings / largest);
}

function* rounded(weights: readonly number[], scale: number): Generator<readonly number[]> {
  const multiples = weights.map((weight) => Math.round(weight * scale));
  if (multiples.every((multiple) => multiple <= LARGEST_MULTIPLE)) yield multiples;
}

/** How far a value of a solver is from the whole number it stands for or is next to; 0 within its tolerance. */
export function awayFromWhole(value: number): number {
  const away = Math.abs(value - Math.round(value));
  return away > TOLERANCE ? away : 0;
}

/** The whole number at or below a value of a solver; within its tolerance of one, that one. */
export function wholeBelow(value: number): number {
  return Math.floor(value + TOLERANCE);
}
