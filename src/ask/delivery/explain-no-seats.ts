import { nearestFigure, smallestConflict, type Possible } from '../../delivery/hindrance.js';
import type { DeliveryMeans } from '../../delivery/means.js';
import { ofRuns } from '../../delivery/seats/run-measure.js';
import { findSeatPlan } from '../../delivery/seats/seat-plan.js';
import type { LearnerGroup, Seated } from '../../delivery/seats/seated.js';
import { sooner } from '../../delivery/sooner.js';
import { findTermPlan } from '../../delivery/terms/term-plan.js';
import type { NobodyServedDocument, WishDocument } from '../../report/documents/deliver.js';
import {
  ofOneLearner,
  seatHindrances,
  type HindranceParts,
  type SeatHindrance,
  type SeatsAsked,
} from './seat-hindrances.js';

/** How much of the time that is left goes into finding out whether there is a plan at all. */
const SHARE_OF_ONE = 0.25;

/** Whether learners can be put into classes and periods somehow, whatever that comes to. */
function possibleBy(means: DeliveryMeans): Possible<SeatsAsked> {
  return async ({ seated, terms }) => {
    if (means.deadline.passed()) return null;
    const own = {
      ...means,
      deadline: sooner(means.deadline, SHARE_OF_ONE * means.deadline.remaining()),
      progress: () => undefined,
    };
    const any: Seated = { ...seated, goal: ofRuns(seated.units.map(() => 0)) };
    const { status } =
      terms === null
        ? await findSeatPlan(any, own)
        : await findTermPlan(any, terms, { selections: null, bound: null }, own);
    if (status === 'infeasible') return false;
    return status === 'optimal' || status === 'feasible' ? true : null;
  };
}

/** Why not all learners can be served together, although each could alone. */
export async function seatsInConflict(
  parts: HindranceParts,
  means: DeliveryMeans,
): Promise<Pick<NobodyServedDocument, 'conflict' | 'smallest'>> {
  const { members, nearest, smallest } = await explained(parts, means);
  const conflict = members.map(({ statement, source }, at): WishDocument => {
    return { statement, source, nearest: nearest[at] ?? null };
  });
  return { conflict, smallest };
}

interface Explained {
  readonly members: readonly SeatHindrance[];
  readonly nearest: readonly (number | null)[];
  readonly smallest: boolean;
}

async function explained(parts: HindranceParts, means: DeliveryMeans): Promise<Explained> {
  const possible = possibleBy(means);
  const { members, smallest } = await smallestConflict(parts.asked, seatHindrances(parts), possible);
  const nearest: (number | null)[] = [];
  for (const it of members) nearest.push(await nearestFigure(parts.asked, it, possible));
  return { members, nearest, smallest };
}

/** Groups whose learners cannot be served in time even if they were alone, each with the reason in words. */
export async function unservedInTime(
  parts: HindranceParts,
  groups: readonly LearnerGroup[],
  means: DeliveryMeans,
): Promise<ReadonlyMap<LearnerGroup, string>> {
  const possible = possibleBy(means);
  const reasons = new Map<LearnerGroup, string>();
  for (const group of groups) {
    const asked = ofOneLearner(parts.asked, group);
    if ((await possible(asked)) !== false) continue;
    reasons.set(group, reasonIn(group.taker.id, await explained({ ...parts, asked }, means)));
  }
  return reasons;
}

function reasonIn(id: string, { members, nearest }: Explained): string {
  const statements = members.map(({ statement }, at) => {
    const figure = nearest[at] ?? null;
    return figure === null ? `'${statement}'` : `'${statement}' (${figure} would do)`;
  });
  return `no pathway of ${id} in time: ${statements.join(' and ')} cannot be kept together`;
}
