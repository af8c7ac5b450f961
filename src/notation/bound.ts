import { atLeast, atMost, between, exactly, type Interval } from '../domain/interval.js';
import { parseFigure } from '../domain/quantity.js';
import type { Parameter, Threshold } from '../domain/statement.js';
import { didYouMean } from '../domain/suggest.js';
import { Misread, type Cursor } from './cursor.js';
import type { Names } from './names.js';

const NUMBER_WORDS = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen twenty'
).split(' ');

/** The words of the notation, and those that can only mean the same. */
const BOUND_WORDS: readonly (readonly [RegExp, (bound: Threshold) => Interval<Threshold>])[] = [
  [/^at\s+least(?![\w-])/i, atLeast],
  [/^(?:(?:a|the)\s+)?min(?:imum(?:\s+total)?(?:\s+of)?|\.|(?:\s+of)?)(?![\w-])/i, atLeast],
  [/^not?\s+(?:fewer|less)\s+than(?![\w-])/i, atLeast],
  [/^at\s+(?:the\s+)?most(?![\w-])/i, atMost],
  [/^(?:up\s+to\s+)?(?:(?:a|the)\s+)?max(?:imum(?:\s+total)?(?:\s+of)?|\.|(?:\s+of)?)(?![\w-])/i, atMost],
  [/^(?:not?\s+more\s+than|up\s+to)(?![\w-])/i, atMost],
  [/^exactly(?![\w-])/i, exactly],
];

const PERCENT = /^(?:%|per\s*cent(?![\w-]))/i;

/** A bound as read: `percent` when it was written in hundredths (`at least 50%`). */
export interface Bound {
  readonly interval: Interval<Threshold>;
  readonly percent: boolean;
}

/** Reads `at least 5`, `at most x`, `exactly 31`, `between 6 and 9`, each also with `%`; null when none begins here. */
export function readBound(cursor: Cursor, names: Names): Bound | null {
  const start = cursor.offset;
  for (const [words, make] of BOUND_WORDS) {
    if (cursor.match(words) === null) continue;
    const threshold = readThreshold(cursor, names);
    return checked({ interval: make(threshold), percent: cursor.match(PERCENT) !== null }, start);
  }
  if (!cursor.accept('between')) return null;
  const min = readThreshold(cursor, names);
  cursor.match(PERCENT);
  if (!cursor.accept('and')) cursor.fail("'and' between the two figures");
  const max = readThreshold(cursor, names);
  return checked({ interval: between(min, max), percent: cursor.match(PERCENT) !== null }, start);
}

/** Whether a bound begins here. */
export function seesBound(cursor: Cursor): boolean {
  return cursor.sees('between') || BOUND_WORDS.some(([words]) => words.test(cursor.rest));
}

function checked(bound: Bound, start: number): Bound {
  const { min, max } = bound.interval;
  if (typeof min === 'number' && typeof max === 'number' && min > max) {
    throw new Misread(`the lower bound ${min} is above the upper bound ${max}`, start);
  }
  const over = [min, max].find((it) => typeof it === 'number' && it > 100);
  if (bound.percent && typeof over === 'number') throw new Misread(`${over}% is more than the whole`, start);
  return bound;
}

/** Reads a whole number, in digits or as a word up to twenty, or the name of a parameter. */
export function readThreshold(cursor: Cursor, names: Names): Threshold {
  const start = cursor.offset;
  const word = cursor.match(/^[\p{L}\p{N}_][\p{L}\p{N}_.,–-]*/u)?.[0];
  if (word === undefined) return cursor.fail('a whole number');
  const parameter = names.parameters.find((name) => name.toLowerCase() === word.toLowerCase());
  if (parameter !== undefined) return { parameter };
  const spelt = NUMBER_WORDS.indexOf(word.toLowerCase());
  const value = spelt >= 0 ? spelt : parseFigure(word);
  if (value === null) throw new Misread(`expected ${expectedThreshold(word, names)}; found '${word}'`, start);
  // Specifications write a figure twice: 'three (3)'.
  cursor.match(new RegExp(`^\\(\\s*${value}\\s*\\)`));
  return value;
}

function expectedThreshold(word: string, names: Names): string {
  const range = /^(\d+)[–-](\d+)$/.exec(word);
  if (range !== null) return `'between ${range[1]} and ${range[2]}'`;
  if (/^\d{1,3}(?:,\d{3})+$/.test(word)) return `a whole number in plain digits, ${word.replaceAll(',', '')}`;
  if (/^[\d.,–-]+$/.test(word)) return 'a whole number in plain digits';
  if (/^an?$/i.test(word)) return 'a whole number, such as 1';
  if (/^half$/i.test(word)) return "a whole number or '50%'";
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
