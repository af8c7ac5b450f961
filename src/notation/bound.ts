import { above, atLeast, atMost, below, between, exactly, type Interval } from '../domain/interval.js';
import type { Parameter, Threshold } from '../domain/statement.js';
import { didYouMean } from '../domain/suggest.js';
import { Misread, quoted, type Cursor } from './cursor.js';
import { NUMBER, figureIn } from './figure.js';
import type { Names } from './names.js';
import { phrase } from './words.js';
import { Pattern } from './pattern.js';

type Make = (bound: Threshold) => Interval<Threshold>;

/** The words of the notation, and those that can only mean the same. */
const BOUND_WORDS: readonly (readonly [Pattern, Make])[] = [
  [phrase('at\\s+least'), atLeast],
  [
    new Pattern(String.raw`^(?:(?:a|the)\s+)?min(?:imum(?:\s+total)?(?:\s+of)?|\.|(?:\s+of)?)(?![\p{L}\p{N}_-])`),
    atLeast,
  ],
  [phrase('not?\\s+(?:fewer|less)\\s+than'), atLeast],
  [phrase('at\\s+(?:the\\s+)?most'), atMost],
  [
    new Pattern(
      String.raw`^(?:up\s+to\s+)?(?:(?:a|the)\s+)?max(?:imum(?:\s+total)?(?:\s+of)?|\.|(?:\s+of)?)(?![\p{L}\p{N}_-])`,
    ),
    atMost,
  ],
  [phrase('not?\\s+more\\s+than|up\\s+to'), atMost],
  [phrase('(?:more|greater)\\s+than'), above],
  [phrase('(?:fewer|less)\\s+than'), below],
  [phrase('exactly'), exactly],
  [new Pattern(`^any(?=\\s+${NUMBER}\\s)`), exactly],
];

const FIGURE = new Pattern(`^(?:\\d{1,10}\\.\\d{1,3}|${NUMBER})(?![\\p{L}\\p{N}_.,–-]*[\\p{L}\\p{N}_])`);
const WORD = new Pattern(String.raw`^[\p{L}\p{N}_](?:[\p{L}\p{N}_.,–-]*[\p{L}\p{N}_])?`);
const PERCENT = new Pattern(String.raw`^(?:%|per\s*cent(?![\p{L}\p{N}_-]))`);
const HALF = /^(?:(?:a|one)\s+)?half(?=\s+of\s)/i;
const MAJORITY = /^(?:(?:a|the)\s+)?majority(?=\s+of\s)/i;
const RANGE =
  /^(?:from\s+|between\s+)?(\d{1,10}(?:\.\d{1,3})?)\s*(%?)\s*(?:[-–—]|to(?=\s))\s*(\d{1,10}(?:\.\d{1,3})?)(?=[\s%])/i;

/** A bound as read: `percent` when it was written in hundredths (`at least 50%`). */
export interface Bound {
  readonly interval: Interval<Threshold>;
  readonly percent: boolean;
}

/**
 * Reads `at least 5`, `at most x`, `exactly 31`, `more than 5`, `between 6 and 9`, each also with `%`, and what means the
 * same (`15-20`, `more than half`, `the majority`); null when none begins here.
 */
