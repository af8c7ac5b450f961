import { intAt } from '../at.js';
import { ALWAYS, constant, FIRST_NODE, NEVER, type Automaton } from './automaton.js';
import type { Extent } from './extent.js';
import { InternTable } from './intern-table.js';

/**
 * Merges the nodes of each level that have the same children, from the last level up, and drops those from which
 * nothing but {@link NEVER} can be reached. `levels[k]` holds the pairs of targets of the nodes at the k-th position:
 * an outcome, or the number of a node on the next level plus {@link FIRST_NODE}. Empties `levels` as it goes.
 */
export function reduce(levels: Int32Array[], { positions, complete }: Extent): Automaton {
  const nodes = new InternTable(2);
  for (const outcome of [NEVER, ALWAYS]) nodes.intern(new Int32Array([outcome, outcome]));
  const first = [nodes.size];
  let numbers = new Int32Array();
  for (let arcs = levels.pop(); arcs !== undefined; arcs = levels.pop()) {
    nodes.seal();
    numbers = mergeLevel(arcs, numbers, nodes, complete);
    first.push(nodes.size);
  }
  const root = numbers[0] ?? ALWAYS;
  if (root === NEVER || root === ALWAYS) return constant(root);
  return {
    positions: [...positions].reverse(),
    first: Int32Array.from(first),
    arcs: nodes.rows.slice(0, 2 * nodes.size),
    root,
  };
}

/** The number that each node of the level has after merging; `below` are those of the next level. */
function mergeLevel(
  arcs: Int32Array,
  below: Int32Array,
  nodes: InternTable,
  complete: boolean,
): Int32Array<ArrayBuffer> {
  const numbers = new Int32Array(arcs.length / 2);
  const pair = new Int32Array(2);
  for (let node = 0; node < numbers.length; node++) {
    const skip = numberOf(intAt(arcs, 2 * node), below);
    const take = numberOf(intAt(arcs, 2 * node + 1), below);
    if (skip === take && (skip === NEVER || (skip === ALWAYS && !complete))) {
      numbers[node] = skip;
    } else {
      pair[0] = skip;
      pair[1] = take;
      numbers[node] = nodes.intern(pair);
    }
  }
  return numbers;
}

function numberOf(target: number, below: Int32Array): number {
  return target < FIRST_NODE ? target : intAt(below, target - FIRST_NODE);
}
