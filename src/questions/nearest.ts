import { between, distance } from '../domain/interval.js';
import type { Problem } from '../domain/problem.js';
import type { Statement } from '../domain/statement.js';
import type { Oracle } from '../methods/oracle.js';
import { thresholdView, type ThresholdView } from './threshold.js';

/**
 * The value nearest to what a statement asks at which a pathway exists, all other conditions staying as they are: in
 * the statement's own unit (credits, units, hours, groups, per cent). Null when no value helps, when the statement
 * bounds no quantity, or when a limit leaves it open. The problem has no pathway with the statement as it is.
 */
export async function nearestValue(problem: Problem, statement: Statement, oracle: Oracle): Promise<number | null> {
  const view = thresholdView(problem, statement);
  if (view === null) return null;
  const others = problem.conditions.filter((condition) => condition !== statement);
  const possible = async (min: number, max: number): Promise<boolean> =>
    (await oracle(problem, [...others, view.within(between(min, max))])) === 'possible';
  const found = [await nearestBelow(view, possible), await nearestAbove(view, possible)].filter((it) => it !== null);
  const [nearest] = found.sort((a, b) => distance(view.interval, a) - distance(view.interval, b));
  return nearest === undefined ? null : view.told(nearest);
}

type Possible = (min: number, max: number) => Promise<boolean>;

/**
 * The greatest value under the lower bound: "from v to the bound" is possible for every v up to it, and none beyond.
 * The bound itself is known to be impossible; it is taken in for shares, which may lie between two whole per cents.
 */
async function nearestBelow({ interval, most }: ThresholdView, possible: Possible): Promise<number | null> {
  if (interval.min === null || interval.min === 0) return null;
  const bound = interval.min;
  if (!(await possible(0, bound))) return null;
  let [low, high] = [0, Math.min(bound - 1, most)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (await possible(middle, bound)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The least value over the upper bound. */
async function nearestAbove({ interval, most }: ThresholdView, possible: Possible): Promise<number | null> {
  if (interval.max === null || interval.max >= most) return null;
  const bound = interval.max;
  if (!(await possible(bound, most))) return null;
  let [low, high] = [bound + 1, most];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (await possible(bound, middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