export function readBound(cursor: Cursor, names: Names): Bound | null {
  const start = cursor.offset;
  const range = readRange(cursor);
  if (range !== null) return checked(range, start);
  if (cursor.match(MAJORITY) !== null) return { interval: above<Threshold>(50), percent: true };
  for (const [words, make] of BOUND_WORDS) {
    if (cursor.match(words) === null) continue;
    if (cursor.match(HALF) !== null) return { interval: make(50), percent: true };
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

/** `15-20`, `15 to 20`, `between 15 - 20`: both figures in digits. */
function readRange(cursor: Cursor): Bound | null {
  const start = cursor.offset;
  const found = cursor.match(RANGE);
  if (found === null) return null;
  const [, min = '', , max = ''] = found;
  return {
    interval: between<Threshold>(figureOf(min, start), figureOf(max, start)),
    percent: cursor.match(PERCENT) !== null,
  };
}

function figureOf(digits: string, start: number): number {
  const value = figureIn(digits);
  if (value === null) throw new Misread(`${digits} is more than can be computed with`, start);
  return value;
}

/** Whether a bound begins here. */
export function seesBound(cursor: Cursor): boolean {
  return ['between', RANGE, MAJORITY, ...BOUND_WORDS.map(([words]) => words)].some((it) => cursor.sees(it));
}

/** Whether a bound, or a figure alone, begins here. */
export function seesFigure(cursor: Cursor): boolean {
  return seesBound(cursor) || cursor.sees(FIGURE);
}

/** Reads a figure in digits or as a word; null, and no movement, when none comes next. Names of parameters are none. */
export function readFigure(cursor: Cursor): number | null {
  const found = cursor.match(FIGURE);
  const value = found === null ? null : figureIn(found[0]);
  // Specifications write a figure twice: 'three (3)'.
  if (value !== null) cursor.match(new RegExp(`^\\(\\s*${value}\\s*\\)`));
  return value;
}

function checked(bound: Bound, start: number): Bound {
  const { min, max, strict } = bound.interval;
  if (typeof min === 'number' && typeof max === 'number' && min > max) {
    throw new Misread(`the lower bound ${min} is above the upper bound ${max}`, start);
  }
  if (strict === true && max === 0) throw new Misread('nothing is fewer than 0', start);
  if (!bound.percent) return bound;
  const over = [min, max].find((it) => typeof it === 'number' && it > 100);
  if (typeof over === 'number') throw new Misread(`${over}% is more than the whole`, start);
  if (strict === true && min === 100) throw new Misread('nothing is more than 100%, which is the whole', start);
  return { ...bound, interval: inWholes(bound.interval, 'a share is given in whole per cent', start) };
}

/** Refuses figures with places, for the reason given, where only whole numbers can be meant. */
export function inWholes(interval: Interval<Threshold>, why: string, start: number): Interval<Threshold> {
  const { min, max } = interval;
  if ([min, max].some((it) => typeof it === 'number' && !Number.isInteger(it))) throw new Misread(why, start);
  return interval;
}

/** `more than 5` of what is counted in whole numbers is `at least 6`; a parameter stays as it is until it is set. */
export function closed(interval: Interval<Threshold>): Interval<Threshold> {
  const { min, max, strict } = interval;
  if (strict !== true) return interval;
  if (typeof min === 'number') return atLeast(min + 1);
  return typeof max === 'number' ? atMost(max - 1) : interval;
}

/** Reads a figure, in digits or in words below a hundred, or the name of a parameter. */
export function readThreshold(cursor: Cursor, names: Names): Threshold {
  const start = cursor.offset;
  const word = cursor.match(WORD)?.[0];
  if (word === undefined) return cursor.fail('a whole number');
  const value = figureIn(word);
  if (value === null) {
    const parameter = findParameter(word, names);
    if (parameter !== null) return { parameter };
    throw new Misread(`expected ${expectedThreshold(word, names)}; found ${quoted(word)}`, start);
  }
  // Specifications write a figure twice: 'three (3)'.
  cursor.match(new RegExp(`^\\(\\s*${value}\\s*\\)`));
  return value;
}

function findParameter(word: string, { parameters }: Names): string | null {
  if (parameters.includes(word)) return word;
  return parameters.find((name) => name.toLowerCase() === word.toLowerCase()) ?? null;
}

function expectedThreshold(word: string, names: Names): string {
  const range = /^(\d+)[–-](\d+)$/.exec(word);
  if (range !== null) return `'between ${range[1]} and ${range[2]}'`;
  if (/^\d{1,3}(?:,\d{3})+$/.test(word)) return `a number in plain digits, ${word.replaceAll(',', '')}`;
  if (/^\d+\.\d{4,}$/.test(word)) return 'a number of at most three places';
  if (/^[\d.,–-]+$/.test(word)) return 'a number in plain digits';
  if (/^an?$/i.test(word)) return 'a whole number, such as 1';
  if (/^half$/i.test(word)) return "a whole number or '50%'";
  if (names.parameters.length === 0) return "a whole number (no names are declared under 'parameters')";
  return `a whole number or one of the parameters ${names.parameters.join(', ')}${didYouMean(word, names.parameters)}`;
}

/** `at least 5`, `between 6 and 9`, `exactly x`, `more than 5`; with `unit` behind each figure (`at least 50%`). */
export function printBound({ min, max, strict }: Interval<Threshold>, unit = ''): string {
  const figure = (threshold: Threshold): string => `${printThreshold(threshold)}${unit}`;
  if (min !== null && max !== null) {
    return sameThreshold(min, max) ? `exactly ${figure(min)}` : `between ${figure(min)} and ${figure(max)}`;
  }
  if (min !== null) return `${strict === true ? 'more than' : 'at least'} ${figure(min)}`;
  if (max !== null) return `${strict === true ? 'fewer than' : 'at most'} ${figure(max)}`;
  throw new Error('an interval without a bound has no words');
}

/** The bound whose noun follows it: the upper where there is one, otherwise the lower. */
export function governingBound({ min, max }: Interval<Threshold>): Threshold {
  const bound = max ?? min;
  if (bound === null) throw new Error('an interval without a bound governs no noun');
  return bound;
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
