import { doubleAt } from '../../diagram/at.js';

/**
 * Moves `values[start..end)` to the nearest point whose numbers are 0 or more and add up to `total`: each is lowered by
 * the same amount, and what would fall below 0 is 0. That amount is found by sorting.
 */
export function projectOntoShares(values: Float64Array, start: number, end: number, total: number): void {
  if (end - start === 1) {
    values[start] = total;
    return;
  }
  const sorted = values.slice(start, end).sort().reverse();
  let sum = 0;
  let lower = 0;
  for (const [at, value] of sorted.entries()) {
    sum += value;
    const amount = (sum - total) / (at + 1);
    if (value >= amount) lower = amount;
  }
  for (let at = start; at < end; at++) values[at] = Math.max(0, doubleAt(values, at) - lower);
}
