import { intAt, itemAt } from '../../diagram/at.js';
import type { Sweeper } from './sweeper.js';

/** Pairs of a taker and a unit that it needs; those of unit `u` are from `first[u]` to `first[u + 1]`. */
export interface Pairs {
  readonly first: Int32Array;
  readonly taker: Int32Array;
  /** Where the unit stands among the taker's own. */
  readonly place: Int32Array;
}

/** Every pair, by unit and then by taker. */
export function pairsOf(
  units: number,
  sweepers: readonly Sweeper[],
): { first: Int32Array; taker: Int32Array; place: Int32Array } {
  const byUnit: [number, number][][] = Array.from({ length: units }, () => []);
  for (const [taker, { units: own }] of sweepers.entries()) {
    for (const [place, unit] of own.entries()) itemAt(byUnit, unit).push([taker, place]);
  }
  const first = new Int32Array(units + 1);
  for (const [unit, pairs] of byUnit.entries()) first[unit + 1] = intAt(first, unit) + pairs.length;
  const all = byUnit.flat();
  return { first, taker: Int32Array.from(all, ([taker]) => taker), place: Int32Array.from(all, ([, place]) => place) };
}
