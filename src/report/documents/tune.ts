import { itemAt } from '../../domain/item-at.js';
import { figureAt, meets, changeOf, type Aim, type TunePoint, type Tuned, type Written } from '../../questions/tune.js';

/** A figure that was to be chosen. */
export interface TunedNameDocument {
  /** The open name, or `statement 3`. */
  readonly name: string;
  /** The least and the greatest value that was looked at. */
  readonly from: number;
  readonly to: number;
  /** What is written, or set; null where it is open. */
  readonly written: number | null;
  /** The least and the greatest value at which the aims hold; null where they hold nowhere. */
  readonly holds: { readonly min: number; readonly max: number } | null;
}

/** A setting, and what it makes of the rule. */
export interface TunedSettingDocument {
  readonly set: { readonly [name: string]: number };
  /** How many figures differ from what is written, and by how much in all. */
  readonly changed: number;
  readonly change: number;
  readonly glh: { readonly min: number | null; readonly max: number | null };
  readonly pathways: string | null;
  /** The aims that it misses. */
  readonly misses: readonly string[];
}

/** An aim by itself. */
export interface AimDocument {
  readonly aim: string;
  /** At how many settings it holds. */
  readonly holdsAt: number;
  /** The setting where its figure comes nearest, and what it is there (a number of pathways as a string); null where nothing is known. */
  readonly nearest: { readonly value: number | string; readonly set: { readonly [name: string]: number } } | null;
}

/** The answer to `tune`. */
export interface TuneDocument {
  readonly qualification: string;
  readonly status: 'found' | 'none';
  readonly names: readonly TunedNameDocument[];
  readonly aims: readonly AimDocument[];
  /** How many settings there are, and how many of them were looked at. */
  readonly settings: number;
  readonly looked: number;
  /** At how many all aims hold. */
  readonly holding: number;
  /** These settings, the preferred first; no more than 50 of them. */
  readonly found: readonly TunedSettingDocument[];
  /** What is written now, where all of it is; null otherwise. */
  readonly asWritten: TunedSettingDocument | null;
  /** Where no setting holds: aims that no setting meets together, though it would meet them if any one were left out. */
  readonly conflict: readonly string[];
  /** Where no setting holds: the setting that misses fewest aims, and those by least. */
  readonly nearest: TunedSettingDocument | null;
}

/** What was tuned. */
export interface TuneAsked {
  readonly names: readonly {
    readonly name: string;
    readonly values: readonly number[];
    readonly written: number | null;
  }[];
  readonly aims: readonly Aim[];
  readonly settings: number;
  readonly points: readonly TunePoint[];
}

/** The most settings that are listed. */
export const MOST_LISTED = 50;

/** The document of what was found. */
export function tuneDocument(qualification: string, asked: TuneAsked, tuned: Tuned): TuneDocument {
  const { names, aims, settings, points } = asked;
  const written: Written = names.map((it) => it.written);
  const setOf = ({ values }: TunePoint): TunedSettingDocument['set'] =>
    Object.fromEntries(names.map(({ name }, at) => [name, itemAt(values, at)]));
  const settingOf = (point: TunePoint): TunedSettingDocument => {
    const { count, sum } = changeOf(point.values, written);
    const misses = aims.filter((aim) => !meets(aim, point)).map(({ words }) => words);
    const pathways = point.pathways === null ? null : String(point.pathways);
    return { set: setOf(point), changed: count, change: round(sum), glh: point.glh, pathways, misses };
  };
  const now = points.find(({ values }) => values.every((value, at) => value === written[at]));
  return {
    qualification,
    status: tuned.holding.length > 0 ? 'found' : 'none',
    names: names.map(({ name, values, written: own }, at) => ({
      name,
      from: itemAt(values, 0),
      to: itemAt(values, values.length - 1),
      written: own,
      holds: spanOf(tuned.holding.map((point) => itemAt(point.values, at))),
    })),
    aims: tuned.alone.map(({ aim, holdsAt, nearest }) => {
      const value = nearest === null ? null : figureAt(aim, nearest);
      const plain = typeof value === 'bigint' ? String(value) : value;
      return {
        aim: aim.words,
        holdsAt,
        nearest: nearest === null || plain === null ? null : { value: plain, set: setOf(nearest) },
      };
    }),
    settings,
    looked: points.length,
    holding: tuned.holding.length,
    found: tuned.holding.slice(0, MOST_LISTED).map(settingOf),
    asWritten: now === undefined ? null : settingOf(now),
    conflict: tuned.conflict.map(({ words }) => words),
    nearest: tuned.nearest === null ? null : settingOf(tuned.nearest),
  };
}

function spanOf(values: readonly number[]): TunedNameDocument['holds'] {
  if (values.length === 0) return null;
  return values.reduce((span, value) => ({ min: Math.min(span.min, value), max: Math.max(span.max, value) }), {
    min: Infinity,
    max: -Infinity,
  });
}

/** Thousandths add up with a residue. */
function round(sum: number): number {
  return Math.round(sum * 1000) / 1000;
}
