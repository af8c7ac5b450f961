import { weightAt, type JointGoal } from './joint.js';

/** The largest value that combined goals may reach: one unit of the last stays well above what a solver tolerates. */
const LARGEST_COMBINED = 10_000_000;

/** Neighbouring goals as one: `factor` is what one unit of the first weighs, `later` the most that the others add to it. */
export interface CombinedGoal {
  readonly goal: JointGoal;
  readonly factor: number;
  readonly later: number;
}

/**
 * Goals in their order as one goal or, where figures would grow too large, as several that are taken one after the other.
 * An earlier goal weighs more than everything that the later ones can add up to.
 */
export function combineGoals(goals: readonly JointGoal[]): readonly CombinedGoal[] {
  const combined: CombinedGoal[] = [];
  for (const goal of goals) {
    const last = combined.at(-1);
    const own = spreadOf(goal) + 1;
    if (last === undefined || (spreadOf(last.goal) + 1) * own > LARGEST_COMBINED) {
      combined.push({ goal, factor: 1, later: 0 });
    } else combined[combined.length - 1] = together(last, goal, own);
  }
  return combined;
}

function together({ goal: first, factor, later }: CombinedGoal, second: JointGoal, own: number): CombinedGoal {
  const goal = {
    name: `${first.name}, ${second.name}`,
    weights: first.weights.map((weight, unit) => weight * own + weightAt(second.weights, unit)),
    constant: 0,
    scale: 1,
  };
  return { goal, factor: factor * own, later: later * own + mostOf(second) };
}

/** How far apart two plans can be under a goal. */
function spreadOf({ weights }: JointGoal): number {
  return weights.reduce((sum, weight) => sum + Math.abs(weight), 0);
}

function mostOf({ weights }: JointGoal): number {
  return weights.reduce((sum, weight) => sum + Math.max(0, weight), 0);
}

/** What a bound on combined goals says of the first of them, in whole numbers without its constant. */
export function boundOnFirst({ factor, later }: CombinedGoal, bound: number): number {
  return Math.ceil((bound - later) / factor) + 0;
}
