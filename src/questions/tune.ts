/** A figure that an aim is about, over all pathways of a rule. */
export type AimedFigure = 'least GLH' | 'most GLH' | 'pathways';

/** What a figure is to come to: bounds, both included; null for none. */
export interface Aim {
  readonly figure: AimedFigure;
  readonly min: bigint | number | null;
  readonly max: bigint | number | null;
  /** As it is printed. */
  readonly words: string;
}

/** What one setting makes of the rule; hours are null where there is no pathway, or nobody knows them. */
export interface TunePoint {
  /** The values along the axes, in their order. */
  readonly values: readonly number[];
  readonly glh: { readonly min: number | null; readonly max: number | null };
  /** Null where they could not be counted. */
  readonly pathways: bigint | null;
}

/** What is tuned: for each axis the value that is written, and null where nothing is. */
export type Written = readonly (number | null)[];

/** What is preferred of several settings that hold. */
export const PREFERENCES = ['least change', 'least GLH', 'most pathways'] as const;

/** One of them. */
export type Preference = (typeof PREFERENCES)[number];

/** An aim by itself: at how many settings it holds, and where its figure comes nearest to it. */
export interface AimAlone {
  readonly aim: Aim;
  readonly holdsAt: number;
  /** Null where the figure is known at no setting. */
  readonly nearest: TunePoint | null;
}

/** Which settings meet every aim, or what stands against it. */
export interface Tuned {
  /** The settings that meet every aim, the preferred first. */
  readonly holding: readonly TunePoint[];
  readonly alone: readonly AimAlone[];
  /** Where no setting holds: aims that no setting meets together, none of which could be left out; empty otherwise. */
  readonly conflict: readonly Aim[];
  /** Where no setting holds: the setting that misses fewest aims, and those by least; null where no figure is known. */
  readonly nearest: TunePoint | null;
}

/** The value of an aimed figure; null where it is not known, or there is no pathway. */
export function figureAt({ figure }: Aim, { glh, pathways }: TunePoint): number | bigint | null {
  switch (figure) {
    case 'least GLH':
      return glh.min;
    case 'most GLH':
      return glh.max;
    case 'pathways':
      return pathways;
  }
}

/** Whether a setting meets an aim. What is not known meets none. */
export function meets(aim: Aim, point: TunePoint): boolean {
  const value = figureAt(aim, point);
  if (value === null) return false;
  return (aim.min === null || value >= aim.min) && (aim.max === null || value <= aim.max);
}

/** Sorts out the settings that were looked at: those that meet every aim, or why none does. */
export function tune(points: readonly TunePoint[], aims: readonly Aim[], written: Written, prefer: Preference): Tuned {
  const byChange = preferred(points, written, 'least change');
  const alone = aims.map((aim): AimAlone => ({
    aim,
    holdsAt: points.filter((point) => meets(aim, point)).length,
    nearest: least(byChange, (point) => missedBy(aim, point)),
  }));
  const holding = points.filter((point) => aims.every((aim) => meets(aim, point)));
  if (holding.length > 0) {
    return { holding: preferred(holding, written, prefer), alone, conflict: [], nearest: null };
  }
  const missed = (point: TunePoint): number => aims.filter((aim) => !meets(aim, point)).length;
  const shortfall = (point: TunePoint): number => aims.reduce((sum, aim) => sum + missedBy(aim, point), 0);
  // A setting without pathways comes nowhere near an aim about hours.
  const known = byChange.filter((point) => Number.isFinite(shortfall(point)));
  const fewest = known.reduce((few, point) => Math.min(few, missed(point)), Infinity);
  const nearest = least(
    known.filter((point) => missed(point) === fewest),
    shortfall,
  );
  return { holding: [], alone, conflict: smallestConflict(points, aims), nearest };
}

/** By how much a setting misses an aim, as a share of what is aimed at; 0 where it meets it, no end where nothing is known. */
function missedBy(aim: Aim, point: TunePoint): number {
  if (meets(aim, point)) return 0;
  const value = figureAt(aim, point);
  if (value === null) return Infinity;
  const bound = aim.min !== null && value < aim.min ? aim.min : aim.max;
  if (bound === null) throw new Error('an aim without bounds is met');
  return Math.abs(Number(value) - Number(bound)) / Math.max(1, Math.abs(Number(bound)));
}

/** The first point with the least value; null where no value is known. */
function least(points: readonly TunePoint[], valueOf: (point: TunePoint) => number): TunePoint | null {
  let best: TunePoint | null = null;
  let value = Infinity;
  for (const point of points) {
    const own = valueOf(point);
    if (own < value) [best, value] = [point, own];
  }
  return best;
}

/** Leaves out aim after aim as long as no setting meets the others together. */
function smallestConflict(points: readonly TunePoint[], aims: readonly Aim[]): readonly Aim[] {
  let kept = aims;
  for (const aim of aims) {
    const others = kept.filter((it) => it !== aim);
    if (!points.some((point) => others.every((it) => meets(it, point)))) kept = others;
  }
  return kept;
}

/** How far a setting is from what is written: how many figures differ, and by how much in all. */
export function changeOf(
  values: readonly number[],
  written: Written,
): { readonly count: number; readonly sum: number } {
  const steps = values.map((value, at) => Math.abs(value - (written[at] ?? value)));
  return { count: steps.filter((step) => step > 0).length, sum: steps.reduce((sum, step) => sum + step, 0) };
}

function preferred(points: readonly TunePoint[], written: Written, prefer: Preference): readonly TunePoint[] {
  const keys = points.map((point) => ({ point, change: changeOf(point.values, written) }));
  type Keyed = (typeof keys)[number];
  const byChange = (a: Keyed, b: Keyed): number => a.change.sum - b.change.sum || a.change.count - b.change.count;
  const byHours = (a: Keyed, b: Keyed): number => order(a.point.glh.min ?? Infinity, b.point.glh.min ?? Infinity);
  const byPathways = (a: Keyed, b: Keyed): number => order(b.point.pathways ?? 0n, a.point.pathways ?? 0n);
  const orders = { 'least change': byChange, 'least GLH': byHours, 'most pathways': byPathways };
  // Sorting is stable, so that what is as good stays in the order of its values.
  return keys.toSorted((a, b) => orders[prefer](a, b) || byChange(a, b)).map(({ point }) => point);
}

function order<T extends number | bigint>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
