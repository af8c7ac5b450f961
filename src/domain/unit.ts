import type { Level } from './level.js';
import type { Place } from './source.js';

/**
 * One row of a unit table: a unit as listed in one group. `N` is `number`, or wider while `TBC` values are open.
 * `credit` is in credits, `glh` in hours; both are whole numbers. `columns` keeps every further column as written.
 */
export interface UnitRow<N = number> {
  readonly group: string;
  readonly ref: string;
  /** The Ofqual reference, where `ref` is another code and the table gives it. */
  readonly urn: string | null;
  readonly title: string;
  readonly level: Level;
  readonly credit: N;
  readonly glh: N;
  readonly columns: ReadonlyMap<string, string>;
  readonly place: Place;
}

/** A value that the awarding organisation has yet to confirm, with the name under which `--set` gives it. */
export interface OpenValue {
  readonly open: string;
}

/**
 * One unit as listed in one group of a qualification whose values are all known. `index` is its position in the
 * table, and the number by which selections name it. Entries of one `identity` are one piece of learning, of which at
 * most one entry counts.
 */
export interface Entry extends UnitRow {
  readonly index: number;
  readonly identity: string;
}
