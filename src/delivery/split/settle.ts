/*
 * Fixing. From one sweep down and one sweep up a taker's diagram come, for each unit, the least shares of its pathways
 * that count the unit and of those that do not. With them L becomes a bound on the plans that deliver the unit, and one
 * on those that do not: where that is above what a plan may still be worth, the other choice is settled. Whole numbers,
 * no tolerance.
 */
import { doubleAt } from '../../diagram/at.js';
import { OPEN, type Shares } from './shares.js';

/** Settles what plans of at most `most` (times the scale) leave no choice about; false when there is no such plan. */
export function settleUnits(shares: Shares, most: number): boolean {
  const bound = shares.bound();
  if (bound > most) return false;
  const { sweepers } = shares;
  const least = Float64Array.from(sweepers, (sweeper) => sweeper.sweep());
  const withUnit = sweepers.map(({ units }) => new Float64Array(units.length));
  const without = sweepers.map(({ units }) => new Float64Array(units.length));
  for (const [at, sweeper] of sweepers.entries()) sweeper.margins(rowAt(withUnit, at), rowAt(without, at));
  for (let unit = 0; unit < shares.settled.length; unit++) {
    if (shares.settled[unit] !== OPEN) continue;
    const { delivered, left } = shares.boundsOf(unit, bound, least, { withUnit, without });
    if (delivered > most && left > most) return false;
    if (delivered > most) shares.settled[unit] = 0;
    else if (left > most) shares.settled[unit] = 1;
  }
  return true;
}

function rowAt(rows: readonly Float64Array[], at: number): Float64Array {
  const row = rows[at];
  if (row === undefined) throw new RangeError(`there is no taker ${at}`);
  return row;
}

/** How many units are still open. */
export function openUnits(shares: Shares): number {
  let open = 0;
  for (let unit = 0; unit < shares.costs.length; unit++) {
    if (shares.settled[unit] === OPEN && doubleAt(shares.costs, unit) !== 0) open += 1;
  }
  return open;
}
