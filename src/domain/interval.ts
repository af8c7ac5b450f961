/**
 * The set that a counted quantity must lie in: at least `min`, at most `max`, `null` for no bound on that side. What is
 * counted is a whole number; bounds may lie between two. `N` is wider than `number` only while named parameters are
 * still open.
 */
export interface Interval<N = number> {
  readonly min: N | null;
  readonly max: N | null;
  /** True when the bound itself is left out: `more than 5`, `fewer than 5`. Such an interval has one bound only. */
  readonly strict?: true;
}

/** `min` or more. */
export function atLeast<N>(min: N): Interval<N> {
  return { min, max: null };
}

/** `max` or less. */
export function atMost<N>(max: N): Interval<N> {
  return { min: null, max };
}

/** More than `min`. */
export function above<N>(min: N): Interval<N> {
  return { min, max: null, strict: true };
}

/** Less than `max`. */
export function below<N>(max: N): Interval<N> {
  return { min: null, max, strict: true };
}

/** `value` and nothing else. */
export function exactly<N>(value: N): Interval<N> {
  return { min: value, max: value };
}

/** From `min` to `max`, both included. */
export function between<N>(min: N, max: N): Interval<N> {
  return { min, max };
}

/**
 * The interval of the same whole numbers whose bounds are whole and belong to it: a bound between two whole numbers, and
 * one that is left out, gives way to the next whole number inside.
 */
export function overWhole({ min, max, strict }: Interval): Interval {
  if (strict === true)
    return { min: min === null ? null : Math.floor(min) + 1, max: max === null ? null : Math.ceil(max) - 1 };
  return { min: min === null ? null : Math.ceil(min), max: max === null ? null : Math.floor(max) };
}

/** How far `value` lies outside: 0 inside, the shortfall as a positive number below, the excess as a positive above. */
export function distance(outer: Interval, value: number): number {
  const interval = outer.strict === true ? overWhole(outer) : outer;
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
    ...(interval.strict === true ? { strict: true } : {}),
    min: interval.min === null ? null : translate(interval.min),
    max: interval.max === null ? null : translate(interval.max),
  };
}
