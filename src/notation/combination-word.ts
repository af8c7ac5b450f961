import { atLeast, exactly, type Interval } from '../domain/interval.js';
import { readBound } from './bound.js';
import { Misread, type Cursor } from './cursor.js';

/** How many parts of a list must hold, once it is known how many there are. Throws a Misread where that cannot be. */
export type Count = (parts: number) => Interval;

const NO_NAMES = { groups: [], units: [], columns: [], parameters: [] };
const OF = /^of(?:\s+the\s+following)?(?![\w-])/i;
const EVERY = /^(any|all|none)(?=\s+of(?![\w-]))/i;

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

/** Figures of a list are plain numbers: what a parameter could be depends on the list. */
function readNumber(cursor: Cursor, start: number): Count | null {
  const found = tryBound(cursor);
  if (found === null || found.percent) return null;
  const { min, max } = found.interval;
  if (typeof min === 'object' && min !== null) return null;
  if (typeof max === 'object' && max !== null) return null;
  return (parts) => {
    if (min !== null && min > parts) {
      throw new Misread(`${min} of the statements can never hold: the list has only ${parts}`, start);
    }
    return { min, max };
  };
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
