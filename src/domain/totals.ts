import { measureOf, type Measure, type Objective } from './measure.js';
import { isAchieved, type Problem, type Selection } from './problem.js';
import type { Quantity } from './quantity.js';

/** Sums over a selection: units, credits and guided learning hours, in all, new, and overlapping what is achieved. */
export interface Totals {
  readonly units: number;
  readonly credits: number;
  readonly glh: number;
  readonly newUnits: number;
  readonly newCredits: number;
  readonly newGlh: number;
  readonly overlapUnits: number;
  readonly overlapCredits: number;
  readonly overlapGlh: number;
}

/** Hours of total qualification time that one credit stands for. */
export const HOURS_PER_CREDIT = 10;

/** What a selection adds up to in one measure. */
export function measureSelection(problem: Problem, selection: Selection, measure: Measure): number {
  return selection.reduce((sum, index) => {
    const entry = problem.entries[index];
    return entry === undefined ? sum : sum + measureOf(entry, isAchieved(problem, entry), measure);
  }, 0);
}

/** The value of each objective at a selection. */
export function objectiveValues(
  problem: Problem,
  selection: Selection,
  objectives: readonly Objective[],
): readonly number[] {
  return objectives.map(({ measure }) => measureSelection(problem, selection, measure));
}

/** Every total of a selection. */
export function totalsOf(problem: Problem, selection: Selection): Totals {
  const sum = (over: Measure['over'], quantity: Quantity): number =>
    measureSelection(problem, selection, { over, quantity });
  return {
    units: sum('all', 'units'),
    credits: sum('all', 'credits'),
    glh: sum('all', 'glh'),
    newUnits: sum('new', 'units'),
    newCredits: sum('new', 'credits'),
    newGlh: sum('new', 'glh'),
    overlapUnits: sum('overlap', 'units'),
    overlapCredits: sum('overlap', 'credits'),
    overlapGlh: sum('overlap', 'glh'),
  };
}
