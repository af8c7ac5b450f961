import { itemAt } from '../../domain/item-at.js';
import { addMeasures, measureOf, type RunMeasure } from './run-measure.js';
import type { Seated } from './seated.js';

/** How much dearer a limit becomes that a plan breaks, and how much cheaper one that it keeps. */
const DEARER = 1.5;
const CHEAPER = 0.95;

/** What a limit that is broken costs at first, as a part of what the goal comes to for each of it. */
const FIRST_PRICE = 0.05;

/** Prices at which a search takes limits into account: they rise while its plans break them and fall while they do not. */
export class LimitPrices {
  readonly #seated: Seated;
  #proved: readonly number[];
  #prices: readonly number[];

  constructor(seated: Seated) {
    this.#seated = seated;
    this.#proved = seated.limits.map(() => 0);
    this.#prices = this.#proved;
  }

  /** Hears of prices that a bound has come to: none is lower from here on. */
  atLeast(prices: readonly number[]): void {
    this.#proved = prices;
    this.#prices = this.#prices.map((price, at) => Math.max(price, itemAt(prices, at)));
  }

  /** The goal with the prices of the limits in it. */
  priced(): RunMeasure {
    const { goal, limits } = this.#seated;
    return addMeasures([[1, goal], ...limits.map(({ measure }, at) => [itemAt(this.#prices, at), measure] as const)]);
  }

  /** Hears of the runs of a plan; true when prices have changed. */
  heard(runs: readonly number[] | null): boolean {
    const { goal, limits, kept } = this.#seated;
    if (runs === null || limits.length === 0) return false;
    const value = measureOf(goal, runs, kept);
    this.#prices = limits.map(({ measure, most }, at) => {
      const sum = measureOf(measure, runs, kept);
      const price = itemAt(this.#prices, at);
      if (sum <= most) return Math.max(itemAt(this.#proved, at), CHEAPER * price);
      return Math.max(DEARER * price, (FIRST_PRICE * Math.max(1, value)) / sum);
    });
    return true;
  }
}
