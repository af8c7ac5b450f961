import { atLeast, atMost, between, exactly, type Interval } from '../domain/interval.js';
import type { Quantity } from '../domain/quantity.js';
import type { Source } from '../domain/source.js';
import type { Statement, Threshold } from '../domain/statement.js';
import { fromGroups } from '../domain/unit-filter.js';
import { readBound, readFigure } from './bound.js';
import type { Cursor } from './cursor.js';
import { readGroups, seesGroup } from './name-list.js';
import type { Names } from './names.js';
import { readQuantity } from './quantity.js';
import { boundOf } from './requirement.js';
import { readFilter } from './unit-filter.js';
import { phrase, TAKEN } from './words.js';

type Reader = (cursor: Cursor, source: Source, names: Names) => Statement<Threshold> | null;

const EXTREME = /^(?:the\s+)?(min|max)(?:imum|\.)?\s+(?=total\s|number\s|credits?\b|units?\b)/i;
const NUMBER_OF = phrase('(?:the\\s+)?(?:total\\s+)?number\\s+of|total(?=\\s+(?:credits?|units?))');
const REQUIRED = phrase(`(?:that|which)\\s+must\\s+(?:come|be\\s+${TAKEN})(?=\\s+(?:from|in|at|within|across)\\s)`);
const COLON = /^[:=]\s*/;

/** `Minimum credit value: 39`, `Number of credits that must come from Group B: 15` */
export const readLabel: Reader = (cursor, source, names) => {
  const extreme = cursor.match(EXTREME)?.[1]?.toLowerCase();
  cursor.match(NUMBER_OF);
  const quantity = readQuantity(cursor, names);
  const required = cursor.match(REQUIRED) !== null;
  const filter = readFilter(cursor, names, true);
  if (cursor.match(COLON) === null) return null;
  const start = cursor.offset;
  const value = readFigure(cursor);
  cursor.attempt(() => (readQuantity(cursor, names) === quantity ? true : null));
  const make = extreme === 'min' ? atLeast : extreme === 'max' ? atMost : required ? exactly : null;
  if (value === null || make === null) return null;
  const interval = boundOf({ interval: make<Threshold>(value), percent: false, start }, quantity);
  return { kind: 'amount', quantity, filter, interval, source };
};

/** `Group B: minimum 2 credits, maximum 7 credits` */
export const readGroupLabel: Reader = (cursor, source, names) => {
  if (!seesGroup(cursor, names)) return null;
  const groups = readGroups(cursor, names);
  if (cursor.match(COLON) === null) return null;
  const limits = readLimits(cursor, names);
  if (limits === null || limits.quantity === null) return null;
  const { quantity, interval } = limits;
  return { kind: 'amount', quantity, filter: fromGroups(...groups), interval, source };
};

/** One limit, or two of the same quantity that bound it from both sides. */
function readLimits(cursor: Cursor, names: Names): Limit | null {
  const first = readLimit(cursor, names);
  if (first === null || cursor.match(/^(?:,|and\s|,\s*and\s)\s*/i) === null) return first;
  const second = readLimit(cursor, names);
  const interval = second === null ? null : both(first.interval, second.interval);
  if (second === null || interval === null) return null;
  const same = first.quantity === null || second.quantity === null || first.quantity === second.quantity;
  return same ? { interval, quantity: first.quantity ?? second.quantity } : null;
}

interface Limit {
  readonly interval: Interval<Threshold>;
  /** Null when the next limit says what is counted. */
  readonly quantity: Quantity | null;
}

function readLimit(cursor: Cursor, names: Names): Limit | null {
  const start = cursor.offset;
  const bound = readBound(cursor, names);
  if (bound === null || bound.percent) return null;
  const quantity = cursor.attempt(() => readQuantity(cursor, names));
  return { interval: quantity === null ? bound.interval : boundOf({ ...bound, start }, quantity), quantity };
}

/** A lower and an upper bound together; null for two of one side, and where they cross. */
function both(a: Interval<Threshold>, b: Interval<Threshold>): Interval<Threshold> | null {
  if (a.strict === true || b.strict === true) return null;
  if ((a.min !== null && b.min !== null) || (a.max !== null && b.max !== null)) return null;
  const [min, max] = [a.min ?? b.min, a.max ?? b.max];
  if (min === null || max === null) return null;
  return typeof min === 'number' && typeof max === 'number' && min > max ? null : between(min, max);
}
