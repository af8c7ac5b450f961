import { atMost, type Interval } from '../domain/interval.js';
import type { Quantity } from '../domain/quantity.js';
import type { Source } from '../domain/source.js';
import type { Amount, OfEach, Requirement, Threshold } from '../domain/statement.js';
import { fromGroups, fromUnits } from '../domain/unit-filter.js';
import { closed, inWholes, readBound, type Bound } from './bound.js';
import { Misread, type Cursor } from './cursor.js';
import { readEveryUnit, readGroups, readUnits, seesGroup, seesUnit } from './name-list.js';
import type { Names } from './names.js';
import { acceptAchieved } from './prior-learning.js';
import { readQuantity, readUnitKey } from './quantity.js';
import { readShare } from './share.js';
import { readFilter } from './unit-filter.js';
import { ADJECTIVE, COUNTING, phrase, TAKEN } from './words.js';
import { Pattern } from './pattern.js';

type Reader = (cursor: Cursor, source: Source, names: Names) => Requirement<Threshold> | null;

const FROM_WORD = '(?:from|in|within|across)';
/** A group says which units; an adjective before them says nothing more where a group follows. */
const ALL_UNITS = phrase(
  `(?:all|every)(?:\\s+of)?(?:\\s+the)?\\s+(?:${ADJECTIVE}\\s+units?(?=\\s+${FROM_WORD}\\s)|units?)`,
);
const ALL_OF = phrase('(?:all|every|both)(?:\\s+of)?(?:\\s+the)?');
const BEFORE_NOUN = new Pattern(
  `^(?:of\\s+(?:the|these)\\s+(?=\\w)|${ADJECTIVE}\\s+(?=\\w+(?:\\(s\\))?,?\\s+${COUNTING}(?:${FROM_WORD}|outside|except|other\\s+than|excluding)\\s))`,
);
const OF_GROUPS = phrase('of\\s+(?:the\\s+)?(?:following\\s+)?groups?|groups?\\s+(?:from|of|out\\s+of)');
const OF_UNITS = new Pattern(
  String.raw`^(?:units?\s+)?of\s+(?:the\s+)?(?:following\s+)?units?(?![\p{L}\p{N}_-])(?!\s+(?:from|in|within|at)\s):?`,
);
const OF_NAMED = new Pattern(String.raw`^of(?:\s+the\s+following)?(?![\p{L}\p{N}_-]):?`);
const OF_EACH = phrase('of\\s+each');
const DONE = phrase(`(?:must|have\\s+to|has\\s+to)\\s+be\\s+${TAKEN}`);
const ALLOWED = phrase(`(?:may|can)\\s+be\\s+${TAKEN}`);
const USED = phrase('(?:are|is|must\\s+be|have\\s+to\\s+be)\\s+(?:used|chosen|covered)');
const IN_TOTAL = phrase('in\\s+(?:total|all)|overall|altogether|combined');
const NO = phrase('no(?=\\s+(?:credits?|units?|GLH))');

/** Reads what a rule may ask and a `needs` statement may call for; null when nothing of the kind begins here. */
export const readRequirement: Reader = (cursor, source, names) =>
  readLinked(cursor, source, names) ??
  readAllUnits(cursor, source, names) ??
  readNone(cursor, source, names) ??
  readBounded(cursor, source, names);

const readLinked: Reader = (cursor, source, names) => {
  if (!cursor.accept('all or none of')) return null;
  if (!cursor.accept('the units') && !cursor.accept('units') && !seesUnit(cursor, names)) cursor.fail("'units'");
  return { kind: 'linked', units: atLeastTwo(cursor, readUnits(cursor, names)), source };
};

const readAllUnits: Reader = (cursor, source, names) => {
  if (cursor.match(ALL_UNITS) === null) return readAllOf(cursor, source, names);
  const filter = readFilter(cursor, names);
  cursor.match(DONE);
  return { kind: 'all-units', filter, source };
};

/** `all of group B`, `both of units X, Y`: names take the place of `units from`. */
const readAllOf: Reader = (cursor, source, names) =>
  cursor.attempt(() => {
    if (cursor.match(ALL_OF) === null) return null;
    const named = !cursor.accept('units') && !cursor.accept('unit');
    const grouped = named && !seesUnit(cursor, names);
    if (grouped && !seesGroup(cursor, names)) return null;
    const filter = grouped ? fromGroups(...readGroups(cursor, names)) : fromUnits(...readEveryUnit(cursor, names));
    // 'all of groups B and C' may ask for all the groups or for all their units.
    if (filter.from.kind === 'groups' && filter.from.groups.length > 1) return null;
    cursor.match(DONE);
    return { kind: 'all-units', filter, source };
  });

