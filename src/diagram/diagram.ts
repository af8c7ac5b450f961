import type { Selection } from '../domain/problem.js';
import { intAt } from './at.js';
import { ALWAYS, FIRST_NODE, type Automaton } from './build/automaton.js';

/**
 * Every pathway of a problem in one layered graph: the paths from the root to `ALWAYS` are exactly the
 * selections that meet the rule, one path each. Levels and nodes are numbered as in an {@link Automaton}, every path
 * decides every entry, and from every node a pathway can be completed; a problem without any pathway has no nodes and
 * the outcome NEVER as its root. The queries beside this file answer by sweeping over the arcs once or twice.
 */
export interface Diagram extends Omit<Automaton, 'positions'> {
  readonly kind: 'diagram';
  /** How many entries the problem has; selections name them from 0 up. */
  readonly entryCount: number;
  /** The index of the entry that each level decides, from the last decision (level 0) to the first. */
  readonly entries: Int32Array;
  /** How many nodes were made on the way, before equal ones were merged. */
  readonly made: number;
}

/** The problem needs more nodes, or more time, than its budget allows; `nodes` were made when the building stopped. */
export interface TooLarge {
  readonly kind: 'too-large';
  readonly nodes: number;
  readonly limit: 'time' | 'size';
}

/**
 * How many nodes the diagram has.
 *
 * @example
 * ```ts
 * import { buildDiagram, nodeCount, pose, valueOrThrow } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * const problem = valueOrThrow(pose(specification));
 * const diagram = buildDiagram(problem);
 * if (diagram.kind === 'too-large') throw new Error('use a program');
 * console.log(nodeCount(diagram)); // 53
 * ```
 */
export function nodeCount({ arcs }: Diagram): number {
  return arcs.length / 2 - FIRST_NODE;
}

/**
 * Whether the selection is one of the pathways. Indices that are no entries of the problem make it none.
 *
 * @example
 * ```ts
 * import { buildDiagram, contains, pose, valueOrThrow } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * const problem = valueOrThrow(pose(specification));
 * const diagram = buildDiagram(problem);
 * if (diagram.kind === 'too-large') throw new Error('use a program');
 * console.log(contains(diagram, [0, 1, 2])); // false
 * ```
 */
export function contains(diagram: Diagram, selection: Selection): boolean {
  const counted = new Uint8Array(diagram.entryCount);
  for (const index of selection) {
    if (counted[index] !== 0) return false;
    counted[index] = 1;
  }
  let node = diagram.root;
  for (let level = diagram.entries.length - 1; level >= 0 && node >= FIRST_NODE; level--) {
    node = intAt(diagram.arcs, 2 * node + (counted[intAt(diagram.entries, level)] === 1 ? 1 : 0));
  }
  return node === ALWAYS;
}
