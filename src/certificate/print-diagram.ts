import { intAt } from '../diagram/at.js';
import { FIRST_NODE } from '../diagram/build/automaton.js';
import { nodeCount, type Diagram as Graph } from '../diagram/diagram.js';
import type { UnitNumbers } from '../diagram/query/units.js';
import { NEVER, type Diagram } from './check-diagram.js';

/** The most nodes of a diagram in a certificate: more than a megabyte of text. */
export const MOST_NODES = 100_000;

/**
 * A diagram as certificates write it; `units` where its steps decide units, each by its first entry. Null where it is too
 * large, or has no pathway.
 */
export function printDiagram(graph: Graph, units: UnitNumbers | null = null): Diagram | null {
  const { entries, first, arcs, root } = graph;
  if (root < FIRST_NODE || nodeCount(graph) > MOST_NODES) return null;
  const levels = [...entries.keys()].reverse();
  return {
    order: levels.map((level) => {
      const entry = intAt(entries, level);
      return units === null ? [entry] : [...units.keys()].filter((index) => units[index] === entry);
    }),
    arcs: levels.map((level) => {
      const below = level === 0 ? FIRST_NODE - 1 : intAt(first, level - 1);
      const targets = [...arcs.subarray(2 * intAt(first, level), 2 * intAt(first, level + 1))];
      return targets.map((target) => (target === 0 ? NEVER : target - below));
    }),
  };
}
