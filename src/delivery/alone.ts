import { race } from './race.js';
import type { Joint, JointGoal } from './joint.js';
import { itemAt } from '../domain/item-at.js';
import { sweepersOf } from './split/split-road.js';
import type { DeliveryMeans } from './means.js';
import { weightAt } from './joint.js';

/**
 * The least that one taker comes to when nobody else is served, in whole numbers: null when it has no pathway, and when a
 * limit of the search left it open. Units that must not be delivered are not to be had; limits and other wishes play no part.
 */
export async function leastAlone(
  joint: Joint,
  taker: number,
  goal: JointGoal,
  means: DeliveryMeans,
): Promise<number | null> {
  const own = itemAt(joint.takers, taker);
  const [sweeper] = sweepersOf([own], means.store) ?? [];
  if (sweeper === undefined) return leastTogether(onlyTakers(joint, [taker]), goal, means);
  for (const [at, unit] of sweeper.units.entries()) {
    sweeper.prices[at] = joint.fixed[unit] === 0 ? Infinity : weightAt(goal.weights, unit);
  }
  const least = sweeper.sweep();
  return least === Infinity ? null : least;
}

/** The question without limits and without units that must be delivered, for some of the takers. */
export function onlyTakers(joint: Joint, takers: readonly number[]): Joint {
  const fixed = joint.fixed.map((wish) => (wish === 1 ? null : wish));
  return { ...joint, takers: takers.map((taker) => itemAt(joint.takers, taker)), limits: [], fixed };
}

/** The least value of a goal over all plans, in whole numbers; null when there is no plan or nobody knows. */
export async function leastTogether(joint: Joint, goal: JointGoal, means: DeliveryMeans): Promise<number | null> {
  const end = await race(joint, goal, means);
  return end.status === 'optimal' ? end.value : null;
}
