import type { Goal } from '../compile/compile.js';
import type { Measure, Objective } from '../domain/measure.js';
import type { Problem } from '../domain/problem.js';
import { wholeMeasure } from '../domain/totals.js';

/**
 * The largest value that a combined goal may reach: a solver's tolerances are absolute, so the figures that it
 * compares are kept small enough for one unit of the last objective to stay well above them.
 */
export const LARGEST_COMBINED = 1_000_000;

/**
 * The goals that take objectives in their order. Neighbours are combined into one goal, the earlier weighing more than
 * everything the later can add up to, as long as no combined figure exceeds `largest`; so most requests need a single
 * search.
 */
export function goalsOf(
  problem: Problem,
  objectives: readonly Objective[],
  largest = LARGEST_COMBINED,
): readonly Goal[] {
  const goals: { sense: Objective['sense']; terms: { measure: Measure; factor: number }[]; reach: number }[] = [];
  for (const { sense, measure } of objectives) {
    const reach = reachOf(problem, measure);
    const last = goals.at(-1);
    if (last === undefined || (last.reach + 1) * (reach + 1) > largest) {
      goals.push({ sense, terms: [{ measure, factor: 1 }], reach });
      continue;
    }
    for (const term of last.terms) term.factor *= reach + 1;
    last.terms.push({ measure, factor: sense === last.sense ? 1 : -1 });
    last.reach = (last.reach + 1) * (reach + 1);
  }
  return goals;
}

/** What a measure adds up to over all entries, in whole numbers: no selection exceeds it. */
function reachOf(problem: Problem, measure: Measure): number {
  return wholeMeasure(
    problem,
    problem.entries.map(({ index }) => index),
    measure,
  );
}

/**
 * What a bound on a goal's value says of its first measure alone: the later ones add at most one less than the first
 * one's factor, in the direction of their own sense.
 */
export function boundOnFirst(goal: Goal, bound: number): number {
  const factor = goal.terms[0]?.factor ?? 1;
  const later = goal.terms.slice(1);
  const up = later.some((term) => term.factor > 0) ? factor - 1 : 0;
  const down = later.some((term) => term.factor < 0) ? factor - 1 : 0;
  return goal.sense === 'minimise' ? Math.ceil((bound - up) / factor) : Math.floor((bound + down) / factor);
}
