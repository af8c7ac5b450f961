import { NEVER, type Diagram } from './check-diagram.js';

/** What is added up along paths: the values of a node's choices out of those of the nodes that they lead to. */
export interface Adding<T> {
  readonly end: T;
  /** Out of what comes after none of the entries of `step` is counted, and after one is; null where nothing comes. */
  readonly join: (step: number, without: T | null, counted: T | null) => T | null;
}

/** By step and node what comes below it, the end last; null where nothing does. */
export type Below<T> = readonly (readonly (T | null)[])[];

/** Adds up from the end to the first node. */
export function upwards<T>({ arcs }: Diagram, { end, join }: Adding<T>): Below<T> {
  const below: (readonly (T | null)[])[] = [[end]];
  for (let step = arcs.length - 1; step >= 0; step--) {
    const [next, pairs] = [below[0], arcs[step]];
    if (next === undefined || pairs === undefined) throw new RangeError(`there is no step ${step}`);
    const at = (target: number | undefined): T | null => (target === undefined ? null : (next[target] ?? null));
    below.unshift(
      Array.from({ length: pairs.length / 2 }, (_, node) => join(step, at(pairs[2 * node]), at(pairs[2 * node + 1]))),
    );
  }
  return below;
}

/** What comes below the first node. */
export function firstOf<T>(below: Below<T>): T | null {
  return below[0]?.[0] ?? null;
}

const COUNTING: Adding<bigint> = { end: 1n, join: (_, without, counted) => (without ?? 0n) + (counted ?? 0n) };

/** How many paths lead to the end. */
export function countPaths(diagram: Diagram): bigint {
  return firstOf(upwards(diagram, COUNTING)) ?? 0n;
}

/** By step how many paths count one of its entries. */
export function countCounted(diagram: Diagram): readonly bigint[] {
  const below = upwards(diagram, COUNTING);
  return throughSteps(diagram, (step, from, target) => from * (below[step + 1]?.[target] ?? 0n));
}

/** By step the sum, over nodes, of what `through` makes of the paths that lead there and the node that counting leads to. */
function throughSteps(
  { arcs }: Diagram,
  through: (step: number, paths: bigint, target: number) => bigint,
): readonly bigint[] {
  let reached = new Map([[0, 1n]]);
  return arcs.map((pairs, step) => {
    const next = new Map<number, bigint>();
    let sum = 0n;
    for (const [node, paths] of reached) {
      for (const choice of [0, 1] as const) {
        const target = pairs[2 * node + choice];
        if (target === undefined || target === NEVER) continue;
        next.set(target, (next.get(target) ?? 0n) + paths);
        if (choice === 1) sum += through(step, paths, target);
      }
    }
    reached = next;
    return sum;
  });
}