/** `no units from B at level 1`, and `no units X, Y` */
const readNone: Reader = (cursor, source, names) => {
  if (cursor.match(NO) === null) return null;
  const units = readNamedUnits(cursor, names);
  if (units !== null) {
    return { kind: 'amount', quantity: 'units', filter: fromUnits(...units), interval: atMost(0), source };
  }
  return readAmount(cursor, source, names, { interval: atMost(0), quantity: readQuantity(cursor, names) });
};

/** `units X, Y`; null, and no movement, where no unit is named. */
function readNamedUnits(cursor: Cursor, names: Names): readonly string[] | null {
  return cursor.attempt(() => {
    if (!cursor.accept('units') && !cursor.accept('unit')) return null;
    return seesUnit(cursor, names) ? readUnits(cursor, names) : null;
  });
}

/** Reads a bound and what it bounds. */
export const readBounded: Reader = (cursor, source, names) => {
  const start = cursor.offset;
  const bound = readBound(cursor, names);
  return bound === null ? null : readCounted(cursor, source, names, { ...bound, start });
};

/** A bound, and where it began. */
export interface BoundAt extends Bound {
  readonly start: number;
}

/** Reads what a bound bounds: a share, groups, named units, or an amount. */
export function readCounted(cursor: Cursor, source: Source, names: Names, bound: BoundAt): Requirement<Threshold> {
  if (bound.percent) return readShare(cursor, source, names, bound);
  if (cursor.match(OF_GROUPS) !== null) {
    const interval = closed(inWholes(bound.interval, 'groups are counted in whole numbers', bound.start));
    const groups = readGroups(cursor, names);
    cursor.match(USED);
    return { kind: 'groups-used', groups, interval, source };
  }
  if (acceptOfUnits(cursor, names)) return readOfUnits(cursor, source, names, bound);
  cursor.match(BEFORE_NOUN);
  const quantity = readQuantity(cursor, names);
  return readAmount(cursor, source, names, { quantity, interval: boundOf(bound, quantity) });
}

/** Units and hours are whole numbers; credits and figures of a column may have places. */
export function boundOf({ interval, start }: BoundAt, quantity: Quantity): Interval<Threshold> {
  if (quantity !== 'units' && quantity !== 'glh') return interval;
  return closed(inWholes(interval, `${quantity === 'glh' ? 'GLH' : 'units'} are counted in whole numbers`, start));
}

/** Reads where an amount is counted; what is counted and how much has been read. */
export function readAmount(
  cursor: Cursor,
  source: Source,
  names: Names,
  counted: Pick<Amount<Threshold>, 'quantity' | 'interval'>,
): Amount<Threshold> | OfEach<Threshold> {
  cursor.match(IN_TOTAL);
  const key = cursor.match(OF_EACH) === null ? null : readUnitKey(cursor, names);
  const filter = readFilter(cursor, names, true);
  if (counted.interval.min === null) cursor.match(ALLOWED);
  cursor.match(DONE);
  if (key !== null) return { kind: 'of-each', ...counted, key, filter, source };
  const achieved = acceptAchieved(cursor);
  cursor.match(IN_TOTAL);
  return { kind: 'amount', ...counted, filter: { ...filter, achieved }, source };
}

/** `of units X, Y`, and `of X, Y` where those are units. */
function acceptOfUnits(cursor: Cursor, names: Names): boolean {
  if (cursor.match(OF_UNITS) !== null) return true;
  const start = cursor.offset;
  if (cursor.match(OF_NAMED) !== null && seesUnit(cursor, names)) return true;
  cursor.offset = start;
  return false;
}

function readOfUnits(cursor: Cursor, source: Source, names: Names, bound: BoundAt): Requirement<Threshold> {
  const interval = boundOf(bound, 'units');
  const units = readUnits(cursor, names);
  if (interval.min === null) cursor.match(ALLOWED);
  if (interval.min === null && interval.max === 1) return { kind: 'barred', units: atLeastTwo(cursor, units), source };
  return { kind: 'amount', quantity: 'units', filter: fromUnits(...units), interval, source };
}

/** Refuses a list of one unit where a condition ties several to each other. */
export function atLeastTwo(cursor: Cursor, units: string[]): string[] {
  if (units.length < 2) throw new Misread('at least two different units are needed here', cursor.offset);
  return units;
}
