/*
 * Learners and classes. A unit is delivered in runs; a run has at most N seats, and does not take place with fewer than M.
 *
 * Unknowns    x[l]   the selection that learner l counts, a pathway of the learner's own qualification
 *             a[l,u] 1 when l counts u and does not hold it: l attends it
 *             r[u]   runs of unit u
 * Condition   M[u] r[u] <= sum over l of a[l,u] <= N[u] r[u]
 *             a unit that is asked for is delivered: to nobody, in one run, where a run needs nobody in particular
 * Limits      a measure of runs is at most so much; see run-measure.ts
 * Goal        a measure of runs, least: mostly sum over u of c[u] r[u]
 *
 * Learners who hold the same and want the same are one group; but their selections are never added up into one, as two
 * learners may need what no sum of their needs tells.
 */
import type { Selection } from '../../domain/problem.js';
import { itemAt } from '../../domain/item-at.js';
import { HELD, weightAt, type JointUnit, type Taker } from '../joint.js';
import { measureAt, type RunLimit, type RunMeasure } from './run-measure.js';

/** Learners with one question: what they want and what they hold. */
export interface LearnerGroup {
  readonly taker: Taker;
  /** The learners of the group, by their indices. */
  readonly members: readonly number[];
}

/** How the learners of a unit are put into runs. */
export interface ClassSize {
  /** The most seats of a run. */
  readonly capacity: number;
  /** The fewest learners that a run takes place with. */
  readonly least: number;
}

/** What is asked: who is to be served, by which units in which class sizes, and what is to be least. */
export interface Seated {
  readonly units: readonly JointUnit[];
  readonly groups: readonly LearnerGroup[];
  readonly learners: number;
  readonly sizes: readonly ClassSize[];
  readonly goal: RunMeasure;
  readonly limits: readonly RunLimit[];
  /** How many runs of each unit there are in the plan that is kept: 0 where none is. */
  readonly kept: readonly number[];
  /** Units that must be delivered (1) or must not (0). */
  readonly fixed: readonly (0 | 1 | null)[];
}

/** Runs by unit, and what each learner counts. */
export interface SeatPlan {
  readonly runs: readonly number[];
  readonly selections: readonly Selection[];
}

/** The fewest runs that so many learners can be put into, and the most (Infinity for any number); null when there is no way. */
export function runsFor(
  learners: number,
  { capacity, least }: ClassSize,
  required: boolean,
): { readonly fewest: number; readonly most: number } | null {
  const fewest = Math.max(Math.ceil(learners / capacity), required ? 1 : 0);
  if (learners === 0 && fewest === 1 && least === 1) return { fewest: 1, most: 1 };
  if (fewest * least > learners) return null;
  return { fewest, most: least === 0 ? Infinity : Math.floor(learners / least) };
}

/** How many runs of a unit so many learners are best put into under a measure; null when there is no way. */
export function bestRuns(seated: Seated, measure: RunMeasure, unit: number, learners: number): number | null {
  if (seated.fixed[unit] === 0) return learners === 0 ? 0 : null;
  const range = runsFor(learners, itemAt(seated.sizes, unit), seated.fixed[unit] === 1);
  if (range === null) return null;
  // A measure is a sum of 0 or more that may bend at what is kept and, above no runs at all, nowhere else.
  const kept = itemAt(seated.kept, unit);
  const near = Math.max(range.fewest, Math.min(range.most, kept));
  const isNearBetter = measureAt(measure, unit, near, kept) < measureAt(measure, unit, range.fewest, kept);
  return isNearBetter ? near : range.fewest;
}

/** The most runs of each unit that a plan has any use for. */
export function mostRuns(seated: Omit<Seated, 'goal'>): readonly number[] {
  return mostAttending(seated).map((most, unit) => {
    if (seated.fixed[unit] === 0) return 0;
    const { capacity, least } = itemAt(seated.sizes, unit);
    const useful = Math.max(Math.ceil(most / capacity), itemAt(seated.kept, unit));
    const runs = Math.min(useful, least === 0 ? Infinity : Math.floor(most / least));
    return seated.fixed[unit] === 1 ? Math.max(1, runs) : runs;
  });
}

/** The most learners who could attend each unit: those who list it and do not hold it. */
export function mostAttending({ units, groups, fixed }: Pick<Seated, 'units' | 'groups' | 'fixed'>): readonly number[] {
  const most = units.map(() => 0);
  for (const { taker, members } of groups) {
    for (const unit of new Set(taker.units)) {
      if (unit !== HELD && fixed[unit] !== 0) most[unit] = itemAt(most, unit) + members.length;
    }
  }
  return most;
}

/** The units that a selection has its learner attend. */
export function attendedIn({ units }: Taker, selection: Selection): readonly number[] {
  return selection.map((entry) => weightAt(units, entry)).filter((unit) => unit !== HELD);
}
