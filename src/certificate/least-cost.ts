import type { Listed } from './read-claim.js';
import { States, type State, type Step } from './states.js';

/** The most states of the rule of one taker. */
const MOST_STATES = 500_000;

/** A rule over entries, in the order in which its units are walked, and the unit that each entry needs; null for none. */
export interface Walked extends Listed {
  readonly order: readonly Step[];
  readonly units: readonly (number | null)[];
}

/** Every way through the rule of one taker, in states of its own: what a pathway costs at the least is asked of it. */
export class Walk {
  readonly #taker: Walked;
  /** By step and state the states that counting none of the unit's entries, or one, leads to. */
  readonly #arcs: (readonly (readonly number[])[])[] = [];
  readonly #ends: readonly boolean[];

  /** Throws a RangeError where there are too many states, steps are not the units, or a unit is needed in one place only. */
  constructor(taker: Walked) {
    this.#taker = taker;
    const sorted = (sets: readonly Step[]): string => sets.map(String).sort().join(';');
    if (sorted(taker.order) !== sorted(taker.once)) throw new RangeError('its steps are not the units, each once');
    // A step has one price, whichever of its entries is counted.
    const differ = taker.order.some((entries) => new Set(entries.map((entry) => taker.units[entry])).size > 1);
    if (differ) throw new RangeError('a unit is achieved in one place and not in another');
    const states = new States(taker.rule, taker.order);
    let places: readonly State[] = [states.first()];
    let looked = 0;
    for (const [step, entries] of taker.order.entries()) {
      const numbers = new Map<string, number>();
      const next: State[] = [];
      const go = (state: State): number => {
        const known = state.key === 'F' ? -1 : numbers.get(state.key);
        if (known !== undefined) return known;
        if ((looked += 1) > MOST_STATES) throw new RangeError(`more than ${MOST_STATES} states are not looked at`);
        numbers.set(state.key, next.length);
        return next.push(state) - 1;
      };
      this.#arcs.push(places.map((place) => [null, ...entries].map((entry) => go(states.after(place, step, entry)))));
      places = next;
    }
    this.#ends = places.map(({ key }) => key === 'T');
  }

  /** The least that a pathway's units are charged; null where every pathway needs a unit that is left out. */
  least(prices: ReadonlyMap<number, bigint>, fixed: readonly (0 | 1 | null)[]): bigint | null {
    let below = this.#ends.map((holding): bigint | null => (holding ? 0n : null));
    for (let step = this.#arcs.length - 1; step >= 0; step--) {
      const unit = this.#unitOf(step);
      const barred = unit !== null && fixed[unit] === 0;
      const price = unit === null ? 0n : (prices.get(unit) ?? 0n);
      below = (this.#arcs[step] ?? []).map((targets) => {
        return targets.reduce<bigint | null>((least, target, choice) => {
          const rest = below[target] ?? null;
          if (rest === null || (choice > 0 && barred)) return least;
          const sum = choice > 0 ? rest + price : rest;
          return least === null || sum < least ? sum : least;
        }, null);
      });
    }
    return below[0] ?? null;
  }

  #unitOf(step: number): number | null {
    const [entry = -1] = this.#taker.order[step] ?? [];
    return this.#taker.units[entry] ?? null;
  }
}
