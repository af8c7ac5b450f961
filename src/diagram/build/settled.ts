import { itemAt } from '../at.js';
import type { Formula, Sum } from './formula.js';

/** Entries about which the formulas leave no choice: true for those that must be counted, false for those that cannot. */
export type Settled = ReadonlyMap<number, boolean>;

/**
 * Settles entries from the sums among the formulas, all of which must hold: one without which the lower bound is out
 * of reach must be counted, one with which the upper bound is passed cannot be. What one sum settles may settle more in
 * the next, so it goes on until nothing changes. Sums with negative weights settle nothing here.
 */
export function settledEntries(conjuncts: readonly Formula[], entries: number): Settled {
  const sums = conjuncts
    .filter((formula) => formula.kind === 'sum')
    .filter(({ weights }) => weights.every((it) => it >= 0));
  const settled = new Map<number, boolean>();
  for (let before = -1; before < settled.size && settled.size < entries;) {
    before = settled.size;
    for (const sum of sums) settleBy(sum, settled);
  }
  return settled;
}

function settleBy({ weights, interval }: Sum, settled: Map<number, boolean>): void {
  let [counted, open] = [0, 0];
  for (const [index, weight] of weights.entries()) {
    if (settled.get(index) === true) counted += weight;
    else if (!settled.has(index)) open += weight;
  }
  const spare = interval.min === null ? Infinity : counted + open - interval.min;
  const room = interval.max === null ? Infinity : interval.max - counted;
  for (let index = 0; index < weights.length; index++) {
    if (settled.has(index)) continue;
    const weight = itemAt(weights, index);
    if (weight > room) settled.set(index, false);
    else if (weight > spare) settled.set(index, true);
  }
}
