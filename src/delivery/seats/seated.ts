/*
 * Learners and classes. A unit is delivered in runs; a run has at most N seats, and does not take place with fewer than M.
 *
 * Unknowns    x[l]   the selection that learner l counts, a pathway of the learner's own qualification
 *             a[l,u] 1 when l counts u and does not hold it: l attends it
 *             r[u]   runs of unit u
 * Condition   M[u] r[u] <= sum over l of a[l,u] <= N[u] r[u]
 * Goal        sum over u of c[u] r[u], least
 *
 * Learners who hold the same and want the same are one group; but their selections are never added up into one, as two
 * learners may need what no sum of their needs tells.
 */
import type { Selection } from '../../domain/problem.js';
import { itemAt } from '../../domain/item-at.js';
import { HELD, weightAt, type JointUnit, type Taker } from '../joint.js';

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

/** What is asked: who is to be served, by which units in which class sizes, and what a run of each costs. */
export interface Seated {
  readonly units: readonly JointUnit[];
  readonly groups: readonly LearnerGroup[];
  readonly learners: number;
  readonly sizes: readonly ClassSize[];
  /** What a run costs, in whole numbers. */
  readonly costs: readonly number[];
  /** Units that must be delivered (1) or must not (0). */
  readonly fixed: readonly (0 | 1 | null)[];
}

/** Runs by unit, and what each learner counts. */
export interface SeatPlan {
  readonly runs: readonly number[];
  readonly selections: readonly Selection[];
}

/** The fewest runs that so many learners can be put into; null when there is no way. */
export function runsFor(learners: number, { capacity, least }: ClassSize, required: boolean): number | null {
  const runs = Math.max(Math.ceil(learners / capacity), required ? 1 : 0);
  if (learners === 0 && runs === 1) return least <= 1 ? 1 : null;
  return runs * least <= learners ? runs : null;
}

/** The most learners who could attend each unit: those who list it and do not hold it. */
export function mostAttending({ units, groups, fixed }: Seated): readonly number[] {
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
