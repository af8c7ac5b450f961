import { foldStatement } from './fold.js';
import type { Interval } from './interval.js';
import { error, type Issue } from './issue.js';
import { isNoFigure, LARGEST_WHOLE_NUMBER, type Quantity } from './quantity.js';
import { settingOf, type Settings } from './settings.js';
import type { Statement, Threshold } from './statement.js';
import type { Entry } from './unit.js';

/** By what the figures of a quantity are multiplied to become whole: 1 where all of them are whole. */
export type Scale = 1 | 10 | 100 | 1000;

/**
 * The scale of each quantity that may have decimals, fixed once for a problem from all its figures and thresholds, so
 * that its three readings see whole numbers only. Hours and units are whole always.
 */
export interface Scales {
  readonly credits: Scale;
  /** Columns that are not named here have scale 1. */
  readonly columns: ReadonlyMap<string, Scale>;
}

/** The scales of a problem without decimals. */
export const WHOLE_SCALES: Scales = { credits: 1, columns: new Map() };

const SCALES: readonly Scale[] = [1, 10, 100, 1000];
const FINEST = 1000;

/** The number in thousandths, exactly: a number of up to three places is within rounding of it. */
function thousandths(value: number): number {
  return Math.round(value * FINEST);
}

/** The least scale that makes a number of up to three places whole. */
export function scaleFor(value: number): Scale {
  if (Number.isInteger(value)) return 1;
  const found = SCALES.find((scale) => (thousandths(value) * scale) % FINEST === 0);
  if (found === undefined) throw new Error(`${value} has more than three places`);
  return found;
}

/** A number of up to three places times a scale, rounded up or down where the scale is too coarse for it. */
export function toWhole(value: number, scale: Scale, round: (value: number) => number): number {
  if (Number.isInteger(value)) return value * scale;
  return round((thousandths(value) * scale) / FINEST);
}

/** A threshold with what it bounds. */
export interface AmountThreshold {
  readonly quantity: Quantity;
  readonly value: number;
}

/** The thresholds of amounts in statements, as far as they are known. */
export function thresholdsIn(
  statements: readonly Statement<Threshold>[],
  settings: Settings,
): readonly AmountThreshold[] {
  return statements.flatMap((statement) =>
    foldStatement(statement, ({ thresholds }, it) => {
      if (it.kind !== 'amount' && it.kind !== 'of-each') return [];
      const values = thresholds.map((bound) =>
        typeof bound === 'object' ? settingOf(settings, bound.parameter) : bound,
      );
      return values.flatMap((value) => (value === undefined ? [] : [{ quantity: it.quantity, value }]));
    }),
  );
}

/** An error for each figure that would be too large for exact sums once the decimals beside it are counted in whole numbers. */
export function checkSize(entries: readonly Entry[], scales: Scales): Issue[] {
  return entries.flatMap(({ ref, credit, figures, place }) => {
    const sized = [['credit', credit, scales.credits] as const, ...columnsOf(figures, scales)];
    return sized.flatMap(([name, value, scale]) => {
      if (value === null || value * scale <= LARGEST_WHOLE_NUMBER) return [];
      const most = LARGEST_WHOLE_NUMBER / scale;
      const message = `The ${name} of ${ref} is ${value}; beside figures with decimals at most ${most} is accepted.`;
      return [error('figure-too-large', message, place)];
    });
  });
}

function columnsOf(figures: Entry['figures'], scales: Scales): (readonly [string, number | null, Scale])[] {
  return [...scales.columns].flatMap(([column, scale]) => {
    const figure = figures.get(column);
    return typeof figure === 'number' ? [[column, figure, scale] as const] : [];
  });
}

/** A sum, difference or product of figures with whole numbers, without what floating point adds behind the third place. */
export function withoutResidue(value: number): number {
  return Number.isInteger(value) ? value : Math.round(value * FINEST) / FINEST;
}

/** The scales that figures of entries and thresholds call for. */
export function scalesOf(entries: readonly Entry[], thresholds: readonly AmountThreshold[] = []): Scales {
  let credits: Scale = 1;
  const columns = new Map<string, Scale>();
  const widen = (column: string, value: number): void => {
    const scale = scaleFor(value);
    if (scale > (columns.get(column) ?? 1)) columns.set(column, scale);
  };
  for (const { credit, figures } of entries) {
    if (credit !== null) credits = larger(credits, scaleFor(credit));
    for (const [column, figure] of figures) if (figure !== null && !isNoFigure(figure)) widen(column, figure);
  }
  for (const { quantity, value } of thresholds) {
    if (quantity === 'credits') credits = larger(credits, scaleFor(value));
    else if (typeof quantity === 'object') widen(quantity.column, value);
  }
  return credits === 1 && columns.size === 0 ? WHOLE_SCALES : { credits, columns };
}

function larger(a: Scale, b: Scale): Scale {
  return a > b ? a : b;
}

/** The scale of a quantity. */
export function scaleOf(scales: Scales, quantity: Quantity): Scale {
  if (quantity === 'credits') return scales.credits;
  return typeof quantity === 'object' ? (scales.columns.get(quantity.column) ?? 1) : 1;
}

/**
 * Bounds on whole figures that say the same: where a bound is finer than the scale, the next whole one inside it, or
 * outside it where the bound itself is none of the values that are meant.
 */
export function wholeInterval(interval: Interval, scale: Scale): Interval {
  const { min, max } = interval;
  const [up, down] = interval.strict === true ? [Math.floor, Math.ceil] : [Math.ceil, Math.floor];
  return {
    ...interval,
    min: min === null ? null : toWhole(min, scale, up),
    max: max === null ? null : toWhole(max, scale, down),
  };
}
