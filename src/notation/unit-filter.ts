import { parseDate, type IsoDate } from '../domain/date.js';
import type { Interval } from '../domain/interval.js';
import { EVERY_UNIT, type From, type UnitFilter } from '../domain/unit-filter.js';
import { Misread, type Cursor } from './cursor.js';
import { printLevels, readLevels } from './level-filter.js';
import { printNames, printUnits, readGroups, readUnits, seesUnit } from './name-list.js';
import type { Names } from './names.js';
import { ADJECTIVE, COUNTING, phrase, WORD_END } from './words.js';
import { Pattern } from './pattern.js';

const FROM = new Pattern(
  String.raw`^(?:from|within|across|in(?!\s+(?:total|all)${WORD_END}))${WORD_END}|^(?=outside\s)`,
);
const UNSTARTABLE = new Pattern(String.raw`^(?:that|which)\s+(?:cannot|can\s+not)\s+be\s+started\s+on(?=\s)`);
const EXCEPT = phrase(',?\\s*(?:except(?:\\s+for)?|other\\s+than|excluding|apart\\s+from|but\\s+not)');

/** Words that may stand before `from` and `at level` where a quantity is counted, and change nothing. */
const COUNTED = new Pattern(String.raw`^,?\s*${COUNTING}(?=(?:from|in|within|across|at|above|below|outside)\s)`);

/** What a document adds to the name of a group and its name says already: `Group B optional units (optional)`. */
const AFTER_GROUPS = new Pattern(
  String.raw`^(?:${ADJECTIVE}\s+(?:units?|groups?)${WORD_END}|\(\s*${ADJECTIVE}(?:\s+(?:units?|groups?|competence|knowledge))?\s*\))`,
);

/**
 * Reads `from B or C except unit X at level 3 or above`; each part may be absent, and they may come in any order. Where
 * `counted`, words such as `must be taken` may lead to each.
 */
export function readFilter(cursor: Cursor, names: Names, counted = false): UnitFilter {
  let [from, except, level]: [From | null, readonly string[] | null, Interval | null] = [null, null, null];
  let unstartable: IsoDate | null = null;
  for (;;) {
    const start = cursor.offset;
    if (counted) cursor.match(COUNTED);
    const found: Interval | null = level === null ? readLevels(cursor) : null;
    if (found !== null) level = found;
    else if (cursor.match(FROM) !== null) from = readOnce(from, () => readFrom(cursor, names), start);
    else if (except === null && cursor.match(EXCEPT) !== null) except = readExcept(cursor, names);
    else if (unstartable === null && cursor.match(UNSTARTABLE) !== null) unstartable = readDay(cursor);
    else {
      cursor.offset = start;
      return { ...assemble(from, except, level, start), unstartable };
    }
  }
}

function readOnce(known: From | null, read: () => From, start: number): From {
  if (known !== null) throw new Misread("write several groups after one 'from'", start);
  return read();
}

function assemble(
  from: From | null,
  except: readonly string[] | null,
  level: Interval | null,
  start: number,
): Omit<UnitFilter, 'unstartable'> {
  if (except !== null && from?.kind === 'units') {
    throw new Misread('units are listed here: leave those out of the list that are not meant', start);
  }
  return { from: from ?? EVERY_UNIT.from, except: except ?? EVERY_UNIT.except, level, achieved: false };
}

function readFrom(cursor: Cursor, names: Names): From {
  if (cursor.match(phrase('outside(?:\\s+of)?')) !== null) {
    return { kind: 'outside', groups: readGroups(cursor, names) };
  }
  if (cursor.accept('units') || cursor.accept('unit') || seesUnit(cursor, names)) {
    return { kind: 'units', units: readUnits(cursor, names) };
  }
  const groups = readGroups(cursor, names);
  cursor.match(AFTER_GROUPS);
  return { kind: 'groups', groups };
}

function readExcept(cursor: Cursor, names: Names): readonly string[] {
  if (!cursor.accept('units')) cursor.accept('unit');
  return readUnits(cursor, names);
}

function readDay(cursor: Cursor): IsoDate {
  const start = cursor.offset;
  const date = parseDate(cursor.match(/^[\d-]+/)?.[0] ?? '');
  if (date === null) throw new Misread('a day is needed here, written 2026-09-01', start);
  return date;
}

/** The filter's words with a leading space, or nothing for the filter that passes every unit. */
export function printFilter({ from, except, level, unstartable }: UnitFilter): string {
  const exceptions =
    except.length === 0 ? '' : ` except ${except.length === 1 ? 'unit' : 'units'} ${printUnits(except)}`;
  const levels = level === null ? '' : ` ${printLevels(level)}`;
  const dated = unstartable === null ? '' : ` that cannot be started on ${unstartable}`;
  return `${printFrom(from)}${exceptions}${levels}${dated}`;
}

function printFrom(from: From): string {
  switch (from.kind) {
    case 'anywhere':
      return '';
    case 'groups':
      return ` from ${printNames(from.groups, 'or')}`;
    case 'outside':
      return ` from outside ${printNames(from.groups, 'or')}`;
    case 'units':
      return ` from units ${printUnits(from.units)}`;
  }
}
