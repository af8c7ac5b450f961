/*
 * The bound. Let every learner pay l[g,u] for a seat of unit u, whole numbers of either sign, one for all of group g with
 * its m[g] members. Then for every plan
 *
 *   sum of c[u] r[u]  =  sum over learners of what they pay  +  sum over u of (c[u] r[u] - what is paid for u)
 *                    >=  sum over g of m[g] (least that a pathway of g pays)
 *                        + sum over u of min over s of (c[u] (fewest runs for s learners) - the s highest payments)
 *
 * where s runs over the numbers of learners that can be put into runs. The second line is one sweep a group and one sort
 * a unit. A limit has a price as well, p[i] >= 0: then c[u] r[u] stands for what the runs come to under the goal and, p[i]
 * times, under limit i, and sum of p[i] most[i] is taken off the bound. Everything is a whole number times the scale.
 */
import { byteAt, doubleAt, intAt, itemAt } from '../../diagram/at.js';
import type { Selection } from '../../domain/problem.js';
import { pairsOf, type Pairs } from '../split/pairs.js';
import type { Sweeper } from '../split/sweeper.js';
import { addMeasures, measureAt, type RunMeasure } from './run-measure.js';
import { seatCosts } from './seat-costs.js';
import { bestRuns, type Seated } from './seated.js';

/** Payments for seats, and the bound that they prove. */
export class SeatPrices {
  readonly sweepers: readonly Sweeper[];
  /** What each group counted at the last bound. */
  readonly selections: Selection[] = [];
  readonly #seated: Seated;
  readonly #scale: number;
  readonly #pairs: Pairs;
  /** By pair; behind them the prices of the limits, each in so many parts of one as its weight. */
  readonly #payments: Float64Array;
  /** Seats that groups take in their pathways, less those that their payments buy; behind them how far limits are broken. */
  readonly #slopes: Float64Array;
  readonly #direction: Float64Array;
  /** About what one run adds to each limit, so that all slopes are of one size. */
  readonly #weights: readonly number[];
  /** What runs come to with the prices of the limits in it, times the scale; and by unit and number of learners. */
  #measure: RunMeasure;
  #costs: readonly Float64Array[];
  #priced: readonly number[];

  /** A first payment is an even share of a full run. */
  constructor(seated: Seated, scale: number, sweepers: readonly Sweeper[]) {
    this.#seated = seated;
    this.#scale = scale;
    this.sweepers = sweepers;
    this.#pairs = pairsOf(seated.units.length, sweepers);
    const size = this.#pairs.taker.length + seated.limits.length;
    this.#payments = new Float64Array(size);
    this.#slopes = new Float64Array(size);
    this.#direction = new Float64Array(size);
    this.#weights = seated.limits.map(({ measure }) => weightOf(measure));
    this.#priced = seated.limits.map(() => 0);
    this.#measure = addMeasures([[scale, seated.goal]]);
    this.#costs = seatCosts(seated, this.#measure);
    for (const { index } of seated.units) this.#startAt(index);
  }

  /** The prices of the limits, each what one of it costs under the goal. */
  get limitPrices(): readonly number[] {
    return this.#priced.map((price) => price / this.#scale);
  }

  /** The bound under the present payments, times the scale; Infinity when somebody has no pathway. */
  bound(): number {
    this.#priceLimits();
    this.#setPrices();
    const pairs = this.#pairs.taker.length;
    let bound = 0;
    for (const [at, { most }] of this.#seated.limits.entries()) {
      bound -= itemAt(this.#priced, at) * most;
      this.#slopes[pairs + at] = -most / itemAt(this.#weights, at);
    }
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
      const least = pair < this.#pairs.taker.length ? -LARGEST_PAYMENT : 0;
      this.#payments[pair] = Math.max(least, Math.min(LARGEST_PAYMENT, payment));
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
    const payment = measureAt(this.#measure, unit, 1, 0) / seats;
    const { first } = this.#pairs;
    this.#payments.fill(payment, intAt(first, unit), intAt(first, unit + 1));
  }

  #priceLimits(): void {
    const { limits, goal } = this.#seated;
    const pairs = this.#pairs.taker.length;
    const prices = this.#weights.map((weight, at) => Math.round(doubleAt(this.#payments, pairs + at) / weight) + 0);
    if (prices.every((price, at) => price === this.#priced[at])) return;
    this.#priced = prices;
    const priced = limits.map(({ measure }, at) => [itemAt(prices, at), measure] as const);
    this.#measure = addMeasures([[this.#scale, goal], ...priced]);
    this.#costs = seatCosts(this.#seated, this.#measure);
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
    if (this.#seated.fixed[unit] === 0) {
      this.#countInLimits(unit, 0);
      return doubleAt(itemAt(this.#costs, unit), 0);
    }
    const order = Array.from({ length: end - start }, (_, at) => start + at);
    const paid = (pair: number): number => Math.round(doubleAt(this.#payments, pair)) + 0;
    order.sort((a, b) => paid(b) - paid(a) || a - b);
    const sizeOf = (pair: number): number => itemAt(this.#seated.groups, intAt(taker, pair)).members.length;
    const { term, seats } = bestSeats(
      order.map((pair) => [paid(pair), sizeOf(pair)]),
      itemAt(this.#costs, unit),
    );
    this.#countInLimits(unit, seats);
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

  #countInLimits(unit: number, learners: number): void {
    const pairs = this.#pairs.taker.length;
    for (const [at, { measure }] of this.#seated.limits.entries()) {
      const runs = bestRuns(this.#seated, this.#measure, unit, learners);
      if (runs === null) continue;
      const own = measureAt(measure, unit, runs, itemAt(this.#seated.kept, unit)) / itemAt(this.#weights, at);
      this.#slopes[pairs + at] = doubleAt(this.#slopes, pairs + at) + own;
    }
  }
}

/** About what one run adds to a measure. */
function weightOf({ perRun, perUnit, perChange }: RunMeasure): number {
  const mean = perRun.reduce((sum, own) => sum + own, 0) / Math.max(1, perRun.length);
  return Math.max(1, mean + perUnit + perChange);
}

/** Payments stay far below what a double counts exactly. */
const LARGEST_PAYMENT = 2 ** 40;

/** How much of what the slopes turn back on is made up for. */
const DEFLECTION = 1.5;

/** Over all numbers of learners the least of what their runs cost and what the highest payments bring in. */
export function bestSeats(
  payments: readonly (readonly [payment: number, members: number])[],
  costs: Float64Array,
): { readonly term: number; readonly seats: number } {
  let [term, seats] = [doubleAt(costs, 0), 0];
  let [paid, learners] = [0, 0];
  for (const [payment, members] of payments) {
    for (let member = 0; member < members; member++) {
      paid += payment;
      learners += 1;
      const value = doubleAt(costs, learners) - paid;
      if (value < term) [term, seats] = [value, learners];
    }
  }
  return { term, seats };
}
