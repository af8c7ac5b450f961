/*
 * Better plans by one sweep at a time. What others have delivered costs a taker nothing, and everything else what it
 * costs; so one sweep gives the taker's best answer to all others (a descent: no step makes the plan dearer). When
 * nobody can improve alone, a few units of one taker are taken away from everybody, who repair with one sweep each, and
 * may have them back afterwards; a worse plan is undone.
 */
import { byteAt, doubleAt, intAt, itemAt } from '../../diagram/at.js';
import type { Selection } from '../../domain/problem.js';
import type { Incumbent } from '../incumbent.js';
import { OPEN, type Shares } from './shares.js';

/** The most units that are taken away at once. */
const MOST_DROPPED = 8;

/** A search over the sweepers of shares; between two uses whoever else sweeps may change their prices. */
export class Search {
  readonly #shares: Shares;
  readonly #incumbent: Incumbent;
  readonly #random: () => number;
  /** How many takers count each unit at present. */
  readonly #count: Int32Array;
  readonly #selections: Selection[] = [];
  readonly #used: Uint8Array[];

  constructor(shares: Shares, incumbent: Incumbent, random: () => number) {
    this.#shares = shares;
    this.#incumbent = incumbent;
    this.#random = random;
    this.#count = new Int32Array(shares.costs.length);
    this.#used = shares.sweepers.map(({ units }) => new Uint8Array(units.length));
  }

  /** Starts from the pathways that the sweepers have walked last and descends. */
  fromWalked(): void {
    this.#count.fill(0);
    for (const [taker, sweeper] of this.#shares.sweepers.entries()) {
      this.#used[taker] = sweeper.used.slice();
      this.#selections[taker] = sweeper.walk();
      this.#add(taker, 1);
    }
    this.#descend();
    this.#incumbent.offer(this.#selections);
  }

  /** Takes units away and repairs, so many times; each time the plan is no dearer than before. */
  kick(times: number): void {
    for (let time = 0; time < times; time++) {
      const before = this.#snapshot();
      const value = this.#value();
      this.#dropAndRepair();
      if (this.#value() > value) this.#goBack(before);
      else this.#incumbent.offer(this.#selections);
    }
  }

  #dropAndRepair(): void {
    const { sweepers } = this.#shares;
    const taker = this.#drawn(sweepers.length);
    const own = this.#deliveredFor(taker);
    if (own.length === 0) return;
    const dropped = new Set<number>();
    const wanted = 1 + this.#drawn(Math.min(MOST_DROPPED, own.length));
    while (dropped.size < wanted) dropped.add(itemAt(own, this.#drawn(own.length)));
    const touched = [...sweepers.keys()].filter((at) => this.#deliveredFor(at).some((unit) => dropped.has(unit)));
    for (const at of touched) this.#reseat(at, dropped);
    for (const at of touched) this.#reseat(at, NOTHING);
  }

  /** Units that the taker counts, that are open and that cost something. */
  #deliveredFor(taker: number): number[] {
    const used = itemAt(this.#used, taker);
    const { units } = itemAt(this.#shares.sweepers, taker);
    const { settled, costs } = this.#shares;
    return [...units].filter(
      (unit, at) => byteAt(used, at) === 1 && settled[unit] === OPEN && doubleAt(costs, unit) > 0,
    );
  }

  #descend(): void {
    for (let changed = true; changed;) {
      const value = this.#value();
      for (const taker of this.#shares.sweepers.keys()) this.#reseat(taker, NOTHING);
      changed = this.#value() < value;
    }
  }

  /** The taker's best answer to all others; units of `dropped` are dear beyond measure, but may be had if there is no other way. */
  #reseat(taker: number, dropped: ReadonlySet<number>): void {
    this.#add(taker, -1);
    const sweeper = itemAt(this.#shares.sweepers, taker);
    const { settled, costs } = this.#shares;
    for (let at = 0; at < sweeper.units.length; at++) {
      const unit = intAt(sweeper.units, at);
      const state = settled[unit];
      if (state === 0) sweeper.prices[at] = Infinity;
      else if (dropped.has(unit)) sweeper.prices[at] = DEAR;
      else sweeper.prices[at] = state === 1 || intAt(this.#count, unit) > 0 ? 0 : Math.max(0, doubleAt(costs, unit));
    }
    if (sweeper.sweep() < Infinity) {
      this.#selections[taker] = sweeper.walk();
      itemAt(this.#used, taker).set(sweeper.used);
    }
    this.#add(taker, 1);
  }

  #add(taker: number, change: 1 | -1): void {
    const used = itemAt(this.#used, taker);
    const { units } = itemAt(this.#shares.sweepers, taker);
    for (let at = 0; at < units.length; at++) {
      if (byteAt(used, at) === 1) this.#count[intAt(units, at)] = intAt(this.#count, intAt(units, at)) + change;
    }
  }

  #value(): number {
    const { settled, costs } = this.#shares;
    let value = 0;
    for (let unit = 0; unit < costs.length; unit++) {
      if (settled[unit] !== 1 && intAt(this.#count, unit) > 0) value += Math.max(0, doubleAt(costs, unit));
    }
    return value;
  }

  #snapshot(): Snapshot {
    return { selections: [...this.#selections], used: this.#used.map((it) => it.slice()), count: this.#count.slice() };
  }

  #goBack({ selections, used, count }: Snapshot): void {
    for (const [taker, selection] of selections.entries()) this.#selections[taker] = selection;
    for (const [taker, own] of used.entries()) this.#used[taker] = own;
    this.#count.set(count);
  }

  #drawn(below: number): number {
    return Math.floor(this.#random() * below);
  }
}

const NOTHING: ReadonlySet<number> = new Set();

/** A price above every sum of costs, and far below what a double counts exactly. */
const DEAR = 2 ** 46;

interface Snapshot {
  readonly selections: readonly Selection[];
  readonly used: readonly Uint8Array[];
  readonly count: Int32Array;
}
