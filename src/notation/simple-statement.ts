import type { Source } from '../domain/source.js';
import type { Statement, Threshold } from '../domain/statement.js';
import { fromUnits, type UnitFilter } from '../domain/unit-filter.js';
import { adviceAtStart } from './advice.js';
import { readBetweenUnits } from './between-units.js';
import { Misread, sourceAt, type Cursor } from './cursor.js';
import { readHandbookSentence } from './handbook-sentence.js';
import { readEveryUnit, readUnits, seesUnit } from './name-list.js';
import type { Names } from './names.js';
import { readRequirement } from './requirement.js';
import { readFilter } from './unit-filter.js';
import { Pattern } from './pattern.js';
import { phrase, TAKEN, WORD_END } from './words.js';

type Reader = (cursor: Cursor, source: Source, names: Names) => Statement<Threshold> | null;

const FORMS =
  "a statement: 'all units from', 'at least', 'at most', 'exactly', 'more than', 'between', 'all or none of units', " +
  "'units', 'any unit', or a list under 'any of', 'all of', 'none of'";

/**
 * How handbooks begin: 'To achieve this qualification, learners must complete ...'. It changes nothing: what it names is
 * the qualification, without a figure but that of its level, and nothing that a rule could speak of.
 */
const PURPOSE = String.raw`to\s+(?:achieve|gain|complete|be\s+awarded)\s+(?:(?!(?:and|or|units?|credits?|groups?|GLH|from|at)${WORD_END})(?:level\s+\d+|entry\s+\d|[\p{L}&’'()-]{1,30})\s+){0,14}?(?:qualification|award|certificate|diploma)(?:\s+in(?:\s+(?!(?:and|or|units?|credits?|groups?|GLH|from|at)${WORD_END})[\p{L}&’'()-]{1,30}){1,8})?\s*,\s*`;
const LEAD_IN = new Pattern(
  String.raw`^(?:${PURPOSE})?(?:(?:the\s+|a\s+|all\s+)?(?:learners?|candidates?|students?|you)\s+)?(?:must\s+(?:achieve|complete|take|select|choose|gain|obtain|include|pass)|includes?)${WORD_END}`,
);

/** The name of the paragraph, as some documents put it before its first sentence. */
const HEADING = /^(?:the\s+)?rules?\s+of\s+combination\s*[:–—-]\s*(?=\S)/i;

const INCLUDED = new Pattern(
  String.raw`^(?:(?:is|are)\s+(?:mandatory|compulsory|required)|must\s+be\s+${TAKEN})(?=\s*(?:$|[;)]))`,
);
const NOT_COUNTED = new Pattern(
  String.raw`^(?:(?:do|does)(?:\s+not|n['’]t)\s+count|(?:is|are)\s+not\s+counted)${WORD_END}(?:\s+towards?\s+(?:the\s+|this\s+)?(?:total|qualification|award|certificate|diploma)${WORD_END})?`,
);

/** Reads a statement that holds no list of statements: every form of the notation but the combinations. */
export function readSimpleStatement(cursor: Cursor, source: Source, names: Names): Statement<Threshold> {
  cursor.match(HEADING);
  const here = sourceAt(source, cursor.offset);
  const leadIn = cursor.match(LEAD_IN);
  if (leadIn !== null && (cursor.sees('unit') || cursor.sees('units') || seesUnit(cursor, names))) {
    return readIncluded(cursor, here, names);
  }
  return (
    readHandbookSentence(cursor, here, names) ??
    readRequirement(cursor, here, names) ??
    readAnyUnitNeeds(cursor, here, names) ??
    readAboutUnits(cursor, here, names) ??
    refuse(cursor, FORMS)
  );
}

/** Where it is known what to write, that says it all; otherwise every form is named. */
function refuse(cursor: Cursor, expected: string): never {
  const advice = adviceAtStart(cursor.rest);
  if (advice !== null) throw new Misread(advice, cursor.offset);
  return cursor.fail(expected, null);
}

/** `must include units X, Y` */
function readIncluded(cursor: Cursor, source: Source, names: Names): Statement<Threshold> {
  if (!cursor.accept('units')) cursor.accept('unit');
  return { kind: 'all-units', filter: fromUnits(...readEveryUnit(cursor, names)), source };
}

/** What follows `units` where no list of units does. */
const NO_LIST = phrase(
  'from|in|within|across|outside|at\\s+levels?|(?:do|does)\\s+not\\s+count|are\\s+not\\s+counted|except|other\\s+than|(?:that|which)\\s+can(?:not|\\s+not)',
);

const readAboutUnits: Reader = (cursor, source, names) => {
  if (!cursor.accept('units') && !cursor.accept('unit') && !seesUnit(cursor, names)) return null;
  const listed = !cursor.sees(NO_LIST);
  const start = cursor.offset;
  const filter = listed ? fromUnits(...readUnits(cursor, names)) : readFilter(cursor, names);
  if (cursor.match(NOT_COUNTED) !== null) return { kind: 'not-counted', filter, source };
  if (filter.from.kind === 'units') {
    const tied = readBetweenUnits(cursor, source, names, filter.from.units);
    if (tied !== null) return tied;
  }
  if (!listed || !ends(cursor)) return readNeeds(cursor, source, names, filter);
  cursor.offset = start;
  const every = fromUnits(...readEveryUnit(cursor, names));
  cursor.match(INCLUDED);
  return { kind: 'all-units', filter: every, source };
};

/** Whether a list of units is all that is said, or nothing more than that they are to be included. */
function ends(cursor: Cursor): boolean {
  return cursor.sees(INCLUDED) || /^\s*(?:$|[;)])/.test(cursor.rest);
}

const readAnyUnitNeeds: Reader = (cursor, source, names) => {
  if (!cursor.accept('any unit')) return null;
  return readNeeds(cursor, source, names, readFilter(cursor, names));
};

function readNeeds(cursor: Cursor, source: Source, names: Names, dependants: UnitFilter): Statement<Threshold> {
  if (cursor.match(phrase('needs?|requires?')) === null) cursor.fail("'need', 'do not count', 'from' or 'at level'");
  const here = sourceAt(source, cursor.offset);
  const called = readRequirement(cursor, here, names);
  if (called !== null) return { kind: 'needs', dependants, requirement: called, source };
  if (!cursor.accept('units') && !cursor.accept('unit') && !seesUnit(cursor, names)) {
    refuse(cursor, "'unit', 'units', 'at least' or another condition");
  }
  const filter = fromUnits(...readEveryUnit(cursor, names));
  return { kind: 'needs', dependants, requirement: { kind: 'all-units', filter, source: here }, source };
}
