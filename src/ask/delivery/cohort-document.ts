import type { Frontier } from '../../delivery/frontier.js';
import { goalValue } from '../../delivery/joint.js';
import { intoRuns } from '../../delivery/seats/runs.js';
import type { LearnerGroup } from '../../delivery/seats/seated.js';
import { itemAt } from '../../domain/item-at.js';
import type { Selection } from '../../domain/problem.js';
import type {
  CohortPlanDocument,
  DeliverDocument,
  PlannedLearnerDocument,
  RunDocument,
  SeatedUnitDocument,
  UnservedLearnerDocument,
} from '../../report/documents/deliver.js';
import { plural } from '../../report/sheets/plural.js';
import { refsOf, type EnrolledCohort } from './cohort-of.js';
import type { AskedPlan } from './joint-of.js';
import { gapOf } from './plan-document.js';

/** A plan for learners, or why there is none. */
export type Answered = ServedPlan | Exclude<DeliverDocument, { readonly verified: true }>;

/** A plan for learners, who are numbered in the order of the groups that are served. */
export interface ServedPlan {
  readonly status: 'optimal' | 'feasible';
  /** What it comes to under each goal, and what no plan does with less of under the first, as they are told. */
  readonly values: readonly number[];
  readonly bound: number | null;
  readonly runs: readonly number[];
  /** What each learner counts, as the evaluator has certified it. */
  readonly pathways: readonly { readonly selection: Selection }[];
  readonly attending: readonly (readonly number[])[];
  readonly by: string | null;
  readonly confirmedBy: readonly string[];
  /** Runs in time, where periods are planned; without, learners are put into the runs of a unit in their order. */
  readonly timed?: readonly TimedRun[];
}

/** One run of a unit with the learners in it. */
export interface TimedRun {
  readonly unit: number;
  readonly period: number;
  readonly staff: string | null;
  readonly learners: readonly number[];
}

/** The plan with the names of learners, who are in the order of the file wherever they are listed. */
export function cohortDocument(
  { joint, hours, objectives }: AskedPlan,
  cohort: EnrolledCohort,
  groups: readonly LearnerGroup[],
  unserved: readonly UnservedLearnerDocument[],
  plan: ServedPlan,
  frontier: Frontier | null,
): CohortPlanDocument {
  // The number of each served learner in the plan, and where the learner stands in the file.
  const places = groups.flatMap(({ members }) => members);
  const order = (one: number, other: number): number => itemAt(places, one) - itemAt(places, other);
  const nameOf = (learner: number): string => itemAt(cohort.learners, itemAt(places, learner)).learner;
  const attending = plan.attending.map((learners) => [...learners].sort(order));
  const wantedBy = groups.flatMap(({ taker, members }) => members.map(() => taker.id));
  const learners = learnersOf(groups, plan, nameOf);
  return {
    status: plan.status,
    objectives: joint.goals.slice(0, objectives).map(({ name }, at) => ({
      sense: 'minimise',
      measure: name,
      value: itemAt(plan.values, at),
    })),
    deliveredGlh: hours === null ? null : sum(plan.runs, hours.weights),
    bound: plan.bound,
    gap: plan.bound === null ? null : gapOf(itemAt(plan.values, 0), plan.bound),
    delivered: joint.units.flatMap(({ index, ref, title }): SeatedUnitDocument[] => {
      const [runs, seats] = [itemAt(plan.runs, index), itemAt(attending, index)];
      if (runs === 0) return [];
      const qualifications = [...new Set(seats.map((learner) => itemAt(wantedBy, learner)))];
      const why = seats.length === 0 ? 'asked for' : `attended by ${plural(seats.length, 'learner')}`;
      const glh = hours === null ? null : goalValue(hours, [index]);
      return [{ ref, title, glh, runs, qualifications, why, seats: seats.length }];
    }),
    qualifications: [...new Set(joint.takers.map(({ id }) => id))].map((id) => ({
      id,
      learners: wantedBy.filter((it) => it === id).length,
    })),
    runs: joint.units.flatMap(({ index, ref }) =>
      runsOf(plan, index, itemAt(attending, index)).map(({ learners: own, ...run }, at): RunDocument => {
        return { ref, run: at + 1, ...run, learners: [...own].sort(order).map(nameOf) };
      }),
    ),
    learners: learners.toSorted((a, b) => order(a.at, b.at)).map(({ document }) => document),
    unserved,
    ...(frontier === null ? {} : { frontier: frontier.points, frontierComplete: frontier.complete }),
    provedBy: plan.by,
    confirmedBy: plan.confirmedBy,
    verified: true,
  };
}

interface OwnRun {
  readonly period: number | null;
  readonly staff: string | null;
  readonly learners: readonly number[];
}

function runsOf({ timed, runs }: ServedPlan, unit: number, attending: readonly number[]): readonly OwnRun[] {
  if (timed === undefined) {
    return intoRuns(attending, itemAt(runs, unit)).map((learners) => ({ period: null, staff: null, learners }));
  }
  const own = timed.filter((run) => run.unit === unit);
  return own.map(({ period, staff, learners }) => ({ period: period + 1, staff, learners }));
}

function sum(runs: readonly number[], weights: readonly number[]): number {
  return runs.reduce((total, own, unit) => total + own * itemAt(weights, unit), 0);
}

function learnersOf(
  groups: readonly LearnerGroup[],
  { pathways }: ServedPlan,
  nameOf: (learner: number) => string,
): readonly { readonly at: number; readonly document: PlannedLearnerDocument }[] {
  let at = 0;
  return groups.flatMap((group) =>
    group.members.map(() => {
      const { selection } = itemAt(pathways, at);
      const document = { learner: nameOf(at), qualification: group.taker.id, ...refsOf(group, selection) };
      at += 1;
      return { at: at - 1, document };
    }),
  );
}
