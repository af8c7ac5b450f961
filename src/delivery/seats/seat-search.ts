/*
 * Better plans by moving one learner at a time. A seat in a run that takes place anyway costs nothing, a seat that needs a
 * new run costs the run; so one sweep gives a learner's best answer to all others. When nobody can improve alone, the last
 * run of a unit is closed: those who sit in it are seated elsewhere as if the unit were not to be had, and then once more
 * at true prices; a worse plan is undone.
 */
import { byteAt, doubleAt, intAt, itemAt } from '../../diagram/at.js';
import type { Selection } from '../../domain/problem.js';
import { HELD, weightAt } from '../joint.js';
import type { Sweeper } from '../split/sweeper.js';
import type { PathwayPool } from './pathway-pool.js';
import { LimitPrices } from './limit-prices.js';
import { measureOf, type RunMeasure } from './run-measure.js';
import { bestRuns, type SeatPlan, type Seated } from './seated.js';
import { COST_SCALE, mildCosts, seatCosts, softCosts } from './seat-costs.js';

/** What a search hands over: a plan in which everybody can be seated, with what it costs. */
export interface Found {
  readonly plan: SeatPlan;
  readonly value: number;
}

/** How much of a new run is paid for by its first learner only in part: 0 is what it costs. */
const MILDNESS = [0, 0.15, 0.3, 0.5, 0.7];

/** A price above every sum of costs, and far below what a double counts exactly. */
const DEAR = 2 ** 45;

/** A search over the sweepers of groups; whoever else sweeps may change their prices between two uses. */
export class SeatSearch {
  readonly #seated: Seated;
  readonly #sweepers: readonly Sweeper[];
  /** What numbers of learners cost: as they are first, then the milder, so that a run may be filled learner by learner. */
  #tables: readonly (readonly Float64Array[])[] = [];
  #costs: readonly Float64Array[] = [];
  /** What runs come to with the prices of limits in it. */
  #measure: RunMeasure;
  readonly #limits: LimitPrices;
  readonly #random: () => number;
  readonly #pool: PathwayPool;
  readonly #groupOf: Int32Array;
  readonly #seats: Int32Array;
  readonly #used: Uint8Array[];
  readonly #selections: Selection[];
  #value = 0;
  #best: Found | null = null;

  constructor(seated: Seated, sweepers: readonly Sweeper[], random: () => number, pool: PathwayPool) {
    this.#seated = seated;
    this.#sweepers = sweepers;
    this.#random = random;
    this.#pool = pool;
    this.#measure = seated.goal;
    this.#limits = new LimitPrices(seated);
    this.#reprice();
    this.#groupOf = new Int32Array(seated.learners);
    for (const [group, { members }] of seated.groups.entries()) for (const it of members) this.#groupOf[it] = group;
    this.#seats = new Int32Array(seated.units.length);
    this.#used = Array.from(this.#groupOf, (group) => new Uint8Array(itemAt(sweepers, group).units.length));
    this.#selections = Array.from(this.#groupOf, () => []);
  }

  /** The best plan found so far; null when there is none in which everybody can be seated. */
  get best(): Found | null {
    return this.#best;
  }

  /**
   * Starts from what each group has counted last, as its sweeper says in `used`, and lets learners move until nobody gains.
   * `prices` are what one of each limit costs under the goal.
   */
  start(selections: readonly Selection[], prices: readonly number[]): void {
    if (prices.length > 0) {
      this.#limits.atLeast(prices);
      this.#reprice();
    }
    this.#seats.fill(0);
    for (const [learner, group] of this.#groupOf.entries()) {
      this.#selections[learner] = itemAt(selections, group);
      this.#used[learner] = itemAt(this.#sweepers, group).used.slice();
      this.#count(learner, 1);
    }
    this.#cool(MILDNESS.length - 1);
  }

