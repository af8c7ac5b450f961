import type { Source } from '../domain/source.js';
import type { Requirement, Statement, Threshold } from '../domain/statement.js';
import { EVERY_UNIT, fromUnits, type UnitFilter } from '../domain/unit-filter.js';
import { readBound, type Bound } from './bound.js';
import { Misread, sourceAt, type Cursor } from './cursor.js';
import { readGroups, readUnits } from './name-list.js';
import type { Names } from './names.js';
import { readQuantity } from './quantity.js';
import { readFilter } from './unit-filter.js';

type Reader<S> = (cursor: Cursor, source: Source, names: Names) => S | null;

const FORMS =
  "a statement: 'all units from', 'at least', 'at most', 'exactly', 'between', 'all or none of units', 'units', " +
  "'any unit', or a list under 'any of', 'all of', 'none of'";

/** Reads a statement that holds no list of statements: every form of the notation but the combinations. */
export function readSimpleStatement(cursor: Cursor, source: Source, names: Names): Statement<Threshold> {
  const here = sourceAt(source, cursor.offset);
  return (
    readRequirement(cursor, here, names) ??
    readAboutUnits(cursor, here, names) ??
    readAnyUnitNeeds(cursor, here, names) ??
    cursor.fail(FORMS)
  );
}

const readRequirement: Reader<Requirement<Threshold>> = (cursor, source, names) =>
  readLinked(cursor, source, names) ??
  readAllUnits(cursor, source, names) ??
  readBarred(cursor, source, names) ??
  readBounded(cursor, source, names);

const readLinked: Reader<Requirement<Threshold>> = (cursor, source, names) => {
  if (!cursor.accept('all or none of')) return null;
  return { kind: 'linked', units: readSeveralUnits(cursor, names), source };
};

const readAllUnits: Reader<Requirement<Threshold>> = (cursor, source, names) => {
  if (!cursor.accept('all units')) return null;
  return { kind: 'all-units', filter: readFilter(cursor, names), source };
};

const readBarred: Reader<Requirement<Threshold>> = (cursor, source, names) => {
  if (!cursor.accept('at most one of units') && !cursor.accept('at most 1 of units')) return null;
  return { kind: 'barred', units: atLeastTwo(cursor, readUnits(cursor, names)), source };
};

const readBounded: Reader<Requirement<Threshold>> = (cursor, source, names) => {
  const bound = readBound(cursor, names);
  if (bound === null) return null;
  if (bound.percent) return readShare(cursor, source, names, bound);
  const { interval } = bound;
  if (cursor.accept('of groups')) return { kind: 'groups-used', groups: readGroups(cursor, names), interval, source };
  if (cursor.accept('of units')) {
    return { kind: 'amount', quantity: 'units', filter: fromUnits(...readUnits(cursor, names)), interval, source };
  }
  const quantity = readQuantity(cursor, names);
  const filter = readFilter(cursor, names);
  return { kind: 'amount', quantity, filter: { ...filter, achieved: acceptAchieved(cursor) }, interval, source };
};

function readShare(cursor: Cursor, source: Source, names: Names, bound: Bound): Requirement<Threshold> {
  cursor.expect('of');
  const quantity = readQuantity(cursor, names);
  const whole = readFilter(cursor, names);
  if (acceptAchieved(cursor)) {
    return { kind: 'share', quantity, whole, part: { ...EVERY_UNIT, achieved: true }, percent: bound.interval, source };
  }
  if (!cursor.accept('are') && !cursor.accept('is'))
    cursor.fail("'are at level', 'are from' or 'are achieved already'");
  const part = readFilter(cursor, names);
  if (part.from.kind === 'anywhere' && part.level === null) cursor.fail("'at level', 'from' or 'achieved already'");
  return { kind: 'share', quantity, whole, part, percent: bound.interval, source };
}

function acceptAchieved(cursor: Cursor): boolean {
  return cursor.accept('are achieved already') || cursor.accept('is achieved already');
}

/** What follows `units` where no list of units does. */
const NO_LIST = ['from', 'at level', 'do not count'];

const readAboutUnits: Reader<Statement<Threshold>> = (cursor, source, names) => {
  if (!cursor.accept('units') && !cursor.accept('unit')) return null;
  const filter = NO_LIST.some((word) => cursor.sees(word)) ? readFilter(cursor, names) : readListed(cursor, names);
  if (cursor.accept('do not count') || cursor.accept('does not count')) return { kind: 'not-counted', filter, source };
  return readNeeds(cursor, source, names, filter);
};

const readAnyUnitNeeds: Reader<Statement<Threshold>> = (cursor, source, names) => {
  if (!cursor.accept('any unit')) return null;
  return readNeeds(cursor, source, names, readFilter(cursor, names));
};

function readNeeds(cursor: Cursor, source: Source, names: Names, dependants: UnitFilter): Statement<Threshold> {
  if (!cursor.accept('need') && !cursor.accept('needs')) cursor.fail("'need' or 'do not count'");
  const here = sourceAt(source, cursor.offset);
  if (cursor.accept('units') || cursor.accept('unit')) {
    const requirement = { kind: 'all-units', filter: readListed(cursor, names), source: here } as const;
    return { kind: 'needs', dependants, requirement, source };
  }
  const requirement =
    readRequirement(cursor, here, names) ?? cursor.fail("'unit', 'units', 'at least' or another condition");
  return { kind: 'needs', dependants, requirement, source };
}

function readListed(cursor: Cursor, names: Names): UnitFilter {
  return fromUnits(...readUnits(cursor, names));
}

function readSeveralUnits(cursor: Cursor, names: Names): string[] {
  if (!cursor.accept('units')) cursor.fail("'units'");
  return atLeastTwo(cursor, readUnits(cursor, names));
}

function atLeastTwo(cursor: Cursor, units: string[]): string[] {
  if (units.length < 2) throw new Misread('at least two different units are needed here', cursor.offset);
  return units;
}
