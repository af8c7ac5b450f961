import { doubleAt, doublesAt, intAt, itemAt } from '../at.js';
import { ALWAYS, FIRST_NODE, NEVER } from '../build/automaton.js';
import { Completions } from '../build/completions.js';
import type { Diagram } from '../diagram.js';
import { costsOf, type Goal } from './goal.js';
import type { ArcTest } from './unit-diagram.js';

/**
 * How many pathways there are.
 *
 * @example
 * ```ts
 * import { buildDiagram, count, pose, valueOrThrow } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * const problem = valueOrThrow(pose(specification));
 * const diagram = buildDiagram(problem);
 * if (diagram.kind === 'too-large') throw new Error('use a program');
 * console.log(count(diagram)); // 871n
 * ```
 */
export function count(diagram: Diagram): bigint {
  return countAlong(diagram, () => true);
}

/**
 * How many pathways are best under the goals, each kept at its best while the next is improved.
 *
 * @example
 * ```ts
 * import { buildDiagram, countBest, DEFAULT_OBJECTIVES, goalOf, pose, valueOrThrow } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * const problem = valueOrThrow(pose(specification));
 * const diagram = buildDiagram(problem);
 * if (diagram.kind === 'too-large') throw new Error('use a program');
 * const goals = DEFAULT_OBJECTIVES.map((objective) => goalOf(problem, objective));
 * console.log(countBest(diagram, goals)); // 3n
 * ```
 */
export function countBest(diagram: Diagram, goals: readonly Goal[]): bigint {
  const completions = new Completions(diagram);
  completions.sweep(costsOf(diagram, goals));
  return countAlong(diagram, (node, level, decision) => isBestArc(completions, node, level, decision));
}

/** Whether a decision at a node leads on to one of the best completions of the node. */
export function isBestArc(
  { diagram, costs, least }: Completions,
  node: number,
  level: number,
  decision: 0 | 1,
): boolean {
  const child = intAt(diagram.arcs, 2 * node + decision);
  for (const [at, cost] of costs.entries()) {
    const sums = doublesAt(least, at);
    if (doubleAt(sums, node) !== doubleAt(sums, child) + decision * doubleAt(cost, level)) return false;
  }
  return true;
}

/** A double as long as that is exact. */
type Count = number | bigint;

/** Adds up from the last level, keeping one level at a time. */
function countAlong({ arcs, entries, first, root }: Diagram, follows: ArcTest): bigint {
  if (root < FIRST_NODE) return root === ALWAYS ? 1n : 0n;
  let below: readonly Count[] = [];
  for (let level = 0; level < entries.length; level++) {
    const [offset, start] = [intAt(first, Math.max(0, level - 1)), intAt(first, level)];
    const along = (node: number, decision: 0 | 1): Count => {
      const child = intAt(arcs, 2 * node + decision);
      if (child === NEVER || !follows(node, level, decision)) return 0;
      return child === ALWAYS ? 1 : itemAt(below, child - offset);
    };
    const size = intAt(first, level + 1) - start;
    below = Array.from({ length: size }, (_, at) => plus(along(start + at, 0), along(start + at, 1)));
  }
  return BigInt(itemAt(below, 0));
}

function plus(a: Count, b: Count): Count {
  if (typeof a === 'number' && typeof b === 'number' && a + b <= Number.MAX_SAFE_INTEGER) return a + b;
  return BigInt(a) + BigInt(b);
}