  /** Starts from a plan that somebody else has found, if it is better than the best, and lets learners move. */
  adopt({ plan, value }: Found): void {
    if (this.#best !== null && this.#best.value <= value) return;
    this.#best = { plan, value };
    this.#seats.fill(0);
    for (const [learner, group] of this.#groupOf.entries()) {
      const sweeper = itemAt(this.#sweepers, group);
      const selection = itemAt(plan.selections, learner);
      this.#selections[learner] = selection;
      this.#used[learner] = usedIn(
        sweeper,
        selection.map((entry) => weightAt(itemAt(this.#seated.groups, group).taker.units, entry)),
      );
      this.#count(learner, 1);
    }
    this.#cool(0);
  }

  /** Takes the best plan so far through milder costs and back, so many times. */
  reheat(times: number): void {
    for (let time = 0; time < times && this.#best !== null; time++) {
      this.#cool(1 + Math.floor(this.#random() * (MILDNESS.length - 1)));
    }
  }

  #reprice(): void {
    this.#measure = this.#limits.priced();
    const { perRun, perUnit, perChange } = this.#measure;
    const largest = perRun.reduce((most, cost) => Math.max(most, cost), 1) + perUnit + perChange;
    const soft = softCosts(seatCosts(this.#seated, this.#measure), largest * COST_SCALE);
    this.#tables = MILDNESS.map((share) => mildCosts(this.#seated, this.#measure, soft, share));
    this.#costs = itemAt(this.#tables, 0);
  }

  /** From so mild costs down to the true ones, with everybody moving at each of them. */
  #cool(from: number): void {
    for (let mildness = from; mildness >= 0; mildness--) {
      this.#costs = itemAt(this.#tables, mildness);
      this.#value = this.#sum();
      if (mildness > 0) for (const learner of this.#shuffled()) this.#reseat(learner, null);
    }
    this.#descend();
  }

  #shuffled(): readonly number[] {
    const learners = [...this.#groupOf.keys()];
    for (let at = learners.length - 1; at > 0; at--) {
      const other = Math.floor(this.#random() * (at + 1));
      const [one, two] = [itemAt(learners, at), itemAt(learners, other)];
      learners[at] = two;
      learners[other] = one;
    }
    return learners;
  }

  /** Closes the last run of units and repairs, so many times. */
  kick(times: number): void {
    for (let time = 0; time < times; time++) {
      const unit = this.#drawnUnit();
      if (unit === null) return;
      const moved = this.#inLastRun(unit);
      const before = moved.map((learner) => ({
        learner,
        selection: itemAt(this.#selections, learner),
        used: itemAt(this.#used, learner),
      }));
      const value = this.#value;
      for (const learner of moved) this.#reseat(learner, unit);
      for (const learner of moved) this.#reseat(learner, null);
      if (this.#value <= value) {
        this.#keep();
        continue;
      }
      for (const { learner } of before) this.#count(learner, -1);
      for (const { learner, selection, used } of before) {
        this.#selections[learner] = selection;
        this.#used[learner] = used;
        this.#count(learner, 1);
      }
      this.#value = value;
    }
  }

  #descend(): void {
    for (let changed = true; changed;) {
      const value = this.#value;
      for (const learner of this.#groupOf.keys()) this.#reseat(learner, null);
      changed = this.#value < value;
    }
    this.#pool.addPlan(this.#selections);
    this.#keep();
    if (!this.#limits.heard(this.#runs())) return;
    this.#reprice();
    this.#value = this.#sum();
  }

  /** The learner's best answer to all others; a seat of `closed` is dear beyond measure. */
  #reseat(learner: number, closed: number | null): void {
    const group = intAt(this.#groupOf, learner);
    const sweeper = itemAt(this.#sweepers, group);
    const costs = this.#count(learner, -1);
    for (let at = 0; at < sweeper.units.length; at++) {
      const unit = intAt(sweeper.units, at);
      if (this.#seated.fixed[unit] === 0) sweeper.prices[at] = Infinity;
      else sweeper.prices[at] = unit === closed ? DEAR : this.#costOfSeat(unit);
    }
    if (sweeper.sweep() < Infinity) {
      this.#selections[learner] = sweeper.walk();
      this.#used[learner] = sweeper.used.slice();
    }
    this.#value += costs + this.#count(learner, 1);
  }

  #costOfSeat(unit: number): number {
    const [own, seats] = [itemAt(this.#costs, unit), intAt(this.#seats, unit)];
    return doubleAt(own, seats + 1) - doubleAt(own, seats);
  }

  /** Takes a learner's seats or gives them back; returns what that adds to the value. */
  #count(learner: number, change: 1 | -1): number {
    const { units } = itemAt(this.#sweepers, intAt(this.#groupOf, learner));
    const used = itemAt(this.#used, learner);
    let added = 0;
    for (let at = 0; at < units.length; at++) {
      if (byteAt(used, at) !== 1) continue;
      const unit = intAt(units, at);
      const [own, seats] = [itemAt(this.#costs, unit), intAt(this.#seats, unit)];
      added += doubleAt(own, seats + change) - doubleAt(own, seats);
      this.#seats[unit] = seats + change;
    }
    return added;
  }

  #sum(): number {
    return this.#seats.reduce((sum, seats, unit) => sum + doubleAt(itemAt(this.#costs, unit), seats), 0);
  }

  #drawnUnit(): number | null {
    const open = [...this.#seats.keys()].filter((unit) => intAt(this.#seats, unit) > 0);
    return open.length === 0 ? null : itemAt(open, Math.floor(this.#random() * open.length));
  }

  /** Some of those who attend the unit: as many as its last run has, in a random order. */
  #inLastRun(unit: number): readonly number[] {
    const attending: number[] = [];
    for (const [learner, group] of this.#groupOf.entries()) {
      const place = itemAt(this.#sweepers, group).units.indexOf(unit);
      if (place >= 0 && byteAt(itemAt(this.#used, learner), place) === 1) attending.push(learner);
    }
    const { capacity } = itemAt(this.#seated.sizes, unit);
    const last = attending.length - capacity * (Math.ceil(attending.length / capacity) - 1);
    for (let at = 0; at < last; at++) {
      const other = at + Math.floor(this.#random() * (attending.length - at));
      const [one, two] = [itemAt(attending, at), itemAt(attending, other)];
      attending[at] = two;
      attending[other] = one;
    }
    return attending.slice(0, last);
  }

  /** Remembers the present plan when everybody can be seated in it within the limits and it is better than the best. */
  #keep(): void {
    const { goal, limits, kept } = this.#seated;
    if (limits.length === 0 && this.#best !== null && this.#value >= COST_SCALE * this.#best.value) return;
    const runs = this.#runs();
    if (runs === null || limits.some(({ measure, most }) => measureOf(measure, runs, kept) > most)) return;
    const value = measureOf(goal, runs, kept);
    if (this.#best === null || value < this.#best.value) {
      this.#best = { plan: { runs, selections: [...this.#selections] }, value };
    }
  }

  /** The runs of the present plan; null where not everybody can be seated. */
  #runs(): readonly number[] | null {
    const runs: number[] = [];
    for (const [unit, seats] of this.#seats.entries()) {
      const own = bestRuns(this.#seated, this.#measure, unit, seats);
      if (own === null) return null;
      runs.push(own);
    }
    return runs;
  }
}

/** 1 for each of the sweeper's units among those that a learner attends. */
function usedIn({ units }: Sweeper, attended: readonly number[]): Uint8Array {
  const own = new Set(attended.filter((unit) => unit !== HELD));
  return Uint8Array.from(units, (unit) => (own.has(unit) ? 1 : 0));
}
