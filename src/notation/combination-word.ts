import { atLeast, exactly, type Interval } from '../domain/interval.js';
import type { Threshold } from '../domain/statement.js';
import { closed, readBound } from './bound.js';
import { Misread, type Cursor } from './cursor.js';
import { NO_NAMES } from './names.js';
import { phrase } from './words.js';
import { Pattern } from './pattern.js';

/** How many parts of a list must hold, once it is known how many there are. Throws a Misread where that cannot be. */
export type Count = (parts: number) => Interval;

const OF = phrase('of(?:\\s+the\\s+following)?');
const EVERY = new Pattern(String.raw`^(any|all|none)(?=\s+of(?![\p{L}\p{N}_-]))`);

/**
 * Reads `any of`, `all of`, `none of`, `at least n of`, `exactly n of`, `at most n of`, `between n and m of`; null, and
 * no movement, for anything else.
 */
export function readCombinationWord(cursor: Cursor): Count | null {
  const start = cursor.offset;
  const word = cursor.match(EVERY)?.[1]?.toLowerCase();
  const make = word === undefined ? readNumber(cursor, start) : intervalOf(word);
  if (make !== null && cursor.match(OF) !== null) {
    return (parts) => {
      if (parts === 0) throw new Misread('the list of statements is empty', cursor.offset);
      return make(parts);
    };
  }
  cursor.offset = start;
  return null;
}

function intervalOf(word: string): Count {
  if (word === 'any') return () => atLeast(1);
  return word === 'all' ? atLeast<number> : () => exactly(0);
}

/** Figures of a list are plain whole numbers: what a parameter could be depends on the list. */
function readNumber(cursor: Cursor, start: number): Count | null {
  const found = tryBound(cursor);
  if (found === null || found.percent) return null;
  const { min, max } = closed(found.interval);
  if (!isCount(min) || !isCount(max)) return null;
  return (parts) => {
    if (min !== null && min > parts) {
      throw new Misread(`${min} of the statements can never hold: the list has only ${parts}`, start);
    }
    return { min, max };
  };
}

function isCount(bound: Threshold | null): bound is number | null {
  return bound === null || (typeof bound === 'number' && Number.isInteger(bound));
}

/** A bound with a parameter in it, or none at all, is no count. */
function tryBound(cursor: Cursor): ReturnType<typeof readBound> {
  try {
    return readBound(cursor, NO_NAMES);
  } catch (thrown) {
    if (thrown instanceof Misread) return null;
    throw thrown;
  }
}
