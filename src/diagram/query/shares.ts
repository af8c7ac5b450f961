import { doubleAt, intAt } from '../at.js';
import { ALWAYS, NEVER } from '../build/automaton.js';
import type { Diagram } from '../diagram.js';

const LARGEST_COUNT = 2 ** 400;

/**
 * The number of ways from every node to the end, as doubles: exact as long as no number passes 2^53, and with a
 * relative error of at most 2^-53 a level beyond. Levels with numbers above 2^400 are scaled down as a whole, by a power
 * of two, so that only ratios within one level have a meaning.
 */
export function waysToEnd({ arcs, entries, first }: Diagram): Float64Array {
  const ways = new Float64Array(arcs.length / 2);
  ways[ALWAYS] = 1;
  for (let level = 0; level < entries.length; level++) {
    const [start, end] = [intAt(first, level), intAt(first, level + 1)];
    for (let node = start; node < end; node++) {
      ways[node] = doubleAt(ways, intAt(arcs, 2 * node)) + doubleAt(ways, intAt(arcs, 2 * node + 1));
    }
    scaleDown(ways, start, end);
  }
  return ways;
}

/** The number of ways from the root to every node, in the same way as {@link waysToEnd}. */
export function waysFromRoot({ arcs, entries, first, root }: Diagram): Float64Array {
  const ways = new Float64Array(arcs.length / 2);
  ways[root] = 1;
  for (let level = entries.length - 1; level >= 0; level--) {
    const [start, end] = [intAt(first, level), intAt(first, level + 1)];
    scaleDown(ways, start, end);
    for (let arc = 2 * start; arc < 2 * end; arc++) {
      const child = intAt(arcs, arc);
      if (child !== NEVER) ways[child] = doubleAt(ways, child) + doubleAt(ways, arc >> 1);
    }
  }
  return ways;
}

function scaleDown(ways: Float64Array, start: number, end: number): void {
  let most = 0;
  for (let node = start; node < end; node++) most = Math.max(most, doubleAt(ways, node));
  if (most <= LARGEST_COUNT) return;
  for (let node = start; node < end; node++) ways[node] = doubleAt(ways, node) / LARGEST_COUNT;
}
