/*
 * The trade-off between units and hours: from the plan with the least hours on, each next point is the least hours with
 * at least one unit fewer, until there is no plan. Of each number of hours the fewest units are taken, so no point has
 * both more units and more hours than another.
 */
import { itemAt } from '../domain/item-at.js';
import { goalValue, type Joint, type JointGoal } from './joint.js';
import type { DeliveryMeans } from './means.js';
import { combineGoals } from './combine-goals.js';
import { race } from './race.js';

/** One point: so many units, with the least hours that they can do with; `feasible` where that is not proved. */
export interface FrontierPoint {
  readonly units: number;
  readonly glh: number;
  readonly status: 'optimal' | 'feasible';
}

/** The points by ascending units, and whether there may be more of them. */
export interface Frontier {
  readonly points: readonly FrontierPoint[];
  readonly complete: boolean;
}

/** Every point of the trade-off that is found in time. */
export async function findFrontier(joint: Joint, hours: JointGoal, means: DeliveryMeans): Promise<Frontier> {
  const units: JointGoal = { name: 'units', weights: joint.units.map(() => 1), constant: 0, scale: 1 };
  return traceFrontier(joint.units.length, async (most) => {
    const limit = { option: `--max-units ${most}`, weights: units.weights, most, constant: 0 };
    const end = await best({ ...joint, limits: [...joint.limits, limit] }, [hours, units], means);
    if (typeof end === 'string') return end;
    return { units: end.delivered.length, glh: goalValue(hours, end.delivered), status: end.status };
  });
}

/** The points from the most units on, each asked for with one unit fewer than the last has. */
export async function traceFrontier(
  from: number,
  best: (most: number) => Promise<FrontierPoint | 'none' | 'unknown'>,
): Promise<Frontier> {
  const points: FrontierPoint[] = [];
  for (let most = from; most >= 0;) {
    const point = await best(most);
    if (point === 'none') break;
    if (point === 'unknown') return { points: points.reverse(), complete: false };
    points.push(point);
    most = point.units - 1;
  }
  return { points: points.reverse(), complete: true };
}

interface Point {
  readonly delivered: readonly number[];
  readonly status: FrontierPoint['status'];
}

async function best(
  joint: Joint,
  goals: readonly JointGoal[],
  means: DeliveryMeans,
): Promise<Point | 'none' | 'unknown'> {
  let point: Point | null = null;
  const limits = [...joint.limits];
  for (const { goal } of combineGoals(goals)) {
    const end = await race({ ...joint, limits }, goal, means);
    if (end.status === 'infeasible' && point === null) return 'none';
    if (end.status !== 'optimal' && end.status !== 'feasible') break;
    point = { delivered: end.plan.delivered, status: end.status };
    if (end.status === 'feasible') break;
    limits.push({ option: itemAt(goals, 0).name, weights: goal.weights, most: end.value, constant: 0 });
  }
  return point ?? 'unknown';
}
