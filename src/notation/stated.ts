import { atLeast, atMost, exactly, type Interval } from '../domain/interval.js';
import type { Source } from '../domain/source.js';
import type { Statement, Threshold } from '../domain/statement.js';
import { readFigure } from './bound.js';
import type { Cursor } from './cursor.js';
import type { Names } from './names.js';
import { readQuantity } from './quantity.js';
import { boundOf } from './requirement.js';
import { readFilter } from './unit-filter.js';
import { phrase, TAKEN } from './words.js';

const TOTAL_OF = phrase('(?:an?\\s+|the\\s+)?total\\s+of');
const OR_MORE = phrase('or\\s+(more|over|above|fewer|less)');
const REMARK = /^(?:\(\s*(min|max)(?:imum|\.)?\s*\)|(min|max)(?:imum)?(?=\s+(?:from|in|at|within|across)\s|[\s.]*$))/i;
const VERB = phrase(
  `(?:(?:must|have\\s+to)\\s+)?comes?|(?:(?:must|have\\s+to)\\s+be|are\\s+to\\s+be|are)\\s+${TAKEN}(?=\\s+(?:from|in|at|within|across|outside)\\s)`,
);

type Make = (value: Threshold) => Interval<Threshold>;

/**
 * Reads an amount that begins with its figure: `23 credits (minimum) must come from C`, `34 credits minimum`, `45 or more credits at level 3`,
 * `a total of 28 credits from A`, `3 credits come from A`. A figure from a group, with a verb that asks for it, is meant
 * exactly; a bare `31 credits from A` leaves that open and is none.
 */
export function readStated(cursor: Cursor, source: Source, names: Names): Statement<Threshold> | null {
  const total = cursor.match(TOTAL_OF) !== null;
  const start = cursor.offset;
  const value = readFigure(cursor);
  if (value === null) return null;
  const early = readMark(cursor);
  const quantity = readQuantity(cursor, names);
  const mark = early ?? readMark(cursor);
  const stated = cursor.match(VERB) !== null;
  const filter = readFilter(cursor, names, mark !== null);
  const exact = (total || stated) && filter.from.kind !== 'anywhere' && filter.level === null;
  const make = mark ?? (exact ? exactly : null);
  if (make === null) return null;
  const interval = boundOf({ interval: make(value), percent: false, start }, quantity);
  return { kind: 'amount', quantity, filter, interval, source };
}

/** `or more`, `or fewer`, `(minimum)`, `maximum` at the end or before `from` */
function readMark(cursor: Cursor): Make | null {
  const remark = cursor.match(OR_MORE) ?? cursor.match(REMARK);
  const word = (remark?.[1] ?? remark?.[2])?.toLowerCase();
  if (word === undefined) return null;
  return ['fewer', 'less', 'max'].includes(word) ? atMost : atLeast;
}
