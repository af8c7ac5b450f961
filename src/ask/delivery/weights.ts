import { warning, type Issue } from '../../domain/issue.js';
import { formatMeasure, type Measure } from '../../domain/measure.js';
import type { Problem } from '../../domain/problem.js';
import { figureOf, formatQuantity } from '../../domain/quantity.js';
import { scaleFor, toWhole, type Scale } from '../../domain/scale.js';
import type { JointGoal, JointUnit } from '../../delivery/joint.js';

/** What delivered units add to a measure, and what is odd about it; null where a figure of it is not known. */
export interface MeasuredUnits {
  readonly goal: JointGoal | null;
  readonly issues: readonly Issue[];
}

/**
 * A measure as a goal over delivered units. Where tables give one unit different figures the largest is planned with, as
 * the unit is taught once for all, and a warning says so.
 */
export function measureUnits(
  units: readonly JointUnit[],
  problems: readonly Problem[],
  measure: Measure,
): MeasuredUnits {
  const figures = new Map<string, number | null>();
  const issues: Issue[] = [];
  for (const entry of problems.flatMap(({ entries }) => entries)) {
    const figure = figureOf(entry, measure.quantity);
    const known = figures.get(entry.identity);
    if (known === undefined || known === null || figure === null) {
      figures.set(entry.identity, known === undefined ? figure : null);
      continue;
    }
    if (known === figure) continue;
    const largest = Math.max(known, figure);
    const word = formatQuantity(measure.quantity);
    const text = `${entry.ref} has ${figure} ${word} here and ${known} elsewhere; it is planned with ${largest}.`;
    issues.push(warning('identity-conflict', text, entry.place));
    figures.set(entry.identity, largest);
  }
  const own = units.map(({ identity }) => figures.get(identity) ?? null);
  const whole = own.flatMap((figure) => (figure === null ? [] : [figure]));
  if (whole.length < own.length) return { goal: null, issues };
  const scale = whole.reduce<Scale>((most, figure) => largerOf(most, scaleFor(figure)), 1);
  const weights = whole.map((figure) => toWhole(figure, scale, Math.round));
  return { goal: { name: formatMeasure(measure), weights, constant: 0, scale }, issues };
}

function largerOf(a: Scale, b: Scale): Scale {
  return a > b ? a : b;
}
