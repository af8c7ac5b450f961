import { doubleAt, doublesAt, intAt } from '../at.js';
import { FIRST_NODE, NEVER } from '../build/automaton.js';
import { Completions } from '../build/completions.js';
import type { Diagram } from '../diagram.js';
import { costsOf, type Goal } from './goal.js';
import { waysFromRoot, waysToEnd } from './shares.js';

/** What counting an entry, and not counting it, makes of the best values of goals in their order. */
export interface Price {
  /** The best values over the pathways that count the entry, one a goal; null when there is none. */
  readonly with: readonly number[] | null;
  /** The best values over the pathways that do not; null when there is none. */
  readonly without: readonly number[] | null;
  /** How many of all pathways count the entry, as a fraction from 0 to 1; 0 when there is no pathway. */
  readonly share: number;
}

/**
 * The price of every entry, by its index, under goals each of which is kept at its best while the next is improved.
 * Values are exact. Shares are exact fractions, rounded once, as long as there are fewer than 2^53 pathways, and right
 * to about 12 digits beyond.
 *
 * One sweep down gives the least costs from the root to every node, one sweep up those from every node to the end; every
 * pathway takes one arc of every level, so the best pathway with an entry is the best over the arcs that count it.
 *
 * @example
 * ```ts
 * import { buildDiagram, DEFAULT_OBJECTIVES, goalOf, pose, prices, valueOrThrow } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * const problem = valueOrThrow(pose(specification));
 * const diagram = buildDiagram(problem);
 * if (diagram.kind === 'too-large') throw new Error('use a program');
 * const goals = DEFAULT_OBJECTIVES.map((objective) => goalOf(problem, objective));
 * const at = problem.entries.findIndex(({ ref }) => ref === 'CS 3');
 * console.log(prices(diagram, goals)[at]); // { with: [ 120, 7 ], without: [ 120, 7 ], share: 0.6337543053960965 }
 * ```
 */
export function prices(diagram: Diagram, goals: readonly Goal[]): readonly Price[] {
  const none: Price = { with: null, without: null, share: 0 };
  const all = Array.from({ length: diagram.entryCount }, () => none);
  if (diagram.root < FIRST_NODE) return all;
  const completions = new Completions(diagram);
  completions.sweep(costsByGoal(diagram, goals));
  const reached = leastFromRoot(completions);
  const ways = { from: waysFromRoot(diagram), to: waysToEnd(diagram) };
  const through = (level: number, decision: 0 | 1): readonly number[] | null =>
    valuesOf(goals, leastThrough(completions, reached, level, decision));
  for (const [level, index] of diagram.entries.entries()) {
    all[index] = { with: through(level, 1), without: through(level, 0), share: shareOf(diagram, level, ways) };
  }
  return all;
}

/** The best values over the pathways that count none of the entries; null when every pathway counts one. */
export function bestWithoutAny(
  diagram: Diagram,
  goals: readonly Goal[],
  entries: ReadonlySet<number>,
): readonly number[] | null {
  const completions = new Completions(diagram);
  const costs = costsByGoal(diagram, goals);
  for (const [level, index] of diagram.entries.entries()) {
    if (entries.has(index)) doublesAt(costs, 0)[level] = Infinity;
  }
  completions.sweep(costs);
  return valuesOf(
    goals,
    completions.least.map((least) => doubleAt(least, diagram.root)),
  );
}

/** One cost a goal, so that the value of each can be read off; a cost of nothing where there is no goal. */
function costsByGoal(diagram: Diagram, goals: readonly Goal[]): readonly Float64Array[] {
  return goals.length === 0 ? costsOf(diagram, []) : goals.flatMap((goal) => costsOf(diagram, [goal]));
}

/** Costs as values of the goals, as written; null for those of no pathway. Adding 0 makes no -0. */
function valuesOf(goals: readonly Goal[], costs: readonly number[]): readonly number[] | null {
  if (costs[0] === Infinity) return null;
  return goals.map(({ sense, scale = 1 }, at) => ((sense === 'minimise' ? 1 : -1) * valueAt(costs, at) + 0) / scale);
}

/** The least costs of a way from the root to each node; Infinity where none leads. */
function leastFromRoot({ diagram, costs }: Completions): readonly Float64Array[] {
  const { arcs, entries, first, root } = diagram;
  const reached = costs.map(() => new Float64Array(arcs.length / 2).fill(Infinity));
  for (const sums of reached) sums[root] = 0;
  const sums = costs.map(() => 0);
  for (let level = entries.length - 1; level >= 0; level--) {
    for (let arc = 2 * intAt(first, level); arc < 2 * intAt(first, level + 1); arc++) {
      const child = intAt(arcs, arc);
      if (child === NEVER) continue;
      for (const [at, cost] of costs.entries()) {
        sums[at] = doubleAt(doublesAt(reached, at), arc >> 1) + (arc & 1 ? doubleAt(cost, level) : 0);
      }
      if (isLess(sums, (at) => doubleAt(doublesAt(reached, at), child))) {
        for (const [at, own] of reached.entries()) own[child] = valueAt(sums, at);
      }
    }
  }
  return reached;
}

/** The least costs of a pathway that takes `decision` at the level. */
function leastThrough(
  { diagram: { arcs, first }, costs, least }: Completions,
  reached: readonly Float64Array[],
  level: number,
  decision: 0 | 1,
): readonly number[] {
  const best = costs.map(() => Infinity);
  const sums = costs.map(() => 0);
  for (let node = intAt(first, level); node < intAt(first, level + 1); node++) {
    const child = intAt(arcs, 2 * node + decision);
    if (child === NEVER) continue;
    for (const [at, cost] of costs.entries()) {
      const step = decision === 1 ? doubleAt(cost, level) : 0;
      sums[at] = doubleAt(doublesAt(reached, at), node) + step + doubleAt(doublesAt(least, at), child);
    }
    if (isLess(sums, (at) => valueAt(best, at))) for (const at of best.keys()) best[at] = valueAt(sums, at);
  }
  return best;
}

/** Whether the sums come before the others, of which the first that differs decides. */
function isLess(sums: readonly number[], other: (at: number) => number): boolean {
  for (const [at, sum] of sums.entries()) {
    const against = other(at);
    if (sum !== against) return sum < against;
  }
  return false;
}

function valueAt(values: readonly number[], at: number): number {
  const value = values[at];
  if (value === undefined) throw new RangeError(`${at} is outside of ${values.length} sums`);
  return value;
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
