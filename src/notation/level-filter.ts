import { atLeast, atMost, between, exactly, type Interval } from '../domain/interval.js';
import { formatLevel, LEVEL_RANGE, LEVELS, parseLevel, type Level } from '../domain/level.js';
import { Misread, type Cursor } from './cursor.js';
import { WORD_END } from './words.js';
import { Pattern } from './pattern.js';

const AT_LEVEL = new Pattern(
  String.raw`^at\s+(?:(?:or\s+(above|below)\s+)?levels?${WORD_END}|(?=(?:L\d+|entry)${WORD_END}))`,
);
const BEYOND_LEVEL = new Pattern(String.raw`^(above|below)\s+level${WORD_END}`);
/** `the level of the qualification (3)`: the figure says which, and is not left out. */
const OWN_LEVEL = /^at\s+the\s+level\s+of\s+the\s+(?:qualification|award|certificate|diploma)\s*(?=\()/i;
const LEVEL_NAME = /^(?:levels?\s+)?(entry\s+(?:level\s+)?\d|\w+)/i;
const UPWARDS = new Pattern(String.raw`^(?:\+|(?:or|and)\s+(?:above|higher|over|upwards?)|upwards)${WORD_END}`);
const DOWNWARDS = new Pattern(String.raw`^(?:or|and)\s+(?:below|lower|under)${WORD_END}`);
const FURTHER_LEVEL = /^(to|–|-|\/|or|and|,)\s*(?=(?:levels?\s+)?(?:L?\d|entry\s))/i;

/** Reads `at level 3 or above`, `at levels 2 to 4`, `above level 2`; null when no level comes next. */
export function readLevels(cursor: Cursor): Interval | null {
  const beyond = cursor.match(BEYOND_LEVEL)?.[1];
  if (beyond !== undefined) return readBeyond(cursor, beyond, 1);
  if (cursor.match(OWN_LEVEL) !== null) return openEnd(cursor, readBracketed(cursor));
  const found = cursor.match(AT_LEVEL);
  if (found === null) return null;
  if (found[1] !== undefined) return readBeyond(cursor, found[1], 0);
  const start = cursor.offset;
  const level = readLevelName(cursor);
  const single = openEnd(cursor, level);
  return single.min === single.max ? readFurther(cursor, level, start) : single;
}

function openEnd(cursor: Cursor, level: Level): Interval {
  if (cursor.match(UPWARDS) !== null) return atLeast(level);
  return cursor.match(DOWNWARDS) !== null ? atMost(level) : exactly(level);
}

function readBracketed(cursor: Cursor): Level {
  cursor.expect('(');
  const level = readLevelName(cursor);
  cursor.expect(')');
  return level;
}

function readFurther(cursor: Cursor, first: Level, start: number): Interval {
  const levels = [first];
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
  const name = LEVEL_NAME.exec(cursor.rest)?.[1];
  const level = name === undefined ? null : parseLevel(name.replace(/^L(?=\d+$)/i, ''));
  if (level === null) return cursor.fail(`a level (${LEVEL_RANGE})`);
  cursor.match(LEVEL_NAME);
  return level;
}

/** `at level 3 or above`, `at levels 2 to 4`. */
export function printLevels({ min, max }: Interval): string {
  if (min !== null && max !== null)
    return min === max ? `at level ${name(min)}` : `at levels ${name(min)} to ${name(max)}`;
  if (min !== null) return `at level ${name(min)} or above`;
  if (max !== null) return `at level ${name(max)} or below`;
  throw new Error('a bound on levels without a level has no words');
}

function name(ordinal: number): string {
  return formatLevel(ordinal as Level);
}
