import type { Source } from '../domain/source.js';
import type { Statement, Threshold } from '../domain/statement.js';
import { fromUnits, type UnitFilter } from '../domain/unit-filter.js';
import { adviceAtStart } from './advice.js';
import { Misread, sourceAt, type Cursor } from './cursor.js';
import { readEveryUnit, readUnits, seesGroup, seesUnit } from './name-list.js';
import type { Names } from './names.js';
import { readRequirement } from './requirement.js';
import { readFilter } from './unit-filter.js';

type Reader = (cursor: Cursor, source: Source, names: Names) => Statement<Threshold> | null;

const FORMS =
  "a statement: 'all units from', 'at least', 'at most', 'exactly', 'between', 'all or none of units', 'units', " +
  "'any unit', or a list under 'any of', 'all of', 'none of'";

/** How handbooks begin: 'To achieve this qualification, learners must complete ...'. It changes nothing. */
const LEAD_IN =
  /^(?:to\s+(?:achieve|gain|complete|be\s+awarded)\s[^,;]{1,80},\s*)?(?:(?:the\s+|a\s+|all\s+)?(?:learners?|candidates?|students?|you)\s+)?(?:must\s+(?:achieve|complete|take|select|choose|gain|obtain|include|pass)|includes?)(?![\w-])/i;

const INCLUDED =
  /^(?:(?:is|are)\s+(?:mandatory|compulsory|required)|must\s+be\s+(?:included|taken|achieved|completed|counted))(?=\s*(?:$|[;)]))/i;
const NOT_COUNTED =
  /^(?:(?:do|does)(?:\s+not|n['’]t)\s+count|(?:is|are)\s+not\s+counted)(?![\w-])(?:\s+towards?\s+(?:the\s+|this\s+)?(?:total|qualification|award|certificate|diploma)(?![\w-]))?/i;

/** Reads a statement that holds no list of statements: every form of the notation but the combinations. */
export function readSimpleStatement(cursor: Cursor, source: Source, names: Names): Statement<Threshold> {
  const here = sourceAt(source, cursor.offset);
  const leadIn = cursor.match(LEAD_IN);
  if (leadIn !== null && (cursor.sees('unit') || cursor.sees('units') || seesUnit(cursor, names))) {
    return readIncluded(cursor, here, names);
  }
  return (
    readRequirement(cursor, here, names) ??
    readAboutUnits(cursor, here, names) ??
    readAnyUnitNeeds(cursor, here, names) ??
    refuse(cursor, FORMS, names)
  );
}

/** Where it is known what to write, that says it all; otherwise every form is named. */
function refuse(cursor: Cursor, expected: string, names: Names): never {
  const group = seesGroup(cursor, names) ? "write 'units from' before the group" : null;
  const advice = adviceAtStart(cursor.rest) ?? group;
  if (advice !== null) throw new Misread(advice, cursor.offset);
  return cursor.fail(expected);
}

/** `must include units X, Y` */
function readIncluded(cursor: Cursor, source: Source, names: Names): Statement<Threshold> {
  if (!cursor.accept('units')) cursor.accept('unit');
  return { kind: 'all-units', filter: fromUnits(...readEveryUnit(cursor, names)), source };
}

/** What follows `units` where no list of units does. */
const NO_LIST = ['from', 'in', 'within', 'outside', 'at level', 'at levels', 'do not count', 'are not counted'];

const readAboutUnits: Reader = (cursor, source, names) => {
  if (!cursor.accept('units') && !cursor.accept('unit') && !seesUnit(cursor, names)) return null;
  const listed = !NO_LIST.some((word) => cursor.sees(word));
  const start = cursor.offset;
  const filter = listed ? fromUnits(...readUnits(cursor, names)) : readFilter(cursor, names);
  if (cursor.match(NOT_COUNTED) !== null) return { kind: 'not-counted', filter, source };
  if (!listed || !ends(cursor)) return readNeeds(cursor, source, names, filter);
  cursor.offset = start;
  const every = fromUnits(...readEveryUnit(cursor, names));
  cursor.match(INCLUDED);
  return { kind: 'all-units', filter: every, source };
};

/** Whether a list of units is all that is said, or nothing more than that they are to be included. */
function ends(cursor: Cursor): boolean {
  return INCLUDED.test(cursor.rest) || /^\s*(?:$|[;)])/.test(cursor.rest);
}

const readAnyUnitNeeds: Reader = (cursor, source, names) => {
  if (!cursor.accept('any unit')) return null;
  return readNeeds(cursor, source, names, readFilter(cursor, names));
};

function readNeeds(cursor: Cursor, source: Source, names: Names, dependants: UnitFilter): Statement<Threshold> {
  if (cursor.match(/^(?:needs?|requires?)(?![\w-])/i) === null)
    cursor.fail("'need', 'do not count', 'from' or 'at level'");
  const here = sourceAt(source, cursor.offset);
  if (cursor.accept('units') || cursor.accept('unit') || seesUnit(cursor, names)) {
    const filter = fromUnits(...readEveryUnit(cursor, names));
    const requirement = { kind: 'all-units', filter, source: here } as const;
    return { kind: 'needs', dependants, requirement, source };
  }
  const requirement =
    readRequirement(cursor, here, names) ?? refuse(cursor, "'unit', 'units', 'at least' or another condition", names);
  return { kind: 'needs', dependants, requirement, source };
}
