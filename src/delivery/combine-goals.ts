import { weightAt, type JointGoal } from './joint.js';

/** The largest value that combined goals may reach: one unit of the last stays well above what a solver tolerates. */
const LARGEST_COMBINED = 10_000_000;

/** Neighbouring goals as one: `factor` is what one unit of the first weighs, `later` the most that the others add to it. */
export interface Combined<G> {
  readonly goal: G;
  readonly factor: number;
  readonly later: number;
}

/** Several goals of a joint plan as one. */
export type CombinedGoal = Combined<JointGoal>;

/** How goals of some kind are added up. */
export interface GoalSums<G> {
  /** How far apart two plans that are worth a look can be under a goal. */
  readonly spread: (goal: G) => number;
  /** The most that such a plan comes to. */
  readonly most: (goal: G) => number;
  /** So many times the first goal and once the second. */
  readonly add: (first: G, times: number, second: G) => G;
}

/**
 * Goals in their order as one goal or, where figures would grow too large, as several that are taken one after the other.
 * An earlier goal weighs more than everything that the later ones can add up to.
 */
export function combineInOrder<G>(goals: readonly G[], { spread, most, add }: GoalSums<G>): readonly Combined<G>[] {
  const combined: Combined<G>[] = [];
  for (const goal of goals) {
    const last = combined.at(-1);
    const own = spread(goal) + 1;
    if (last === undefined || (spread(last.goal) + 1) * own > LARGEST_COMBINED) {
      combined.push({ goal, factor: 1, later: 0 });
      continue;
    }
    const { goal: first, factor, later } = last;
    const both = { goal: add(first, own, goal), factor: factor * own, later: later * own + most(goal) };
    combined[combined.length - 1] = both;
  }
  return combined;
}

/** The goals of a joint plan. */
export function combineGoals(goals: readonly JointGoal[]): readonly CombinedGoal[] {
  return combineInOrder(goals, {
    spread: ({ weights }) => weights.reduce((sum, weight) => sum + Math.abs(weight), 0),
    most: ({ weights }) => weights.reduce((sum, weight) => sum + Math.max(0, weight), 0),
    add: (first, times, second) => ({
      name: `${first.name}, ${second.name}`,
      weights: first.weights.map((weight, unit) => weight * times + weightAt(second.weights, unit)),
      constant: 0,
      scale: 1,
    }),
  });
}

/** What a bound on combined goals says of the first of them, in whole numbers without its constant. */
export function boundOnFirst({ factor, later }: Pick<CombinedGoal, 'factor' | 'later'>, bound: number): number {
  return Math.ceil((bound - later) / factor) + 0;
}
