/*
 * The split of hours. Let C[u] be the scaled cost of unit u with the prices of the limits in it, and let every taker t
 * that needs u pay a share l[t,u] >= 0 of it, with sum over t of l[t,u] <= max(0, C[u]). Then for every plan
 *
 *   S sum of c[u] y[u]  >=  sum of C[u] y[u] - sum of m[i] most[i]                  (m[i] >= 0, limits hold)
 *                       >=  sum over t of (sum of l[t,u] over the units t counts)   (they are delivered)
 *                           + sum of min(0, C[u]) - sum of m[i] most[i]
 *                       >=  sum over t of the least share of a pathway of t + ...   = L
 *
 * so that no plan costs less than L / S. With C[u] = S c[u] + sum over limits i of m[i] w[i,u], all whole numbers, and
 * shares rounded down to whole numbers, L is exact. A unit that is settled costs nobody anything (delivered, its C[u] is
 * added to L) or cannot be had (not delivered: its share is Infinity).
 */
import { byteAt, doubleAt, intAt, itemAt } from '../../diagram/at.js';
import type { Joint, JointLimit } from '../joint.js';
import { weightAt } from '../joint.js';
import { pairsOf } from './pairs.js';
import { projectOntoShares } from './project.js';
import type { Sweeper } from './sweeper.js';

/** In place of 0 and 1 of a settled unit: it is still open. */
export const OPEN = -1;

/** The largest step that shares and prices take: everything stays far below what a double counts exactly. */
const LARGEST_STEP = 2 ** 44;

/** Prices at some point of the search, to be gone back to. */
export interface SharesAt {
  readonly shares: Float64Array;
  readonly prices: readonly number[];
}

/** The shares of every unit between the takers that need it, and what follows from them. */
export class Shares {
  readonly sweepers: readonly Sweeper[];
  /** By unit: {@link OPEN}, or settled as not delivered (0) or delivered (1). */
  readonly settled: Int8Array;
  /** What each unit costs with the limits' prices in it, in whole numbers. */
  readonly costs: Float64Array;
  /** How often each share's taker has counted the unit lately, from 0 to 1. */
  readonly usage: Float64Array;
  readonly #joint: Joint;
  readonly #weights: readonly number[];
  readonly #scale: number;
  /** Pairs of a taker and a unit, those of unit `u` from `#first[u]` to `#first[u + 1]`. */
  readonly #first: Int32Array;
  readonly #taker: Int32Array;
  readonly #place: Int32Array;
  readonly #shares: Float64Array;
  #prices: number[];

  constructor(joint: Joint, weights: readonly number[], scale: number, sweepers: readonly Sweeper[]) {
    this.#joint = joint;
    this.#weights = weights;
    this.#scale = scale;
    this.sweepers = sweepers;
    this.settled = Int8Array.from(joint.fixed, (wish) => wish ?? OPEN);
    const pairs = pairsOf(joint.units.length, sweepers);
    this.#first = pairs.first;
    this.#taker = pairs.taker;
    this.#place = pairs.place;
    this.#shares = new Float64Array(pairs.taker.length);
    this.usage = new Float64Array(pairs.taker.length);
    this.costs = new Float64Array(joint.units.length);
    this.#prices = joint.limits.map(() => 0);
    this.#reprice();
  }

