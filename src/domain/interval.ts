/**
 * The set that a counted quantity must lie in: at least `min`, at most `max`, `null` for no bound on that side.
 * Whole numbers throughout; `N` is wider than `number` only while named parameters are still open.
 */
export interface Interval<N = number> {
  readonly min: N | null;
  readonly max: N | null;
}

/** `min` or more. */
export function atLeast<N>(min: N): Interval<N> {
  return { min, max: null };
}

/** `max` or less. */
export function atMost<N>(max: N): Interval<N> {
  return { min: null, max };
}

/** `value` and nothing else. */
export function exactly<N>(value: N): Interval<N> {
  return { min: value, max: value };
}

/** From `min` to `max`, both included. */
export function between<N>(min: N, max: N): Interval<N> {
  return { min, max };
}

/** How far `value` lies outside: 0 inside, the shortfall as a positive number below, the excess as a positive above. */
export function distance(interval: Interval, value: number): number {
  if (interval.min !== null && value < interval.min) return interval.min - value;
  if (interval.max !== null && value > interval.max) return value - interval.max;
  return 0;
}

/** Whether `value` lies inside. */
export function contains(interval: Interval, value: number): boolean {
  return distance(interval, value) === 0;
}

/** The same interval with each bound translated, as when a named parameter receives its value. */
export function mapInterval<A, B>(interval: Interval<A>, translate: (bound: A) => B): Interval<B> {
  return {
    min: interval.min === null ? null : translate(interval.min),
    max: interval.max === null ? null : translate(interval.max),
  };
}
