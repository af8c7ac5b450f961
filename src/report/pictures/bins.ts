import { itemAt } from '../../domain/item-at.js';
import type { DistributionPointDocument } from '../documents/distribution.js';

/** Pathways whose figure is `from` or more and less than `end`. */
export interface Bin {
  readonly from: number;
  readonly end: number;
  /** One figure, or from which to which; where figures have decimals, below which. */
  readonly name: string;
  readonly pathways: bigint;
  /** How many of all pathways that is, from 0 to 1. */
  readonly share: number;
}

const ROUND_WIDTHS = [1, 2, 5];
const FINENESS = 1_000_000_000n;

/** The figures of a distribution in bins of one round width, as few of them as `most`, from the least figure to the greatest. */
export function binsOf(points: readonly DistributionPointDocument[], most: number): readonly Bin[] {
  const [first, last] = [points[0]?.[0], points.at(-1)?.[0]];
  if (first === undefined || last === undefined) return [];
  const width = widthFor(first, last, most);
  const start = Math.floor(first / width);
  const counts = Array.from({ length: Math.floor(last / width) - start + 1 }, () => 0n);
  for (const [value, pathways] of points) {
    const at = Math.floor(value / width) - start;
    counts[at] = itemAt(counts, at) + BigInt(pathways);
  }
  const whole = points.every(([value]) => Number.isInteger(value));
  const all = counts.reduce((sum, it) => sum + it, 0n);
  return counts.map((pathways, at) => {
    const [from, end] = [(start + at) * width, (start + at + 1) * width];
    const share = Number((pathways * FINENESS) / all) / Number(FINENESS);
    return { from, end, name: nameOf(from, end, whole), pathways, share };
  });
}

function widthFor(first: number, last: number, most: number): number {
  for (let decade = 1; ; decade *= 10) {
    for (const round of ROUND_WIDTHS) {
      const width = round * decade;
      if (Math.floor(last / width) - Math.floor(first / width) < most) return width;
    }
  }
}

function nameOf(from: number, end: number, whole: boolean): string {
  if (!whole) return `${from} to below ${end}`;
  return from === end - 1 ? String(from) : `${from} to ${end - 1}`;
}
