import type { Validity } from './date.js';
import type { UnitLevel } from './level.js';
import type { Place } from './source.js';

/** A value that nobody has given yet, with the name under which `--set` gives it, and the bounds that are known. */
export interface OpenValue {
  readonly open: string;
  readonly min: number | null;
  readonly max: number | null;
}

/** A figure of a unit table: a number of up to three places, or a value that is still open. */
export type Figure = number | OpenValue;

/** What stands in a further column where a number would have to: it may not be counted. */
export interface NoFigure {
  readonly text: string;
  readonly place: Place;
}

/**
 * One row of a unit table: a unit as listed in one group. `N` is what its figures are: {@link Figure} as read, `number`
 * where all are known, `number | null` where null is one that nobody knows. `credit` is in credits, `glh` in whole hours.
 */
export interface UnitRow<N = number> {
  readonly group: string;
  readonly ref: string;
  /** The Ofqual reference, where `ref` is another code and the table gives it. */
  readonly urn: string | null;
  readonly title: string;
  readonly level: UnitLevel;
  readonly credit: N;
  readonly glh: N;
  /** Every further column as written. */
  readonly columns: ReadonlyMap<string, string>;
  /** Every further column as it is counted. */
  readonly figures: ReadonlyMap<string, N | NoFigure>;
  /** When the unit may be started; absent where the table does not say. */
  readonly valid?: Validity;
  readonly place: Place;
}

/**
 * One unit as listed in one group of a qualification; null is a figure that nobody knows. `index` is its position in
 * the table, and the number by which selections name it. Entries of one `identity` are one piece of learning, of which
 * at most one entry counts.
 */
export interface Entry extends UnitRow<number | null> {
  readonly index: number;
  readonly identity: string;
}
