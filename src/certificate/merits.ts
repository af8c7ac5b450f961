import type { Sum } from './check.js';
import { NEVER, type Diagram } from './check-diagram.js';
import { firstOf, upwards, type Below } from './sweep-diagram.js';

/**
 * What counting each entry adds to one whole number in which selections compare as in `objectives` taken in order: more is
 * better, and each objective weighs more than all behind it together.
 */
export class Merit {
  readonly factors: ReadonlyMap<number, bigint>;
  readonly #weights: readonly bigint[];

  constructor(objectives: readonly Sum[]) {
    const weights: bigint[] = [];
    let weight = 1n;
    for (const { terms } of objectives.toReversed()) {
      weights.unshift(weight);
      weight *= 2n * terms.reduce((sum, [, factor]) => sum + (factor < 0n ? -factor : factor), 1n);
    }
    this.#weights = weights;
    const factors = new Map<number, bigint>();
    for (const [at, { terms }] of objectives.entries()) {
      for (const [column, factor] of terms) {
        factors.set(column, (factors.get(column) ?? 0n) + factor * this.#weightAt(at));
      }
    }
    this.factors = factors;
  }

  #weightAt(at: number): bigint {
    const weight = this.#weights[at];
    if (weight === undefined) throw new RangeError(`there is no objective ${at}`);
    return weight;
  }

  /** The merit of amounts under the first objectives, and how far it goes: everything equal in those is within the two. */
  of(amounts: readonly bigint[]): { readonly low: bigint; readonly high: bigint } {
    const low = amounts.reduce((sum, amount, at) => sum + amount * this.#weightAt(at), 0n);
    const last = amounts.length === 0 ? undefined : this.#weightAt(amounts.length - 1);
    const blur = amounts.length === this.#weights.length || last === undefined ? 0n : last / 2n;
    return { low: low - blur, high: low + blur };
  }
}

/** One arc, with what is known of the node that it comes from, and the best that can follow it. */
interface Arc<T> {
  readonly known: T;
  readonly target: number;
  readonly rest: bigint;
  readonly counted: boolean;
  readonly gain: bigint;
}

/** The most values that are told apart on the way through a diagram. */
const MOST_MERITS = 2_000_000;

/** A sweep over the merits of pathways. Steps decide one entry each. */
export class Merits {
  readonly #diagram: Diagram;
  readonly #merit: Merit;
  readonly #below: Below<bigint>;

  constructor(diagram: Diagram, merit: Merit) {
    this.#diagram = diagram;
    this.#merit = merit;
    this.#below = this.#best(new Set());
  }

  #gain(step: number): bigint {
    const [entry] = this.#diagram.order[step] ?? [];
    return entry === undefined ? 0n : (this.#merit.factors.get(entry) ?? 0n);
  }

  #best(banned: ReadonlySet<number>): Below<bigint> {
    return upwards(this.#diagram, {
      end: 0n,
      join: (step, without, counted) => {
        if (counted === null || banned.has(this.#diagram.order[step]?.[0] ?? -1)) return without;
        const gained = counted + this.#gain(step);
        return without === null || gained > without ? gained : without;
      },
    });
  }

  /** The best merit of all; null where there is no pathway. */
  best(): bigint | null {
    return firstOf(this.#below);
  }

  /** The best merit of those that count none of the entries. */
  without(entries: readonly number[]): bigint | null {
    return firstOf(this.#best(new Set(entries)));
  }

  /** The arcs out of nodes of a step that lead on to the end, with what is known of each node. */
  *#arcs<T>(step: number, reached: ReadonlyMap<number, T>): Generator<Arc<T>> {
    const gain = this.#gain(step);
    for (const [node, known] of reached) {
      for (const counted of [false, true]) {
        const target = this.#diagram.arcs[step]?.[2 * node + Number(counted)];
        const rest = target === undefined ? undefined : this.#below[step + 1]?.[target];
        if (target === undefined || rest === undefined || rest === null) continue;
        yield { known, target, rest, counted, gain: counted ? gain : 0n };
      }
    }
  }

  /** By entry the best merit of those that count it. */
  with(): ReadonlyMap<number, bigint> {
    const found = new Map<number, bigint>();
    let reached = new Map([[0, 0n]]);
    for (const [step, [entry = -1]] of this.#diagram.order.entries()) {
      const next = new Map<number, bigint>();
      for (const { known, target, rest, counted, gain } of this.#arcs(step, reached)) {
        keepMost(next, target, known + gain);
        if (counted) keepMost(found, entry, known + gain + rest);
      }
      reached = next;
    }
    return found;
  }

  /** How many pathways have at least this merit. Throws a RangeError where telling takes too many merits. */
  countFrom(merit: bigint): bigint {
    let reached: Map<number, Map<bigint, bigint>> = new Map([[0, new Map([[0n, 1n]])]]);
    let told = 0;
    for (const step of this.#diagram.order.keys()) {
      const next = new Map<number, Map<bigint, bigint>>();
      for (const { known, target, rest, gain } of this.#arcs(step, reached)) {
        const own = next.get(target) ?? new Map<bigint, bigint>();
        next.set(target, own);
        addAll(own, known, gain, merit - rest);
        if ((told += own.size) > MOST_MERITS)
          throw new RangeError(`more than ${MOST_MERITS} values are not told apart`);
      }
      reached = next;
    }
    return [...reached.values()].flatMap((merits) => [...merits.values()]).reduce((sum, paths) => sum + paths, 0n);
  }

  /** Every pathway of at least this merit, entries ascending. */
  *from(merit: bigint): Generator<readonly number[]> {
    const { arcs, order } = this.#diagram;
    const stack = [{ step: 0, node: 0, sofar: 0n, taken: [] as readonly number[] }];
    for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
      const { step, node, sofar, taken } = place;
      const rest = this.#below[step]?.[node];
      if (rest === undefined || rest === null || sofar + rest < merit) continue;
      if (step === arcs.length) yield [...taken].sort((a, b) => a - b);
      for (const choice of [1, 0] as const) {
        const target = arcs[step]?.[2 * node + choice];
        if (target === undefined || target === NEVER) continue;
        const counted = choice === 1;
        const gained = counted ? sofar + this.#gain(step) : sofar;
        stack.push({
          step: step + 1,
          node: target,
          sofar: gained,
          taken: counted ? [...taken, ...(order[step] ?? [])] : taken,
        });
      }
    }
  }
}

function keepMost(merits: Map<number, bigint>, at: number, merit: bigint): void {
  const known = merits.get(at);
  if (known === undefined || merit > known) merits.set(at, merit);
}

/** Adds paths with their merits and a gain, those that do not come to the least left out. */
function addAll(to: Map<bigint, bigint>, merits: ReadonlyMap<bigint, bigint>, gain: bigint, least: bigint): void {
  for (const [sofar, paths] of merits) {
    const gained = sofar + gain;
    if (gained >= least) to.set(gained, (to.get(gained) ?? 0n) + paths);
  }
}
