import type { Deadline } from '../methods/deadline.js';
import { breatheUntil } from './breath.js';
import { Incumbent } from './incumbent.js';
import type { Joint, JointGoal, Plan } from './joint.js';
import type { DeliveryMeans } from './means.js';
import { goProgramRoad } from './program-road.js';
import { goSplitRoad, NOTHING_SETTLED, type RoadEnd } from './split/split-road.js';

/** How the race for one goal ended; values are whole numbers without the goal's constant. */
export type RaceEnd =
  | {
      readonly status: 'optimal';
      readonly plan: Plan;
      readonly value: number;
      readonly by: string;
      readonly confirmedBy: readonly string[];
      /** Units that are the same in all plans that are as good. */
      readonly settled: readonly (0 | 1 | null)[];
    }
  | { readonly status: 'feasible'; readonly plan: Plan; readonly value: number; readonly bound: number | null }
  | { readonly status: 'infeasible'; readonly by: string; readonly confirmedBy: readonly string[] }
  | { readonly status: 'unknown'; readonly reason: string | null }
  | { readonly status: 'disputed'; readonly claims: readonly string[] };

/** How long, in milliseconds, the second road may take at least to confirm the first, where the deadline leaves that much. */
const LEAST_PATIENCE = 500;

/** What a road that was left behind is called. */
const NO_ROAD: RoadEnd = { by: '', done: false, bound: -Infinity, failed: null, settledAt: NOTHING_SETTLED };

/**
 * Two independent roads to the best plan under one goal: the first proof ends the race, and the other road gets as much
 * time again to confirm it. Both put the plans they find to one incumbent, so that each may finish on the other's plan.
 */
export async function race(joint: Joint, goal: JointGoal, means: DeliveryMeans): Promise<RaceEnd> {
  const { constant, scale } = goal;
  let bound: number | null = null;
  const told = (value: number): number => (value + constant) / scale;
  const tell = (): void => means.progress(Number.isFinite(incumbent.value) ? told(incumbent.value) : null, bound);
  const incumbent: Incumbent = new Incumbent(joint, goal.weights, tell);
  const better = (value: number): void => {
    if (Number.isFinite(value)) bound = Math.max(bound ?? -Infinity, told(value));
    tell();
  };
  return settle(incumbent, await bothRoads(joint, goal, incumbent, means, better));
}

async function bothRoads(
  joint: Joint,
  goal: JointGoal,
  incumbent: Incumbent,
  means: DeliveryMeans,
  told: (bound: number) => void,
): Promise<readonly RoadEnd[]> {
  const start = performance.now();
  let end = Infinity;
  const deadline: Deadline = {
    remaining: () => Math.max(0, Math.min(means.deadline.remaining(), end - performance.now())),
    passed: () => means.deadline.passed() || performance.now() >= end,
  };
  const breathe = breatheUntil(deadline);
  const finish = (road: RoadEnd): RoadEnd => {
    if (road.done) end = Math.min(end, performance.now() + Math.max(LEAST_PATIENCE, performance.now() - start));
    return road;
  };
  const program = means.solver === null ? NO_ROAD : goProgramRoad(joint, goal, incumbent, means.solver, deadline);
  const split = means.split ? goSplitRoad(joint, goal.weights, incumbent, { ...means, breathe, told }) : NO_ROAD;
  const roads = [program, split].map(async (road) => finish((await road) ?? NO_ROAD));
  return Promise.all(roads);
}

function settle(incumbent: Incumbent, roads: readonly RoadEnd[]): RaceEnd {
  const { plan, value } = incumbent;
  const done = roads.filter((road) => road.done);
  const denied = roads.filter(({ bound }) => bound > value);
  const claims = roads.filter(({ by }) => by !== '').map(describe);
  if (denied.length > 0) return { status: 'disputed', claims: [...claims, `a plan comes to ${value}`] };
  // A best value that no plan in hand has: whoever claims it has shown a plan that does not stand up to its limits.
  if (done.some(({ bound }) => bound < value))
    return { status: 'disputed', claims: [...claims, `no plan comes to it`] };
  const [first, ...others] = done;
  const proved = (by: string, confirmedBy: readonly string[]): RaceEnd => {
    if (plan === null) throw new Error('a best value without a plan');
    const settled = roads.map((road) => road.settledAt(value)).find((it) => it !== null) ?? [];
    return { status: 'optimal', plan, value, by, confirmedBy, settled };
  };
  if (plan === null) {
    if (first !== undefined) return { status: 'infeasible', by: first.by, confirmedBy: others.map(({ by }) => by) };
    return { status: 'unknown', reason: roads.find(({ failed }) => failed !== null)?.failed ?? null };
  }
  if (first !== undefined) {
    return proved(
      first.by,
      others.map(({ by }) => by),
    );
  }
  const bound = Math.max(...roads.map((road) => road.bound));
  if (bound === value) return proved(closest(roads, bound), []);
  return { status: 'feasible', plan, value, bound: Number.isFinite(bound) ? bound : null };
}

function closest(roads: readonly RoadEnd[], bound: number): string {
  const road = roads.find((it) => it.bound === bound);
  if (road === undefined) throw new Error("the best bound is nobody's");
  return road.by;
}

function describe({ by, done, bound }: RoadEnd): string {
  if (!Number.isFinite(bound)) return `${by}: ${done ? 'there is no plan' : 'nothing'}`;
  return `${by}: ${done ? 'the best plan comes to' : 'no plan comes to less than'} ${bound}`;
}
