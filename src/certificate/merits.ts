import type { Sum } from './check.js';
import { NEVER, type Diagram } from './check-diagram.js';
import { firstOf, upwards, type Below } from './sweep-diagram.js';

/**
 * What counting each entry adds to one whole number in which selections compare as under `objectives` taken in order: more
 * is better, and each objective weighs more than all behind it together.
 */
export class Merit {
  readonly factors: ReadonlyMap<number, bigint>;
  /** The merit of whatever comes to the values of the objectives. */
  readonly claimed: bigint;
  /** For each objective how much one of it weighs, and how far it can be from 0. */
  readonly #scales: readonly { readonly weight: bigint; readonly most: bigint }[];

  constructor(objectives: readonly Sum[]) {
    const scales: { readonly weight: bigint; readonly most: bigint }[] = [];
    let weight = 1n;
    for (const { terms } of objectives.toReversed()) {
      const most = terms.reduce((sum, [, factor]) => sum + (factor < 0n ? -factor : factor), 0n);
      scales.unshift({ weight, most });
      weight *= 2n * (most + 1n);
    }
    this.#scales = scales;
    const factors = new Map<number, bigint>();
    let claimed = 0n;
    for (const [at, { terms, plus }] of objectives.entries()) {
      const scale = scales[at] ?? { weight: 0n, most: 0n };
      for (const [column, factor] of terms) factors.set(column, (factors.get(column) ?? 0n) + factor * scale.weight);
      // Values out of reach are moved to just out of reach, where they compare with all that can be as before.
      claimed += scale.weight * within(-plus, scale.most + 1n);
    }
    this.factors = factors;
    this.claimed = claimed;
  }

  /** What each objective comes to, without its value, where the merit is that of a selection. */
  amountsOf(merit: bigint): readonly bigint[] {
    let rest = merit;
    return this.#scales
      .toReversed()
      .map(({ most }) => {
        const cycle = 2n * (most + 1n);
        const amount = ((((rest + most) % cycle) + cycle) % cycle) - most;
        rest = (rest - amount) / cycle;
        return amount;
      })
      .reverse();
  }

  /** The merit of a selection. */
  of(selection: readonly number[]): bigint {
    return selection.reduce((sum, entry) => sum + (this.factors.get(entry) ?? 0n), 0n);
  }
}

function within(amount: bigint, most: bigint): bigint {
  return amount > most ? most : amount < -most ? -most : amount;
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

/** Sweeps over the merits of pathways. Throws a RangeError where it matters which entry of a step is counted. */
export class Merits {
  readonly #diagram: Diagram;
  readonly #merit: Merit;
  readonly #below: Below<bigint>;

  constructor(diagram: Diagram, merit: Merit) {
    this.#diagram = diagram;
    this.#merit = merit;
    const differ = diagram.order.some((step) => new Set(step.map((entry) => merit.of([entry]))).size > 1);
    if (differ) throw new RangeError('a unit is worth more in one place than in another');
    this.#below = this.#best(new Set());
  }

  #gain(step: number): bigint {
    const [entry = -1] = this.#diagram.order[step] ?? [];
    return this.#merit.of([entry]);
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

  /** The worst merit of all; null where there is no pathway. */
  worst(): bigint | null {
    return firstOf(
      upwards<bigint>(this.#diagram, {
        end: 0n,
        join: (step, without, counted) => {
          if (counted === null) return without;
          const gained = counted + this.#gain(step);
          return without === null || gained < without ? gained : without;
        },
      }),
    );
  }

  /** The best merit of those that count none of the entries. */
  withoutAny(entries: readonly number[]): bigint | null {
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
    return this.#through(true);
  }

  /** By entry the best merit of those that do not count it. */
  without(): ReadonlyMap<number, bigint> {
    return this.#through(false);
  }

  #through(counting: boolean): ReadonlyMap<number, bigint> {
    const found = new Map<number, bigint>();
    let reached = new Map([[0, 0n]]);
    for (const [step, [entry = -1]] of this.#diagram.order.entries()) {
      const next = new Map<number, bigint>();
      for (const { known, target, rest, counted, gain } of this.#arcs(step, reached)) {
        keepMost(next, target, known + gain);
        if (counted === counting) keepMost(found, entry, known + gain + rest);
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
