import { doubleAt, doublesAt, intAt } from '../at.js';
import { NEVER } from '../build/automaton.js';
import { Completions } from '../build/completions.js';
import type { Diagram } from '../diagram.js';
import { costsOf, type Goal } from './goal.js';
import { waysFromRoot, waysToEnd } from './shares.js';

/** What counting an entry, and not counting it, makes of the best value of a goal. */
export interface Price {
  /** The best value over the pathways that count the entry; null when there is none. */
  readonly with: number | null;
  /** The best value over the pathways that do not; null when there is none. */
  readonly without: number | null;
  /** How many of all pathways count the entry, as a fraction from 0 to 1; 0 when there is no pathway. */
  readonly share: number;
}

/**
 * The price of every entry, by its index. Values are exact. Shares are exact fractions, rounded once, as long as there
 * are fewer than 2^53 pathways, and right to about 12 digits beyond.
 *
 * One sweep down gives the least cost from the root to every node, one sweep up that from every node to the end; every
 * pathway takes one arc of every level, so the best pathway with an entry is the best over the arcs that count it.
 */
export function prices(diagram: Diagram, goal: Goal): readonly Price[] {
  const none: Price = { with: null, without: null, share: 0 };
  const all = Array.from({ length: diagram.entryCount }, () => none);
  if (diagram.root === NEVER) return all;
  const completions = new Completions(diagram);
  completions.sweep(costsOf(diagram, [goal]));
  const reached = leastFromRoot(completions);
  const ways = { from: waysFromRoot(diagram), to: waysToEnd(diagram) };
  const { scale = 1 } = goal;
  const sign = goal.sense === 'minimise' ? 1 : -1;
  const valueOf = (cost: number): number | null => (cost === Infinity ? null : (sign * cost + 0) / scale);
  for (const [level, index] of diagram.entries.entries()) {
    all[index] = {
      with: valueOf(leastThrough(completions, reached, level, 1)),
      without: valueOf(leastThrough(completions, reached, level, 0)),
      share: shareOf(diagram, level, ways),
    };
  }
  return all;
}

/** The least cost of a way from the root to each node. */
function leastFromRoot({ diagram, costs }: Completions): Float64Array {
  const { arcs, entries, first, root } = diagram;
  const reached = new Float64Array(arcs.length / 2).fill(Infinity);
  reached[root] = 0;
  for (let level = entries.length - 1; level >= 0; level--) {
    const step = doubleAt(doublesAt(costs, 0), level);
    for (let arc = 2 * intAt(first, level); arc < 2 * intAt(first, level + 1); arc++) {
      const child = intAt(arcs, arc);
      const sum = doubleAt(reached, arc >> 1) + (arc & 1) * step;
      if (sum < doubleAt(reached, child)) reached[child] = sum;
    }
  }
  return reached;
}

/** The least cost of a pathway that takes `decision` at the level. */
function leastThrough(completions: Completions, reached: Float64Array, level: number, decision: 0 | 1): number {
  const { arcs, first } = completions.diagram;
  const least = doublesAt(completions.least, 0);
  const step = decision * doubleAt(doublesAt(completions.costs, 0), level);
  let best = Infinity;
  for (let node = intAt(first, level); node < intAt(first, level + 1); node++) {
    best = Math.min(best, doubleAt(reached, node) + step + doubleAt(least, intAt(arcs, 2 * node + decision)));
  }
  return best;
}

function shareOf(
  { arcs, first }: Diagram,
  level: number,
  ways: { readonly from: Float64Array; readonly to: Float64Array },
): number {
  let [counted, all] = [0, 0];
  for (let node = intAt(first, level); node < intAt(first, level + 1); node++) {
    const from = doubleAt(ways.from, node);
    const taken = from * doubleAt(ways.to, intAt(arcs, 2 * node + 1));
    counted += taken;
    all += taken + from * doubleAt(ways.to, intAt(arcs, 2 * node));
  }
  return counted / all;
}