  /** Everything that the next bound depends on, but for what is settled. */
  save(): SharesAt {
    return { shares: this.#shares.slice(), prices: [...this.#prices] };
  }

  restore({ shares, prices }: SharesAt): void {
    this.#shares.set(shares);
    this.#prices = [...prices];
    this.#reprice();
  }

  /** The bound L, in whole numbers times the scale; Infinity when somebody has no pathway. Leaves every sweeper swept. */
  bound(): number {
    let bound = this.#constant();
    this.#setPrices();
    for (const sweeper of this.sweepers) bound += sweeper.sweep();
    return bound;
  }

  /** After {@link bound}: walks every sweeper and takes what they use into the averages, with the weight given. */
  walk(weight: number): void {
    for (const sweeper of this.sweepers) sweeper.walk();
    for (let pair = 0; pair < this.usage.length; pair++) {
      const used = byteAt(itemAt(this.sweepers, intAt(this.#taker, pair)).used, intAt(this.#place, pair));
      const before = doubleAt(this.usage, pair);
      this.usage[pair] = before + weight * (used - before);
    }
  }

  /** How often units have been counted lately by the taker that counts each most; 0 for what nobody needs. */
  mostUsed(unit: number): number {
    let most = 0;
    for (let pair = intAt(this.#first, unit); pair < intAt(this.#first, unit + 1); pair++) {
      most = Math.max(most, doubleAt(this.usage, pair));
    }
    return most;
  }

  /** Whether what becomes of the unit matters: somebody may need it, or a limit may be met by delivering it. */
  matters(unit: number): boolean {
    if (intAt(this.#first, unit) < intAt(this.#first, unit + 1)) return true;
    return this.#joint.limits.some(({ weights }) => weightAt(weights, unit) < 0);
  }

  /** Moves shares and prices along the averages; `distance` is how far the bound is to go, were it straight. */
  step(distance: number): void {
    const slopes = this.#joint.limits.map(({ weights, most }) => this.#used(weights) - most);
    const norm = this.#norm() + slopes.reduce((sum, slope) => sum + slope * slope, 0);
    if (norm === 0) return;
    const step = Math.min(distance / norm, LARGEST_STEP);
    this.#prices = this.#prices.map((price, at) => {
      const largest = Math.floor(LARGEST_STEP / largestOf(itemAt(this.#joint.limits, at)));
      return Math.min(largest, Math.max(0, Math.round(price + step * itemAt(slopes, at))));
    });
    for (let pair = 0; pair < this.#shares.length; pair++) {
      this.#shares[pair] = doubleAt(this.#shares, pair) + step * doubleAt(this.usage, pair);
    }
    this.#reprice();
  }

  /**
   * After {@link bound}: for a unit that is open, bounds on every plan that delivers it, and on every plan that does not.
   * `withUnit` and `without` hold the margins of each sweeper.
   */
  boundsOf(
    unit: number,
    bound: number,
    least: Float64Array,
    margins: { readonly withUnit: readonly Float64Array[]; readonly without: readonly Float64Array[] },
  ): { readonly delivered: number; readonly left: number } {
    const cost = doubleAt(this.costs, unit);
    const start = bound - Math.min(0, cost);
    let [delivered, left] = [start + cost, start];
    for (let pair = intAt(this.#first, unit); pair < intAt(this.#first, unit + 1); pair++) {
      const [taker, place] = [intAt(this.#taker, pair), intAt(this.#place, pair)];
      const price = doubleAt(itemAt(this.sweepers, taker).prices, place);
      const counted = doubleAt(itemAt(margins.withUnit, taker), place);
      const skipped = doubleAt(itemAt(margins.without, taker), place);
      delivered += Math.min(counted - price, skipped) - doubleAt(least, taker);
      left += skipped - doubleAt(least, taker);
    }
    return { delivered, left };
  }

  #constant(): number {
    let constant = 0;
    for (const [at, { most }] of this.#joint.limits.entries()) constant -= itemAt(this.#prices, at) * most;
    for (let unit = 0; unit < this.costs.length; unit++) {
      const settled = this.settled[unit];
      if (settled === 1) constant += doubleAt(this.costs, unit);
      else if (settled === OPEN) constant += Math.min(0, doubleAt(this.costs, unit));
    }
    return constant;
  }

  #setPrices(): void {
    for (let unit = 0; unit < this.costs.length; unit++) {
      const settled = this.settled[unit];
      // What is left to be shared, in whole numbers: no rounding of shares may charge more than the unit costs.
      let left = Math.max(0, doubleAt(this.costs, unit));
      for (let pair = intAt(this.#first, unit); pair < intAt(this.#first, unit + 1); pair++) {
        const share = Math.min(left, Math.floor(doubleAt(this.#shares, pair)));
        left -= share;
        const price = settled === 1 ? 0 : settled === 0 ? Infinity : share;
        itemAt(this.sweepers, intAt(this.#taker, pair)).prices[intAt(this.#place, pair)] = price;
      }
    }
  }

  /** Costs under the present prices, and shares that add up to them. */
  #reprice(): void {
    for (let unit = 0; unit < this.costs.length; unit++) {
      let cost = this.#scale * weightAt(this.#weights, unit);
      for (const [at, { weights }] of this.#joint.limits.entries())
        cost += itemAt(this.#prices, at) * weightAt(weights, unit);
      this.costs[unit] = cost;
      const [start, end] = [intAt(this.#first, unit), intAt(this.#first, unit + 1)];
      if (start < end) projectOntoShares(this.#shares, start, end, Math.max(0, cost));
    }
  }

  /** What delivered units come to under weights, as far as the averages say that they are delivered. */
  #used(weights: readonly number[]): number {
    let sum = 0;
    for (let unit = 0; unit < this.costs.length; unit++) {
      const settled = this.settled[unit];
      if (settled === undefined) throw new RangeError(`there is no unit ${unit}`);
      sum += weightAt(weights, unit) * (settled === OPEN ? this.#mean(unit) : settled);
    }
    return sum;
  }

  #mean(unit: number): number {
    const [start, end] = [intAt(this.#first, unit), intAt(this.#first, unit + 1)];
    let sum = 0;
    for (let pair = start; pair < end; pair++) sum += doubleAt(this.usage, pair);
    return start === end ? 0 : sum / (end - start);
  }

  #norm(): number {
    let norm = 0;
    for (let unit = 0; unit < this.costs.length; unit++) {
      if (this.settled[unit] !== OPEN) continue;
      const mean = this.#mean(unit);
      for (let pair = intAt(this.#first, unit); pair < intAt(this.#first, unit + 1); pair++) {
        norm += (doubleAt(this.usage, pair) - mean) ** 2;
      }
    }
    return norm;
  }
}

function largestOf({ weights }: JointLimit): number {
  return weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1);
}
