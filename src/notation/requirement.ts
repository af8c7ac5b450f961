import type { Source } from '../domain/source.js';
import type { Requirement, Threshold } from '../domain/statement.js';
import { EVERY_UNIT, fromUnits } from '../domain/unit-filter.js';
import { readBound, type Bound } from './bound.js';
import { Misread, type Cursor } from './cursor.js';
import { readGroups, readUnits, seesUnit } from './name-list.js';
import type { Names } from './names.js';
import { readQuantity } from './quantity.js';
import { readCountedFilter, readFilter } from './unit-filter.js';

type Reader = (cursor: Cursor, source: Source, names: Names) => Requirement<Threshold> | null;

const ADJECTIVE = '(?:mandatory|optional|core|compulsory)';
/** A group says which units; an adjective before them says nothing more where a group follows. */
const ALL_UNITS = new RegExp(
  `^(?:all|every)(?:\\s+of)?(?:\\s+the)?\\s+(?:${ADJECTIVE}\\s+units?(?=\\s+(?:from|in|within)\\s)|units?(?![\\w-]))`,
  'i',
);
const BEFORE_NOUN = new RegExp(`^(?:of\\s+(?:the|these)\\s+|${ADJECTIVE}\\s+(?=\\w+\\s+(?:from|in|within)\\s))`, 'i');
const OF_GROUPS = /^(?:of\s+(?:the\s+)?(?:following\s+)?groups?|groups?\s+(?:from|of|out\s+of))(?![\w-])/i;
const OF_UNITS = /^(?:units?\s+)?of\s+(?:the\s+)?(?:following\s+)?units?(?![\w-])(?!\s+(?:from|in|within|at)\s):?/i;
const OF_NAMED = /^of(?:\s+the\s+following)?(?![\w-]):?/i;
const COMPLETED = /^must\s+be\s+(?:included|taken|achieved|completed|counted)(?![\w-])/i;
const IN_TOTAL = /^(?:in\s+(?:total|all)|overall|altogether|combined)(?![\w-])/i;
const ACHIEVED = /^(?:(?:are|is|must\s+be|may\s+be|can\s+be)\s+)?(?:achieved\s+already|already\s+achieved)(?![\w-])/i;
const PRIOR_LEARNING =
  /^(?:(?:may|can|must|are|is)\s+)?(?:(?:be|come)\s+)?(?:(?:achieved|gained|obtained|claimed)\s+)?(?:through|by|via)\s+(?:RPL|APL|(?:the\s+)?recognition\s+of\s+prior\s+learning|prior\s+learning|credit\s+transfer)(?![\w-])/i;

/** Reads what a rule may ask and a `needs` statement may call for; null when nothing of the kind begins here. */
export const readRequirement: Reader = (cursor, source, names) =>
  readLinked(cursor, source, names) ?? readAllUnits(cursor, source, names) ?? readBounded(cursor, source, names);

const readLinked: Reader = (cursor, source, names) => {
  if (!cursor.accept('all or none of')) return null;
  if (!cursor.accept('the units') && !cursor.accept('units') && !seesUnit(cursor, names)) cursor.fail("'units'");
  return { kind: 'linked', units: atLeastTwo(cursor, readUnits(cursor, names)), source };
};

const readAllUnits: Reader = (cursor, source, names) => {
  if (cursor.match(ALL_UNITS) === null) return null;
  const filter = readFilter(cursor, names);
  cursor.match(COMPLETED);
  return { kind: 'all-units', filter, source };
};

const readBounded: Reader = (cursor, source, names) => {
  const bound = readBound(cursor, names);
  if (bound === null) return null;
  if (bound.percent) return readShare(cursor, source, names, bound);
  const { interval } = bound;
  if (cursor.match(OF_GROUPS) !== null) {
    return { kind: 'groups-used', groups: readGroups(cursor, names), interval, source };
  }
  if (acceptOfUnits(cursor, names)) return readOfUnits(cursor, source, names, bound);
  cursor.match(BEFORE_NOUN);
  const quantity = readQuantity(cursor, names);
  cursor.match(IN_TOTAL);
  const filter = readCountedFilter(cursor, names);
  const achieved = acceptAchieved(cursor);
  cursor.match(IN_TOTAL);
  return { kind: 'amount', quantity, filter: { ...filter, achieved }, interval, source };
};

/** `of units X, Y`, and `of X, Y` where those are units. */
function acceptOfUnits(cursor: Cursor, names: Names): boolean {
  if (cursor.match(OF_UNITS) !== null) return true;
  const start = cursor.offset;
  if (cursor.match(OF_NAMED) !== null && seesUnit(cursor, names)) return true;
  cursor.offset = start;
  return false;
}

function readOfUnits(cursor: Cursor, source: Source, names: Names, { interval }: Bound): Requirement<Threshold> {
  const units = readUnits(cursor, names);
  if (interval.min === null && interval.max === 1) return { kind: 'barred', units: atLeastTwo(cursor, units), source };
  return { kind: 'amount', quantity: 'units', filter: fromUnits(...units), interval, source };
}

function readShare(cursor: Cursor, source: Source, names: Names, bound: Bound): Requirement<Threshold> {
  if (!cursor.accept('of')) cursor.fail("'of credits', 'of units' or 'of GLH'");
  cursor.accept('the');
  const quantity = readQuantity(cursor, names);
  const whole = readFilter(cursor, names);
  const percent = bound.interval;
  if (acceptAchieved(cursor)) {
    return { kind: 'share', quantity, whole, part: { ...EVERY_UNIT, achieved: true }, percent, source };
  }
  if (cursor.match(/^(?:are|is|must\s+be|must\s+come)(?![\w-])/i) === null) {
    cursor.fail("'are at level', 'are from' or 'are achieved already'");
  }
  const part = readFilter(cursor, names);
  if (part.from.kind === 'anywhere' && part.level === null) cursor.fail("'at level', 'from' or 'achieved already'");
  return { kind: 'share', quantity, whole, part, percent, source };
}

function acceptAchieved(cursor: Cursor): boolean {
  return cursor.match(ACHIEVED) !== null || cursor.match(PRIOR_LEARNING) !== null;
}

function atLeastTwo(cursor: Cursor, units: string[]): string[] {
  if (units.length < 2) throw new Misread('at least two different units are needed here', cursor.offset);
  return units;
}
