import type { Measure, Objective } from './measure.js';
import { isMeasured } from './measure.js';
import { entryAt, isAchieved, type Problem, type Selection } from './problem.js';
import { figureOf, type Quantity } from './quantity.js';
import { withoutResidue } from './scale.js';
import { asWritten, measureOf } from './weight.js';

/**
 * Sums over a selection: units, credits and guided learning hours, in all, new, and overlapping what is achieved; null
 * where a figure that would have to be added is not known.
 */
export interface Totals {
  readonly units: number;
  readonly credits: number | null;
  readonly glh: number | null;
  readonly newUnits: number;
  readonly newCredits: number | null;
  readonly newGlh: number | null;
  readonly overlapUnits: number;
  readonly overlapCredits: number | null;
  readonly overlapGlh: number | null;
}

/** Hours of total qualification time that one credit stands for. */
export const HOURS_PER_CREDIT = 10;

/** The hours of total qualification time that credits stand for. */
export function tqtOf(credits: number): number {
  return withoutResidue(credits * HOURS_PER_CREDIT);
}

/** What a selection adds up to in one measure, as a whole number in the scale of the problem; see `weightOf`. */
export function wholeMeasure(problem: Problem, selection: Selection, measure: Measure): number {
  return selection.reduce((sum, index) => sum + measureOf(problem, entryAt(problem, index), measure), 0);
}

/** What a selection adds up to in one measure, as the tables would write it. Throws where a figure is not known. */
export function measureSelection(problem: Problem, selection: Selection, measure: Measure): number {
  return asWritten(problem, measure.quantity, wholeMeasure(problem, selection, measure));
}

/** As {@link measureSelection}, but null where a figure that would have to be added is not known. */
export function measureIfKnown(problem: Problem, selection: Selection, measure: Measure): number | null {
  const isKnown = selection.every((index) => {
    const entry = entryAt(problem, index);
    return !isMeasured(measure, isAchieved(problem, entry)) || figureOf(entry, measure.quantity) !== null;
  });
  return isKnown ? measureSelection(problem, selection, measure) : null;
}

/** The value of each objective at a selection. */
export function objectiveValues(
  problem: Problem,
  selection: Selection,
  objectives: readonly Objective[],
): readonly number[] {
  return objectives.map(({ measure }) => measureSelection(problem, selection, measure));
}

/**
 * Every total of a selection.
 *
 * @example
 * ```ts
 * import { pose, totalsOf, valueOrThrow } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * const problem = valueOrThrow(pose(specification));
 * console.log(totalsOf(problem, [0, 1]).credits, totalsOf(problem, [0, 1]).glh); // 5 34
 * ```
 */
export function totalsOf(problem: Problem, selection: Selection): Totals {
  const sum = (over: Measure['over'], quantity: Quantity): number | null =>
    measureIfKnown(problem, selection, { over, quantity });
  const units = (over: Measure['over']): number => measureSelection(problem, selection, { over, quantity: 'units' });
  return {
    units: units('all'),
    credits: sum('all', 'credits'),
    glh: sum('all', 'glh'),
    newUnits: units('new'),
    newCredits: sum('new', 'credits'),
    newGlh: sum('new', 'glh'),
    overlapUnits: units('overlap'),
    overlapCredits: sum('overlap', 'credits'),
    overlapGlh: sum('overlap', 'glh'),
  };
}
