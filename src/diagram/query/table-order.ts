import { intAt } from '../at.js';
import { ALWAYS } from '../build/automaton.js';
import type { Completions } from '../build/completions.js';
import { TableRows } from './table-rows.js';

/**
 * For every node 1 when its best completion counts the entry of its level, and 0 when it does not. Of several best
 * completions it is the first in table order: the one that counts the first entry on which they differ. So following
 * these from any node is always the same way, whatever the order of the levels. One sweep from the last level up finds
 * them, which keeps the best completion of every node of two levels as a row of bits.
 */
export function preferences(completions: Completions): Uint8Array {
  const { arcs, entries, entryCount, first } = completions.diagram;
  const preferred = new Uint8Array(arcs.length / 2);
  let below = new TableRows(1, entryCount);
  let belowFirst = ALWAYS;
  for (let level = 0; level < entries.length; level++) {
    const [start, end] = [intAt(first, level), intAt(first, level + 1)];
    const own = new TableRows(end - start, entryCount);
    const entry = intAt(entries, level);
    for (let node = start; node < end; node++) {
      const [skip, take] = [intAt(arcs, 2 * node), intAt(arcs, 2 * node + 1)];
      const gain = completions.gainOfTaking(node, level);
      const takes = gain > 0 || (gain === 0 && below.isBefore(take - belowFirst, entry, skip - belowFirst));
      if (takes) preferred[node] = 1;
      own.copy(node - start, (takes ? take : skip) - belowFirst, takes ? entry : null, below);
    }
    [below, belowFirst] = [own, start];
  }
  return preferred;
}
