import { intAt, itemAt } from '../at.js';
import { ALWAYS, FIRST_NODE, NEVER } from '../build/automaton.js';
import type { Diagram } from '../diagram.js';

/**
 * Puts together what is known of all completions, from the last level up, keeping one level at a time: `end` is what is
 * known of the empty completion, `join` makes what a node of a level knows from what is known where its entry is not
 * counted and where it is, null where no pathway leads on. The answer is that of the root; null without any pathway, or
 * as soon as `join` gives null, by which it says that it has had enough.
 */
export function foldLevels<T>(
  { arcs, entries, first, root }: Diagram,
  end: T,
  join: (skip: T | null, take: T | null, level: number) => T | null,
): T | null {
  if (root < FIRST_NODE) return root === ALWAYS ? end : null;
  let below: readonly T[] = [];
  for (let level = 0; level < entries.length; level++) {
    const [offset, start] = [intAt(first, Math.max(0, level - 1)), intAt(first, level)];
    const known = (child: number): T | null =>
      child === NEVER ? null : child === ALWAYS ? end : itemAt(below, child - offset);
    const here: T[] = [];
    for (let node = start; node < intAt(first, level + 1); node++) {
      const joined = join(known(intAt(arcs, 2 * node)), known(intAt(arcs, 2 * node + 1)), level);
      if (joined === null) return null;
      here.push(joined);
    }
    below = here;
  }
  return itemAt(below, 0);
}
