import type { Selection } from '../../domain/problem.js';
import { doubleAt, intAt } from '../at.js';
import { NEVER } from '../build/automaton.js';
import type { Diagram } from '../diagram.js';
import { waysToEnd } from './shares.js';
import { selectionOf } from './shortest.js';

/**
 * Draws pathways, each as likely as any other; null when there is none. `random` gives numbers from 0 up to, not
 * including, 1. The diagram is swept once, for as many draws as are wanted.
 *
 * @example
 * ```ts
 * import { buildDiagram, contains, pose, samplerOf, valueOrThrow } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * const problem = valueOrThrow(pose(specification));
 * const diagram = buildDiagram(problem);
 * if (diagram.kind === 'too-large') throw new Error('use a program');
 * const draw = samplerOf(diagram);
 * const drawn = draw(Math.random);
 * console.log(drawn !== null && contains(diagram, drawn)); // true
 * ```
 */
export function samplerOf(diagram: Diagram): (random: () => number) => Selection | null {
  const ways = waysToEnd(diagram);
  return (random) => (diagram.root === NEVER ? null : draw(diagram, ways, random));
}

function draw({ arcs, entries, entryCount, root }: Diagram, ways: Float64Array, random: () => number): Selection {
  const counted = new Uint8Array(entryCount);
  let node = root;
  for (let level = entries.length - 1; level >= 0; level--) {
    const skip = doubleAt(ways, intAt(arcs, 2 * node));
    const take = doubleAt(ways, intAt(arcs, 2 * node + 1));
    const taken = take > 0 && random() * (skip + take) >= skip ? 1 : 0;
    counted[intAt(entries, level)] = taken;
    node = intAt(arcs, 2 * node + taken);
  }
  return selectionOf(counted);
}
