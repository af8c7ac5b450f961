/** The outcome "does not hold, whatever comes". */
export const NEVER = 0;

/** The outcome "holds, whatever comes". */
export const ALWAYS = 1;

/** The first number that a node may have. Outcomes come before every node, so no sum can be mistaken for one. */
export const FIRST_NODE = 2;

/**
 * A formula as a layered graph: it reads the decisions on single entries, one a level, and ends in `ALWAYS` or
 * `NEVER`. Levels count from the last decision (0) to the first, and nodes are numbered from the last level up,
 * so that both children of a node have smaller numbers. No two nodes of a level have the same children.
 */
export interface Automaton {
  /** The position in the order of entries that each level decides; descending. */
  readonly positions: readonly number[];
  /** Nodes of level `k` are `first[k]` to `first[k + 1] - 1`. */
  readonly first: Int32Array;
  /** The children of node `i`: `arcs[2 * i]` when the entry is not counted, `arcs[2 * i + 1]` when it is. */
  readonly arcs: Int32Array;
  /** Where the reading starts: the only node of the highest level, or an outcome. */
  readonly root: number;
}

/** The automaton that reads nothing and ends in `outcome`. */
export function constant(outcome: typeof NEVER | typeof ALWAYS): Automaton {
  return {
    positions: [],
    first: new Int32Array([FIRST_NODE]),
    arcs: new Int32Array([NEVER, NEVER, ALWAYS, ALWAYS]),
    root: outcome,
  };
}

/** The automaton of the opposite: the two outcomes change places. */
export function opposite(automaton: Automaton): Automaton {
  const change = (target: number): number => (target < FIRST_NODE ? ALWAYS - target : target);
  const arcs = automaton.arcs.map((target, at) => (at < 2 * FIRST_NODE ? target : change(target)));
  return { ...automaton, arcs, root: change(automaton.root) };
}
