/** A figure over several runs, in the unit of its samples: the middle one, and how far the others lie from it. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  /** The distance between the quartiles as a part of the median; 0 where the median is 0. */
  readonly spread: number;
}

/** What samples come to; throws a RangeError for none. */
export function spreadOf(samples: readonly number[]): Spread {
  const sorted = [...samples].sort((a, b) => a - b);
  const median = quantile(sorted, 0.5);
  const between = quantile(sorted, 0.75) - quantile(sorted, 0.25);
  return { median, least: quantile(sorted, 0), most: quantile(sorted, 1), spread: median === 0 ? 0 : between / median };
}

/** The value below which that part of ascending samples lies, between two of them as far as it lies between their places. */
function quantile(sorted: readonly number[], part: number): number {
  const place = (sorted.length - 1) * part;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (below === undefined || above === undefined) throw new RangeError('there are no samples');
  return below + (above - below) * (place - Math.floor(place));
}

/**
 * The geometric mean after adding `shift` to each and taking it away again, so that the smallest figures, which nobody
 * notices, do not decide. Null for none.
 */
export function shiftedGeometricMean(figures: readonly number[], shift: number): number | null {
  if (figures.length === 0) return null;
  const logs = figures.reduce((sum, figure) => sum + Math.log(figure + shift), 0);
  return Math.exp(logs / figures.length) - shift;
}
