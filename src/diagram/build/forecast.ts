import { intAt, itemAt } from '../at.js';
import { FIRST_NODE, type Automaton } from './automaton.js';

/**
 * More nodes than the conjunction of the parts can make, in the worst case. Before an entry is decided, a state is a
 * node of every part that has begun and not ended, or that it holds already; there are no more states than there are
 * such tuples, and no more than there are decisions so far. Sums of the same entries go together in truth, so that it is
 * often hundreds of times too much: it says when a diagram is out of the question, and not how large it becomes.
 */
export function forecastNodes(parts: readonly Automaton[], entries: number): number {
  const open = parts.filter(({ root }) => root >= FIRST_NODE).map(widthsOf);
  let nodes = 0;
  for (let position = 0; position < entries; position++) {
    let states = 1;
    for (const widths of open) states *= widths(position);
    nodes += Math.min(states, 2 ** position);
  }
  return nodes;
}

/** How many things a state may say of a part before the entry at a position is decided; positions come in their order. */
function widthsOf({ positions, first }: Automaton): (position: number) => number {
  const highest = positions.length - 1;
  let level = highest;
  return (position) => {
    while (level >= 0 && itemAt(positions, level) < position) level--;
    if (level < 0 || level === highest) return 1;
    return intAt(first, level + 1) - intAt(first, level) + 1;
  };
}
