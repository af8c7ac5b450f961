import type { Interval } from './interval.js';
import type { Quantity } from './quantity.js';
import type { Source } from './source.js';
import type { UnitFilter } from './unit-filter.js';
import type { UnitKey } from './unit-key.js';

/** A threshold by name, open until a request sets it. */
export interface Parameter {
  readonly parameter: string;
}

/** A threshold of a rule as written: a number of up to three places, or the name of a parameter. */
export type Threshold = number | Parameter;

/** Something that was written somewhere. */
interface Stated {
  readonly source: Source;
}

/** `all units from A` */
export interface AllUnits extends Stated {
  readonly kind: 'all-units';
  readonly filter: UnitFilter;
}

/** `between 6 and 9 credits from B or C at level 3`, `at most 20 credits are achieved already` */
export interface Amount<N> extends Stated {
  readonly kind: 'amount';
  readonly quantity: Quantity;
  readonly filter: UnitFilter;
  readonly interval: Interval<N>;
}

/**
 * `at least 50% of credits from B or C are at level 2 or above`: of what `whole` passes, the percentage that `part`
 * passes as well lies in `percent`. A whole of nothing meets every share.
 */
export interface Share<N> extends Stated {
  readonly kind: 'share';
  readonly quantity: Quantity;
  readonly whole: UnitFilter;
  readonly part: UnitFilter;
  readonly percent: Interval<N>;
}

/**
 * `at most one unit of each title`, `at most 2 units of each subject from B`: for every value that units which pass the
 * filter have, what those of that value add up to lies in the interval. Units without a value are looked at by none.
 */
export interface OfEach<N> extends Stated {
  readonly kind: 'of-each';
  readonly quantity: Quantity;
  readonly key: UnitKey;
  readonly filter: UnitFilter;
  readonly interval: Interval<N>;
}

/** `at most one of units X, Y` */
export interface Barred extends Stated {
  readonly kind: 'barred';
  readonly units: readonly string[];
}

/** `all or none of units X, Y` */
export interface Linked extends Stated {
  readonly kind: 'linked';
  readonly units: readonly string[];
}

/** `units X, Y need unit Z`, `any unit from C needs at least 2 units from B`: any one dependant calls for the rest. */
export interface Needs<N> extends Stated {
  readonly kind: 'needs';
  readonly dependants: UnitFilter;
  readonly requirement: Requirement<N>;
}

/** What a `needs` statement may call for. */
export type Requirement<N> = AllUnits | Amount<N> | Share<N> | OfEach<N> | Barred | Linked | GroupsUsed<N>;

/** `at least 2 of groups B, C, D`: a group is used when one of its units is counted. */
export interface GroupsUsed<N> extends Stated {
  readonly kind: 'groups-used';
  readonly groups: readonly string[];
  readonly interval: Interval<N>;
}

/** `units from ADD do not count`: certificated, but never part of what is counted. */
export interface NotCounted extends Stated {
  readonly kind: 'not-counted';
  readonly filter: UnitFilter;
}

/**
 * `any of`, `all of`, `none of`, `at least n of`, `exactly n of` a list of statements: how many of `parts` hold lies
 * in `interval`. `any of` is at least 1, `none of` exactly 0, `all of` at least as many as there are parts.
 */
export interface Combination<N> extends Stated {
  readonly kind: 'combination';
  readonly interval: Interval;
  readonly parts: readonly Statement<N>[];
}

/** One condition of a rule of combination. `N` is `number` once every named parameter has its value. */
export type Statement<N = number> =
  | AllUnits
  | Amount<N>
  | Share<N>
  | OfEach<N>
  | Barred
  | Linked
  | Needs<N>
  | GroupsUsed<N>
  | NotCounted
  | Combination<N>;

/** The kinds of statement, for code that needs one thing a kind. */
export type StatementKind = Statement['kind'];
