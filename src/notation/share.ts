import type { Source } from '../domain/source.js';
import type { Share, Threshold } from '../domain/statement.js';
import { EVERY_UNIT, type UnitFilter } from '../domain/unit-filter.js';
import type { Bound } from './bound.js';
import type { Cursor } from './cursor.js';
import type { Names } from './names.js';
import { acceptAchieved } from './prior-learning.js';
import { readQuantity } from './quantity.js';
import { readFilter } from './unit-filter.js';
import { phrase, TAKEN } from './words.js';

const VERB = phrase(
  `(?:are|is|come|must\\s+be|must\\s+come|have\\s+to\\s+be)(?:\\s+${TAKEN}(?=\\s+(?:from|at|in|within|across)\\s))?`,
);
const PART_WANTED = "'are at level', 'are from' or 'are achieved already'";

/** Reads the rest of a share, behind `at least 50%`. */
export function readShare(cursor: Cursor, source: Source, names: Names, { interval }: Bound): Share<Threshold> {
  if (!cursor.accept('of')) cursor.fail("'of credits', 'of units' or 'of GLH'");
  cursor.accept('the');
  const quantity = readQuantity(cursor, names);
  const whole = readFilter(cursor, names);
  const share = { kind: 'share', quantity, percent: interval, source } as const;
  if (acceptAchieved(cursor)) return { ...share, whole, part: { ...EVERY_UNIT, achieved: true } };
  if (cursor.match(VERB) === null) return { ...share, whole: EVERY_UNIT, part: soleCondition(cursor, whole) };
  const part = readFilter(cursor, names);
  if (passesAll(part)) cursor.fail("'at level', 'from' or 'achieved already'");
  return { ...share, whole, part };
}

/** `at least 51% of the credits at level 2`: without a verb, the one condition says which part is meant. */
function soleCondition(cursor: Cursor, filter: UnitFilter): UnitFilter {
  const { from, except, level, unstartable } = filter;
  const narrowed = [from.kind !== 'anywhere', except.length > 0, level !== null, unstartable !== null];
  const conditions = narrowed.filter(Boolean).length;
  if (conditions !== 1 || except.length > 0 || !cursor.atPause) return cursor.fail(PART_WANTED);
  return filter;
}

function passesAll({ from, except, level, unstartable }: UnitFilter): boolean {
  return from.kind === 'anywhere' && except.length === 0 && level === null && unstartable === null;
}
