import type { Objective } from '../../domain/measure.js';
import type { Problem, Selection } from '../../domain/problem.js';
import { scaleOf } from '../../domain/scale.js';
import { measureOf } from '../../domain/weight.js';
import { doubleAt, intAt, itemAt } from '../at.js';
import type { Diagram } from '../diagram.js';

/** What to drive down or up: `amounts[i]` is what entry `i` adds when it is counted, a whole number of either sign. */
export interface Goal {
  readonly sense: 'minimise' | 'maximise';
  readonly amounts: ArrayLike<number>;
  /** Values are told, and slacks given, divided by this: 10 where amounts are tenths. 1 when left out. */
  readonly scale?: number;
}

/**
 * An objective as a goal over the entries of a problem.
 *
 * @example
 * ```ts
 * import { goalOf, pose, valueOrThrow } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * const problem = valueOrThrow(pose(specification));
 * const credits = { over: 'all', quantity: 'credits' } as const;
 * console.log(goalOf(problem, { sense: 'maximise', measure: credits }).amounts.slice(0, 4)); // [ 3, 2, 3, 2 ]
 * ```
 */
export function goalOf(problem: Problem, { sense, measure }: Objective): Goal {
  const amounts = problem.entries.map((entry) => measureOf(problem, entry, measure));
  return { sense, amounts, scale: scaleOf(problem.scales, measure.quantity) };
}

/** What entry `index` adds; a goal that says nothing of an entry is a bug and throws. */
export function amountOf(amounts: ArrayLike<number>, index: number): number {
  const amount = amounts[index];
  if (amount === undefined) throw new RangeError(`entry ${index} is outside of a goal over ${amounts.length} entries`);
  return amount;
}

/** What a selection comes to under a goal. */
export function valueOf({ amounts, scale = 1 }: Goal, selection: Selection): number {
  let value = 0;
  for (const index of selection) value += amountOf(amounts, index);
  return value / scale;
}

/**
 * Costs by level, all to be minimised, that rank selections as the goals do, each goal kept at its best while the next
 * is improved. Goals share one cost as long as every sum stays exact in a double: each is multiplied by more than what
 * all the goals behind it can make up for. Where that does not fit, the goals before get a cost of their own, and costs
 * count in their order. There is always at least one. Arrays in `room` are used again.
 */
export function costsOf(
  { entries }: Diagram,
  goals: readonly Goal[],
  room: readonly Float64Array[] = [],
): readonly Float64Array[] {
  let cost = emptied(room[0], entries.length);
  const costs = [cost];
  let reach = 0;
  for (let at = goals.length - 1; at >= 0; at--) {
    const goal = itemAt(goals, at);
    const own = reachOf(goal, entries);
    if (own * (reach + 1) + reach > Number.MAX_SAFE_INTEGER) {
      cost = emptied(room[costs.length], entries.length);
      costs.unshift(cost);
      reach = 0;
    }
    addTo(cost, goal, entries, reach + 1);
    reach += own * (reach + 1);
  }
  return costs;
}

function emptied(cost: Float64Array | undefined, length: number): Float64Array {
  return cost === undefined ? new Float64Array(length) : cost.fill(0);
}

/** How far apart two selections can be under a goal. */
function reachOf({ amounts }: Goal, entries: Int32Array): number {
  let reach = 0;
  for (let level = 0; level < entries.length; level++) reach += Math.abs(amountOf(amounts, intAt(entries, level)));
  return reach;
}

function addTo(cost: Float64Array, { sense, amounts }: Goal, entries: Int32Array, factor: number): void {
  const signed = sense === 'minimise' ? factor : -factor;
  for (let level = 0; level < entries.length; level++) {
    cost[level] = doubleAt(cost, level) + signed * amountOf(amounts, intAt(entries, level));
  }
}
