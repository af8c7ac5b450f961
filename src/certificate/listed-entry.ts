/** A unit as a certificate lists it; figures are in thousandths, so that three places are whole. */
export interface ListedEntry {
  readonly ref: string;
  readonly group: string;
  readonly title: string;
  /** The ordinal of the level, Entry 1 being -2; null without a level, `open` where nobody knows it. */
  readonly level: number | null | 'open';
  /** What may be counted, by name: `credits`, `GLH` and columns in quotes, as sentences write them. */
  readonly figures: ReadonlyMap<string, bigint>;
  /** Columns that tell units apart, as written in the table. */
  readonly columns: ReadonlyMap<string, string>;
  /** The piece of learning. */
  readonly identity: string;
  readonly achieved: boolean;
  /** The first and the last day on which the unit may be started, as 2026-09-01; null for no bound. */
  readonly from: string | null;
  readonly to: string | null;
}

/** One unit in thousandths, the scale of every figure and bound. */
export const ONE = 1000n;

/** A number of up to three places in thousandths. */
export function thousandths(text: string): bigint {
  const [, whole, places = ''] = /^(\d{1,16})(?:\.(\d{1,3}))?$/.exec(text) ?? [];
  if (whole === undefined) throw new SyntaxError(`'${text}' is no number of up to three places`);
  return BigInt(whole + places.padEnd(3, '0'));
}

/** How much of a figure one entry has, in thousandths. */
export function figureOf({ ref, figures }: ListedEntry, noun: string): bigint {
  const figure = noun === 'units' ? ONE : figures.get(noun);
  if (figure === undefined) throw new SyntaxError(`the ${noun} of ${ref} is counted and not given`);
  return figure;
}

/** The ordinal of a level as it is written: `3` is 3, `Entry 3` is 0; null for any text that is none of the levels. */
export function ordinalOf(level: string): number | null {
  const [, entry, number] = /^(?:Entry ([1-3])|([1-9]|1[0-2]))$/.exec(level) ?? [];
  if (entry !== undefined) return Number(entry) - 3;
  return number === undefined ? null : Number(number);
}
