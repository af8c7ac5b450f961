import { atLeast, atMost, between, exactly, type Interval } from '../domain/interval.js';
import { formatLevel, LEVEL_RANGE, LEVELS, parseLevel, type Level } from '../domain/level.js';
import { EVERY_UNIT, type From, type UnitFilter } from '../domain/unit-filter.js';
import { Misread, type Cursor } from './cursor.js';
import { printNames, printUnits, readGroups, readUnits, seesUnit } from './name-list.js';
import type { Names } from './names.js';

const FROM = /^(?:from|within|in(?!\s+(?:total|all)(?![\w-])))(?![\w-])|^(?=outside\s)/i;
const AT_LEVEL = /^at\s+(?:(?:or\s+(above|below)\s+)?levels?(?![\w-])|(?=(?:L\d{1,2}|entry)(?![\w-])))/i;
const BEYOND_LEVEL = /^(above|below)\s+level(?![\w-])/i;
const LEVEL_NAME = /^(?:levels?\s+)?(entry\s+(?:level\s+)?\d|\w+)/i;
const UPWARDS = /^(?:\+|(?:or|and)\s+(?:above|higher|over|upwards?)|upwards)(?![\w-])/i;
const DOWNWARDS = /^(?:or|and)\s+(?:below|lower|under)(?![\w-])/i;
const FURTHER_LEVEL = /^(to|–|-|\/|or|and|,)\s*(?=(?:levels?\s+)?(?:L?\d|entry\s))/i;

/** Words that may stand before `from` and `at level` where a quantity is counted, and change nothing. */
const COUNTED =
  /^,?\s*(?:(?:must|should|can|may|to|are|is)\s+)?(?:(?:be|come)\s+)?(?:(?:achieved|taken|chosen|selected|gained|drawn|made\s+up)\s+)?(?=(?:from|in|within|at)\s)/i;

/** Reads `from B or C at level 3 or above`; either part may be absent, and either may come first. */
export function readFilter(cursor: Cursor, names: Names): UnitFilter {
  const early = readLevel(cursor);
  const from = cursor.match(FROM) === null ? EVERY_UNIT.from : readFrom(cursor, names);
  return { from, level: early ?? readLevel(cursor), achieved: false };
}

/** As {@link readFilter}, where words such as `must be taken` may lead to each part. */
export function readCountedFilter(cursor: Cursor, names: Names): UnitFilter {
  cursor.match(COUNTED);
  const first = readFilter(cursor, names);
  if (first.from.kind !== 'anywhere' && first.level !== null) return first;
  const start = cursor.offset;
  cursor.match(COUNTED);
  const second = readFilter(cursor, names);
  if (first.from.kind !== 'anywhere' && second.from.kind !== 'anywhere') {
    throw new Misread("write several groups after one 'from': from B or C", start);
  }
  const from = first.from.kind === 'anywhere' ? second.from : first.from;
  return { from, level: first.level ?? second.level, achieved: false };
}

function readFrom(cursor: Cursor, names: Names): From {
  if (cursor.match(/^outside(?:\s+of)?(?![\w-])/i) !== null)
    return { kind: 'outside', groups: readGroups(cursor, names) };
  if (cursor.accept('units') || cursor.accept('unit') || seesUnit(cursor, names)) {
    return { kind: 'units', units: readUnits(cursor, names) };
  }
  return { kind: 'groups', groups: readGroups(cursor, names) };
}

function readLevel(cursor: Cursor): Interval | null {
  const beyond = cursor.match(BEYOND_LEVEL);
  if (beyond !== null) return readBeyond(cursor, beyond[1] ?? '', 1);
  const found = cursor.match(AT_LEVEL);
  if (found === null) return null;
  if (found[1] !== undefined) return readBeyond(cursor, found[1], 0);
  const start = cursor.offset;
  const level = readLevelName(cursor);
  if (cursor.match(UPWARDS) !== null) return atLeast(level);
  if (cursor.match(DOWNWARDS) !== null) return atMost(level);
  const levels = [level];
  let ranges = false;
  for (let word = cursor.match(FURTHER_LEVEL); word !== null; word = cursor.match(FURTHER_LEVEL)) {
    ranges ||= /^(?:to|[–-])/i.test(word[0]);
    levels.push(readLevelName(cursor));
  }
  return rangeOf(levels, ranges, start);
}

function readBeyond(cursor: Cursor, word: string, steps: 0 | 1): Interval {
  const start = cursor.offset;
  const level = readLevelName(cursor);
  const upwards = word.toLowerCase() === 'above';
  const bound = LEVELS.find((it) => it === (upwards ? level + steps : level - steps));
  if (bound === undefined) throw new Misread(`there is no such level: levels are ${LEVEL_RANGE}`, start);
  return upwards ? atLeast(bound) : atMost(bound);
}

/** Levels without a gap are a range; `2 or 4` is none. */
function rangeOf(levels: readonly Level[], ranges: boolean, start: number): Interval {
  const [lowest, highest] = [Math.min(...levels), Math.max(...levels)];
  if (lowest === highest) return exactly(lowest);
  if ((ranges && levels.length === 2) || new Set(levels).size === highest - lowest + 1) return between(lowest, highest);
  throw new Misread(
    "levels with a gap between them cannot stand in one statement; write 'at levels 2 to 4', or one statement a level",
    start,
  );
}

function readLevelName(cursor: Cursor): Level {
  const name = LEVEL_NAME.exec(cursor.rest)?.[1] ?? '';
  const level = parseLevel(name.replace(/^L(?=\d$)/i, ''));
  if (level === null) return cursor.fail(`a level (${LEVEL_RANGE})`);
  cursor.match(LEVEL_NAME);
  return level;
}

/** The filter's words with a leading space, or nothing for the filter that passes every unit. */
export function printFilter(filter: UnitFilter): string {
  return `${printFrom(filter.from)}${filter.level === null ? '' : ` ${printLevels(filter.level)}`}`;
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

function printLevels({ min, max }: Interval): string {
  const name = (ordinal: number | null): string => (ordinal === null ? '' : formatLevel(ordinal as Level));
  if (min === max) return `at level ${name(min)}`;
  if (min !== null && max !== null) return `at levels ${name(min)} to ${name(max)}`;
  return max === null ? `at level ${name(min)} or above` : `at level ${name(max)} or below`;
}
