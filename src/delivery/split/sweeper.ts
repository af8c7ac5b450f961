import type { Selection } from '../../domain/problem.js';
import { doubleAt, intAt } from '../../diagram/at.js';
import { ALWAYS, FIRST_NODE, NEVER } from '../../diagram/build/automaton.js';
import type { Diagram } from '../../diagram/diagram.js';
import { HELD, type Taker } from '../joint.js';

/** What a sweep writes to: a number for each node of a diagram, twice. */
export interface SweepRoom {
  readonly least: Float64Array;
  readonly reached: Float64Array;
}

/** Room for the sweeps of one diagram. */
export function roomFor({ arcs }: Diagram): SweepRoom {
  return { least: new Float64Array(arcs.length / 2), reached: new Float64Array(arcs.length / 2) };
}

/**
 * The least that a pathway of one taker comes to when every unit has a price, in one sweep of its diagram. Prices are by
 * the taker's own units, in the order of `units`; whole numbers, 0 or more, or Infinity for a unit that is not to be had.
 */
export class Sweeper {
  /** The distinct units that the taker does not hold, by their joint indices ascending. */
  readonly units: Int32Array;
  readonly prices: Float64Array;
  /** 1 for each own unit that the last walked pathway counts. */
  readonly used: Uint8Array;
  readonly #diagram: Diagram;
  readonly #place: Int32Array;
  readonly #least: Float64Array;
  readonly #reached: Float64Array;

  /** Sweepers of one diagram may share `room`, as long as each walks before another sweeps. */
  constructor({ units }: Pick<Taker, 'units'>, diagram: Diagram, room: SweepRoom = roomFor(diagram)) {
    this.units = Int32Array.from(new Set(units))
      .filter((unit) => unit !== HELD)
      .sort();
    const own = new Map([...this.units].map((unit, at) => [unit, at]));
    this.#diagram = diagram;
    this.#place = Int32Array.from(diagram.entries, (entry) => own.get(intAt(units, entry)) ?? HELD);
    this.prices = new Float64Array(this.units.length);
    this.used = new Uint8Array(this.units.length);
    this.#least = room.least;
    this.#reached = room.reached;
  }

  /** The least price of a pathway; Infinity when there is none. */
  sweep(): number {
    const { arcs, first, root, entries } = this.#diagram;
    const least = this.#least;
    least[NEVER] = Infinity;
    least[ALWAYS] = 0;
    let node = FIRST_NODE;
    for (let level = 0; level < entries.length; level++) {
      const price = this.#priceOf(level);
      for (const end = intAt(first, level + 1); node < end; node++) {
        const skipped = doubleAt(least, intAt(arcs, 2 * node));
        const taken = doubleAt(least, intAt(arcs, 2 * node + 1)) + price;
        least[node] = taken < skipped ? taken : skipped;
      }
    }
    return doubleAt(least, root);
  }

  /** A cheapest pathway under the prices of the last sweep, with what it uses in `used`; an entry that changes nothing is left out. */
  walk(): Selection {
    const { arcs, root, entries } = this.#diagram;
    const selection: number[] = [];
    this.used.fill(0);
    let node = root;
    for (let level = entries.length - 1; level >= 0; level--) {
      const [skip, take] = [intAt(arcs, 2 * node), intAt(arcs, 2 * node + 1)];
      const counts = doubleAt(this.#least, take) + this.#priceOf(level) < doubleAt(this.#least, skip);
      node = counts ? take : skip;
      if (!counts) continue;
      selection.push(intAt(entries, level));
      const place = intAt(this.#place, level);
      if (place !== HELD) this.used[place] = 1;
    }
    return selection.sort((a, b) => a - b);
  }

  /**
   * After a sweep, for each own unit the least price of a pathway that counts it, and of one that does not: one sweep down
   * gives the least from the root to every node, and every pathway takes one arc of every level.
   */
  margins(withUnit: Float64Array, without: Float64Array): void {
    const { root, entries } = this.#diagram;
    withUnit.fill(Infinity);
    without.fill(0);
    const reached = this.#reached.fill(Infinity);
    reached[root] = 0;
    for (let level = entries.length - 1; level >= 0; level--) {
      const { taken, skipped } = this.#through(level);
      const place = intAt(this.#place, level);
      if (place === HELD) continue;
      withUnit[place] = Math.min(doubleAt(withUnit, place), taken);
      // A pathway without the unit skips each of its entries: no level alone says more than the greatest of them.
      without[place] = Math.max(doubleAt(without, place), skipped);
    }
  }

  #through(level: number): { readonly taken: number; readonly skipped: number } {
    const { arcs, first } = this.#diagram;
    const [least, reached, price] = [this.#least, this.#reached, this.#priceOf(level)];
    let [taken, skipped] = [Infinity, Infinity];
    for (let node = intAt(first, level); node < intAt(first, level + 1); node++) {
      const from = doubleAt(reached, node);
      if (from === Infinity) continue;
      const [skip, take] = [intAt(arcs, 2 * node), intAt(arcs, 2 * node + 1)];
      skipped = Math.min(skipped, from + doubleAt(least, skip));
      taken = Math.min(taken, from + price + doubleAt(least, take));
      reached[skip] = Math.min(doubleAt(reached, skip), from);
      reached[take] = Math.min(doubleAt(reached, take), from + price);
    }
    return { taken, skipped };
  }

  #priceOf(level: number): number {
    const place = intAt(this.#place, level);
    return place === HELD ? 0 : doubleAt(this.prices, place);
  }
}
