import { atLeast, atMost, between, exactly, type Interval } from '../domain/interval.js';
import { parseWholeNumber } from '../domain/quantity.js';
import type { Parameter, Threshold } from '../domain/statement.js';
import { didYouMean } from '../domain/suggest.js';
import { Misread, type Cursor } from './cursor.js';
import type { Names } from './names.js';

const NUMBER_WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Ways in which handbooks word a bound, with what the notation writes for them. */
const OTHER_WORDINGS: readonly (readonly [RegExp, string])[] = [
  [/^(?:(?:a|the)\s+)?min(?:imum)?(?:\s+of)?(?![\w-])/i, 'at least'],
  [/^no\s+(?:fewer|less)\s+than(?![\w-])/i, 'at least'],
  [/^(?:(?:a|the)\s+)?max(?:imum)?(?:\s+of)?(?![\w-])/i, 'at most'],
  [/^(?:no\s+more\s+than|up\s+to)(?![\w-])/i, 'at most'],
  [/^(?:more|greater)\s+than(?![\w-])/i, "at least' with one more, not '"],
  [/^(?:fewer|less)\s+than(?![\w-])/i, "at most' with one less, not '"],
  [/^\d/i, 'exactly'],
];

/** A bound as read: `percent` when it was written in hundredths (`at least 50%`). */
export interface Bound {
  readonly interval: Interval<Threshold>;
  readonly percent: boolean;
}

/** Reads `at least 5`, `at most x`, `exactly 31`, `between 6 and 9`, each also with `%`; null when none begins here. */
export function readBound(cursor: Cursor, names: Names): Bound | null {
  const start = cursor.offset;
  const one = (make: (bound: Threshold) => Interval<Threshold>): Bound => {
    const threshold = readThreshold(cursor, names);
    return checked({ interval: make(threshold), percent: cursor.match(PERCENT) !== null }, start);
  };
  if (cursor.accept('at least')) return one(atLeast);
  if (cursor.accept('at most')) return one(atMost);
  if (cursor.accept('exactly')) return one(exactly);
  if (!cursor.accept('between')) return refuseOtherWording(cursor);
  const min = readThreshold(cursor, names);
  cursor.match(PERCENT);
  cursor.expect('and');
  return one((max) => between(min, max));
}

const PERCENT = /^%/;

function checked(bound: Bound, start: number): Bound {
  const { min, max } = bound.interval;
  if (typeof min === 'number' && typeof max === 'number' && min > max) {
    throw new Misread(`the lower bound ${min} is above the upper bound ${max}`, start);
  }
  const over = [min, max].find((it) => typeof it === 'number' && it > 100);
  if (bound.percent && typeof over === 'number') throw new Misread(`${over}% is more than the whole`, start);
  return bound;
}

function refuseOtherWording(cursor: Cursor): null {
  for (const [pattern, wording] of OTHER_WORDINGS) {
    const found = pattern.exec(cursor.rest);
    if (found === null) continue;
    throw new Misread(
      `write '${wording}'${wording === 'exactly' ? ' before the number' : ` for '${found[0]}'`}`,
      cursor.offset,
    );
  }
  return null;
}

/** Reads a whole number, in digits or as a word up to ten, or the name of a parameter. */
export function readThreshold(cursor: Cursor, names: Names): Threshold {
  const start = cursor.offset;
  const word = cursor.match(/^[\p{L}\p{N}_][\p{L}\p{N}_.,-]*/u)?.[0];
  if (word === undefined) return cursor.fail('a whole number');
  const parameter = names.parameters.find((name) => name.toLowerCase() === word.toLowerCase());
  if (parameter !== undefined) return { parameter };
  const spelt = NUMBER_WORDS.indexOf(word.toLowerCase());
  const value = spelt >= 0 ? spelt : parseWholeNumber(word);
  if (value !== null) return value;
  throw new Misread(`expected ${expectedThreshold(word, names)}; found '${word}'`, start);
}

function expectedThreshold(word: string, names: Names): string {
  if (/^[\d.,-]+$/.test(word)) return 'a whole number in plain digits';
  if (names.parameters.length === 0) return "a whole number (no names are declared under 'parameters')";
  return `a whole number or one of the parameters ${names.parameters.join(', ')}${didYouMean(word, names.parameters)}`;
}

/** `at least 5`, `between 6 and 9`, `exactly x`; with `unit` behind each figure (`at least 50%`). */
export function printBound(interval: Interval<Threshold>, unit = ''): string {
  const { min, max } = interval;
  const figure = (threshold: Threshold): string => `${printThreshold(threshold)}${unit}`;
  if (min !== null && max !== null) {
    return sameThreshold(min, max) ? `exactly ${figure(min)}` : `between ${figure(min)} and ${figure(max)}`;
  }
  return max === null ? `at least ${figure(min ?? 0)}` : `at most ${figure(max)}`;
}

/** The bound whose noun follows it: the lower for `at least`, otherwise the upper. */
export function governingBound(interval: Interval<Threshold>): Threshold {
  return interval.max ?? interval.min ?? 0;
}

function sameThreshold(a: Threshold, b: Threshold): boolean {
  return isParameter(a) && isParameter(b) ? a.parameter === b.parameter : a === b;
}

function isParameter(threshold: Threshold): threshold is Parameter {
  return typeof threshold === 'object';
}

function printThreshold(threshold: Threshold): string {
  return isParameter(threshold) ? threshold.parameter : String(threshold);
}
