import { overWhole, type Interval } from './interval.js';
import { isMeasured, type Measure } from './measure.js';
import { isAchieved, type Problem } from './problem.js';
import { figureOf, formatQuantity, type Quantity } from './quantity.js';
import { scaleOf, toWhole, wholeInterval } from './scale.js';
import type { Entry } from './unit.js';

/*
 * What the three readings of a rule count with: figures and thresholds as whole numbers, in the scale that the problem
 * gives each quantity. Nothing but these functions turns one into the other.
 */

/**
 * What one entry adds to a quantity when it is counted, as a whole number in the scale of the problem. Throws for a
 * figure that nobody knows: it is no nought.
 */
export function weightOf({ scales }: Problem, entry: Entry, quantity: Quantity): number {
  const figure = figureOf(entry, quantity);
  if (figure === null) throw new Error(`the ${formatQuantity(quantity)} of ${entry.ref} is not known and was counted`);
  return toWhole(figure, scaleOf(scales, quantity), notWhole);
}

/** What one entry adds to a measure when it is counted; see {@link weightOf}. */
export function measureOf(problem: Problem, entry: Entry, measure: Measure): number {
  return isMeasured(measure, isAchieved(problem, entry)) ? weightOf(problem, entry, measure.quantity) : 0;
}

/** An interval of a quantity as bounds on a sum of weights. */
export function boundsOf({ scales }: Problem, quantity: Quantity, interval: Interval): Interval {
  return overWhole(wholeInterval(interval, scaleOf(scales, quantity)));
}

/** A sum of weights as the tables would write it: 75 tenths of a credit are 7.5. The nearest double to the exact value. */
export function asWritten({ scales }: Problem, quantity: Quantity, whole: number): number {
  return whole / scaleOf(scales, quantity);
}

function notWhole(value: number): number {
  if (!Number.isInteger(value)) throw new Error(`a figure is finer than the scale of its problem: ${value}`);
  return value;
}
