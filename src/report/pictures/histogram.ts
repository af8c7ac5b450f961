import type { DistributionPointDocument } from '../documents/distribution.js';
import { formatShare } from '../sheets/number-words.js';
import { axisOf } from './axis.js';
import { binsOf, type Bin } from './bins.js';
import { frame, HEIGHT, PLOT, WIDE } from './frame.js';
import type { Picture } from './picture.js';

const MOST_BARS = 60;

/** What is counted, for one and for several of them. */
interface Things {
  readonly one: string;
  readonly many: string;
}

const PATHWAYS: Things = { one: 'pathway', many: 'pathways' };

function upper(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

/** How pathways, or other `things`, spread over a figure, as bars whose heights are shares of all of them. */
export function histogram(
  what: string,
  points: readonly DistributionPointDocument[],
  things: Things = PATHWAYS,
): Picture {
  const bins = binsOf(points, MOST_BARS);
  const [first, last] = [bins[0], bins.at(-1)];
  const title = `${upper(things.many)} by ${what}`;
  if (first === undefined || last === undefined)
    return frame({ title, description: `There is no ${things.one}.`, marks: [] });
  const description = describe(what, points, bins, things);
  const x = axisOf({ label: what, scale: 'linear', from: first.from, to: last.end }, [], [PLOT.left, WIDE.right]);
  const most = Math.max(...bins.map(({ share }) => share));
  const y = axisOf(
    { label: `% of ${things.many}`, scale: 'linear', from: 0, to: 100 * most },
    [],
    [PLOT.bottom, PLOT.top],
  );
  const bars = bins.map(({ from, end, share }) => {
    const [left, right, top] = [x.place(from), x.place(end), y.place(100 * share)];
    const gap = right - left > 4 ? 1 : 0;
    return `<rect x="${left}" y="${top}" width="${(right - left - gap).toFixed(1)}" height="${(PLOT.bottom - top).toFixed(1)}" fill="#0072b2"/>`;
  });
  return frame({ title, description, x, y, marks: bars, right: WIDE.right, height: HEIGHT });
}

/** Half of them have the middle figure at most. */
function describe(
  what: string,
  points: readonly DistributionPointDocument[],
  bins: readonly Bin[],
  { many }: Things,
): string {
  const ends = `from ${points[0]?.[0]} to ${points.at(-1)?.[0]} ${what}`;
  const fullest = bins.reduce((best, bin) => (bin.pathways > best.pathways ? bin : best));
  const isAlone = bins.filter(({ pathways }) => pathways === fullest.pathways).length === 1;
  const highest = isAlone ? `; the highest bar is that of ${fullest.name} (${formatShare(fullest.share)})` : '';
  return `${upper(many)} have ${ends}, half of them ${medianOf(points)} or fewer${highest}.`;
}

/** The least figure that at least half of all pathways do not exceed. */
export function medianOf(points: readonly DistributionPointDocument[]): number {
  const all = points.reduce((sum, [, pathways]) => sum + BigInt(pathways), 0n);
  let counted = 0n;
  for (const [value, pathways] of points) {
    counted += BigInt(pathways);
    if (2n * counted >= all) return value;
  }
  throw new RangeError('a distribution without pathways has no middle');
}
