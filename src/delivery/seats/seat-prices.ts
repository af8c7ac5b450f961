/*
 * The bound. Let every learner pay l[g,u] for a seat of unit u, whole numbers of either sign, one for all of group g with
 * its m[g] members. Then for every plan
 *
 *   sum of c[u] r[u]  =  sum over learners of what they pay  +  sum over u of (c[u] r[u] - what is paid for u)
 *                    >=  sum over g of m[g] (least that a pathway of g pays)
 *                        + sum over u of min over s of (c[u] (fewest runs for s learners) - the s highest payments)
 *
 * where s runs over the numbers of learners that can be put into runs. The second line is one sweep a group and one sort
 * a unit. Everything is a whole number times the scale.
 */
import { byteAt, doubleAt, intAt, itemAt } from '../../diagram/at.js';
import type { Selection } from '../../domain/problem.js';
import { pairsOf, type Pairs } from '../split/pairs.js';
import type { Sweeper } from '../split/sweeper.js';
import type { Seated } from './seated.js';

/** Payments for seats, and the bound that they prove. */
export class SeatPrices {
  readonly sweepers: readonly Sweeper[];
  /** What each group counted at the last bound. */
  readonly selections: Selection[] = [];
  readonly #seated: Seated;
  readonly #costs: readonly Float64Array[];
  readonly #scale: number;
  readonly #pairs: Pairs;
  readonly #payments: Float64Array;
  /** Seats that groups take in their pathways, less those that their payments buy. */
  readonly #slopes: Float64Array;
  readonly #direction: Float64Array;

  /** `costs` by unit and number of learners, not scaled; a first payment is an even share of a full run. */
  constructor(seated: Seated, costs: readonly Float64Array[], scale: number, sweepers: readonly Sweeper[]) {
    this.#seated = seated;
    this.#costs = costs;
    this.#scale = scale;
    this.sweepers = sweepers;
    this.#pairs = pairsOf(seated.units.length, sweepers);
    this.#payments = new Float64Array(this.#pairs.taker.length);
    this.#slopes = new Float64Array(this.#pairs.taker.length);
    this.#direction = new Float64Array(this.#pairs.taker.length);
    for (const { index } of seated.units) this.#startAt(index);
  }

  /** The bound under the present payments, times the scale; Infinity when somebody has no pathway. */
  bound(): number {
    this.#setPrices();
    let bound = 0;
    for (const [group, sweeper] of this.sweepers.entries()) {
      const least = sweeper.sweep();
      if (least === Infinity) return Infinity;
      this.selections[group] = sweeper.walk();
      bound += least * itemAt(this.#seated.groups, group).members.length;
    }
    for (const { index } of this.#seated.units) bound += this.#unitTerm(index);
    return bound;
  }

  /**
   * Moves payments; `distance` is how far the bound is to go, were it straight. Where the slopes turn back on the last
   * direction, as much of it is kept as makes the two add up to one that does not (Camerini, Fratta and Maffioli).
   */
  step(distance: number): void {
    let [along, size] = [0, 0];
    for (let pair = 0; pair < this.#slopes.length; pair++) {
      along += doubleAt(this.#slopes, pair) * doubleAt(this.#direction, pair);
      size += doubleAt(this.#direction, pair) ** 2;
    }
    const kept = along < 0 ? (-DEFLECTION * along) / size : 0;
    let norm = 0;
    for (let pair = 0; pair < this.#slopes.length; pair++) {
      const now = doubleAt(this.#slopes, pair) + kept * doubleAt(this.#direction, pair);
      this.#direction[pair] = now;
      norm += now * now;
    }
    if (norm === 0) return;
    const step = distance / norm;
    for (let pair = 0; pair < this.#payments.length; pair++) {
      const payment = doubleAt(this.#payments, pair) + step * doubleAt(this.#direction, pair);
      this.#payments[pair] = Math.max(-LARGEST_PAYMENT, Math.min(LARGEST_PAYMENT, payment));
    }
  }

  /** The payments, to be gone back to. */
  save(): Float64Array {
    return this.#payments.slice();
  }

  restore(payments: Float64Array): void {
    this.#payments.set(payments);
  }

  #startAt(unit: number): void {
    const { capacity } = itemAt(this.#seated.sizes, unit);
    const seats = Math.max(1, Math.min(capacity, itemAt(this.#costs, unit).length - 1));
    const payment = (this.#scale * itemAt(this.#seated.costs, unit)) / seats;
    const { first } = this.#pairs;
    this.#payments.fill(payment, intAt(first, unit), intAt(first, unit + 1));
  }

  #setPrices(): void {
    const { first, taker, place } = this.#pairs;
    for (let unit = 0; unit + 1 < first.length; unit++) {
      const closed = this.#seated.fixed[unit] === 0;
      for (let pair = intAt(first, unit); pair < intAt(first, unit + 1); pair++) {
        const payment = Math.round(doubleAt(this.#payments, pair)) + 0;
        itemAt(this.sweepers, intAt(taker, pair)).prices[intAt(place, pair)] = closed ? Infinity : payment;
      }
    }
  }

  /** The unit's side of the bound; and the slopes of its payments. */
  #unitTerm(unit: number): number {
    const { first, taker, place } = this.#pairs;
    const [start, end] = [intAt(first, unit), intAt(first, unit + 1)];
    if (this.#seated.fixed[unit] === 0) return 0;
    const order = Array.from({ length: end - start }, (_, at) => start + at);
    const paid = (pair: number): number => Math.round(doubleAt(this.#payments, pair)) + 0;
    order.sort((a, b) => paid(b) - paid(a) || a - b);
    const sizeOf = (pair: number): number => itemAt(this.#seated.groups, intAt(taker, pair)).members.length;
    const { term, seats } = bestSeats(
      order.map((pair) => [paid(pair), sizeOf(pair)]),
      itemAt(this.#costs, unit),
      this.#scale,
    );
    let left = seats;
    for (const pair of order) {
      const size = sizeOf(pair);
      const bought = Math.min(left, size);
      left -= bought;
      const used = byteAt(itemAt(this.sweepers, intAt(taker, pair)).used, intAt(place, pair));
      this.#slopes[pair] = size * used - bought;
    }
    return term;
  }
}

/** Payments stay far below what a double counts exactly. */
const LARGEST_PAYMENT = 2 ** 40;

/** How much of what the slopes turn back on is made up for. */
const DEFLECTION = 1.5;

/** Over all numbers of learners the least of what their runs cost and what the highest payments bring in. */
export function bestSeats(
  payments: readonly (readonly [payment: number, members: number])[],
  costs: Float64Array,
  scale: number,
): { readonly term: number; readonly seats: number } {
  let [term, seats] = [scale * doubleAt(costs, 0), 0];
  let [paid, learners] = [0, 0];
  for (const [payment, members] of payments) {
    for (let member = 0; member < members; member++) {
      paid += payment;
      learners += 1;
      const value = scale * doubleAt(costs, learners) - paid;
      if (value < term) [term, seats] = [value, learners];
    }
  }
  return { term, seats };
}
