import { itemAt } from '../domain/item-at.js';
import type { Pathway } from '../evaluate/certify.js';
import { checkPlan } from './check-plan.js';
import { boundOnFirst, combineGoals, type CombinedGoal } from './combine-goals.js';
import { firstPlan } from './first-plan.js';
import { planOf } from './incumbent.js';
import { goalValue, sumOver, type Joint, type JointLimit, type Plan } from './joint.js';
import type { DeliveryMeans } from './means.js';
import { placePathways } from './place.js';
import { race, type RaceEnd } from './race.js';

interface Found {
  readonly plan: Plan;
  /** What each taker counts, as the evaluator has certified it. */
  readonly pathways: readonly Pathway[];
  /** What the plan comes to under each goal, as it is told. */
  readonly values: readonly number[];
}

/** The answer to "what is to be delivered". */
export type PlanAnswer =
  | (Found & {
      readonly status: 'optimal';
      readonly by: string;
      readonly confirmedBy: readonly string[];
      /** Whether it is known to be the first in the order of the units of all that are as good. */
      readonly first: boolean;
    })
  /** No plan comes to less than `bound` under the first goal; null when nothing is known. */
  | (Found & { readonly status: 'feasible'; readonly bound: number | null })
  | { readonly status: 'infeasible'; readonly by: string; readonly confirmedBy: readonly string[] }
  | { readonly status: 'unknown'; readonly reason: string | null }
  | { readonly status: 'disputed'; readonly claims: readonly string[] };

type Best = Extract<RaceEnd, { readonly status: 'optimal' }>;

/**
 * The best plan under goals taken in their order, each kept at its best while the next is improved. A proved one is the
 * first in the order of the units, and its pathways follow from what it delivers, so it is the same on every run.
 */
export async function findPlan(joint: Joint, means: DeliveryMeans): Promise<PlanAnswer> {
  const holds: JointLimit[] = [];
  let best: Best | null = null;
  for (const [at, combined] of combineGoals(joint.goals).entries()) {
    const narrowed = { ...joint, limits: [...joint.limits, ...holds] };
    const end = await race(narrowed, combined.goal, means);
    if (end.status !== 'optimal')
      return best === null ? unproved(joint, combined, end, means) : cut(joint, best, end, means);
    best = end;
    holds.push({ option: `goal ${at + 1}`, weights: combined.goal.weights, most: end.value, constant: 0 });
  }
  if (best === null) throw new RangeError('there is always a goal');
  return proved(joint, best, holds, means);
}

async function proved(
  joint: Joint,
  best: Best,
  holds: readonly JointLimit[],
  means: DeliveryMeans,
): Promise<PlanAnswer> {
  const { plan, settled, by, confirmedBy } = best;
  const { solver, deadline } = means;
  const settling = { holds, plan, settled };
  const { plan: chosen, first } =
    solver === null ? { plan, first: false } : await firstPlan(joint, settling, solver, deadline);
  const found = await finish(joint, chosen, means);
  if (found.status === 'disputed') return found;
  const kept = holds.every(({ weights, most }) => sumOver(found.plan.delivered, weights) <= most);
  if (!kept) return { status: 'disputed', claims: [`${by}: a plan that is as good`, 'added up anew, it is not'] };
  return { ...found, status: 'optimal', by, confirmedBy, first };
}

/** A later goal was not settled: the plan is best under the earlier ones. */
async function cut(joint: Joint, best: Best, end: RaceEnd, means: DeliveryMeans): Promise<PlanAnswer> {
  if (end.status === 'disputed') return end;
  const plan = end.status === 'feasible' ? end.plan : best.plan;
  const found = await finish(joint, plan, means);
  if (found.status === 'disputed') return found;
  return { ...found, status: 'feasible', bound: itemAt(found.values, 0) };
}

async function unproved(
  joint: Joint,
  combined: CombinedGoal,
  end: Exclude<RaceEnd, Best>,
  means: DeliveryMeans,
): Promise<PlanAnswer> {
  if (end.status !== 'feasible') return end;
  const found = await finish(joint, end.plan, means);
  if (found.status === 'disputed') return found;
  const { constant, scale } = itemAt(joint.goals, 0);
  const bound = end.bound === null ? null : (boundOnFirst(combined, end.bound) + constant) / scale;
  return { ...found, status: 'feasible', bound };
}

/** Places the pathways, leaves out what nobody needs then, and looks at all of it from the other side. */
async function finish(
  joint: Joint,
  plan: Plan,
  means: DeliveryMeans,
): Promise<(Found & { readonly status: 'found' }) | Extract<PlanAnswer, { readonly status: 'disputed' }>> {
  const placed = withoutIdle(joint, await placePathways(joint, plan, means));
  const checked = checkPlan(joint, placed);
  if (!checked.ok) return { status: 'disputed', claims: checked.faults };
  const values = joint.goals.map((goal) => goalValue(goal, placed.delivered));
  return { status: 'found', plan: placed, pathways: checked.pathways, values };
}

/** Units that nobody counts stay only where they must be delivered, or where a limit or goal is better for it. */
function withoutIdle(joint: Joint, plan: Plan): Plan {
  const wanted = joint.units.map(({ index }) =>
    [...joint.limits, ...joint.goals].some(({ weights }) => itemAt(weights, index) < 0),
  );
  const kept = plan.delivered.filter((unit) => wanted[unit]);
  return planOf(joint, plan.selections, kept);
}
