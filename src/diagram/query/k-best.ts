import { byteAt, doubleAt, doublesAt, intAt, itemAt } from '../at.js';
import { FIRST_NODE, NEVER } from '../build/automaton.js';
import { Completions } from '../build/completions.js';
import type { Diagram } from '../diagram.js';
import { costsOf, valueOf, type Goal } from './goal.js';
import { Heap } from './heap.js';
import { selectionOf, type Optimum } from './shortest.js';
import { preferences } from './table-order.js';

/** A path as one byte a level: 1 where the entry is counted. */
type Path = Uint8Array;

/** The best of the paths that agree with `like` above `level` and decide otherwise there. */
interface Candidate {
  readonly costs: readonly number[];
  readonly like: Path;
  readonly level: number;
  /** The path itself, once a tie has asked for it. */
  path: Path | null;
}

/**
 * Every pathway from the best on, in the order of the goals, ties included; one at a time, so that the caller stops
 * when there are enough or when they are no longer good enough. Pathways that tie come in table order: of two the one
 * that counts the first entry on which they differ. The time for each next one grows with the number of entries, and
 * with its square where many tie.
 *
 * The second best path leaves the best one somewhere and is from there on the best completion. So every path that is
 * given sends one candidate for each place where it may be left, and the best candidate is the next path.
 *
 * @example
 * ```ts
 * import { bestPathways, buildDiagram, DEFAULT_OBJECTIVES, goalOf, pose, valueOrThrow } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * const problem = valueOrThrow(pose(specification));
 * const diagram = buildDiagram(problem);
 * if (diagram.kind === 'too-large') throw new Error('use a program');
 * const goals = DEFAULT_OBJECTIVES.map((objective) => goalOf(problem, objective));
 * for (const { values } of bestPathways(diagram, goals)) {
 *   console.log(values); // [ 120, 7 ]
 *   break;
 * }
 * ```
 */
export function* bestPathways(diagram: Diagram, goals: readonly Goal[]): Generator<Optimum, void, undefined> {
  if (diagram.root === NEVER) return;
  const completions = new Completions(diagram);
  completions.sweep(costsOf(diagram, goals));
  const preferred = preferences(completions);
  const levelOf = new Int32Array(diagram.entries.length);
  const byIndex = [...diagram.entries.keys()].sort((a, b) => intAt(diagram.entries, a) - intAt(diagram.entries, b));
  levelOf.set(byIndex);
  const pathOf = (it: Candidate): Path =>
    (it.path ??= complete(diagram, preferred, turnedAt(it.like, it.level), it.level));
  const queue = new Heap<Candidate>((a, b) => compareCosts(a, b) || compareInTable(levelOf, pathOf(a), pathOf(b)));
  let path = complete(diagram, preferred, new Uint8Array(diagram.entries.length), diagram.entries.length);
  for (let left = diagram.entries.length; ;) {
    yield optimumOf(diagram, goals, path);
    for (const { level, costs } of departures(completions, path, left)) {
      queue.push({ costs, like: path, level, path: null });
    }
    const next = queue.pop();
    if (next === undefined) return;
    left = next.level;
    path = pathOf(next);
  }
}

/**
 * The first `k` of {@link bestPathways}, or all of them when there are fewer.
 *
 * @example
 * ```ts
 * import { buildDiagram, DEFAULT_OBJECTIVES, goalOf, kBest, pose, valueOrThrow } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * const problem = valueOrThrow(pose(specification));
 * const diagram = buildDiagram(problem);
 * if (diagram.kind === 'too-large') throw new Error('use a program');
 * const goals = DEFAULT_OBJECTIVES.map((objective) => goalOf(problem, objective));
 * console.log(kBest(diagram, goals, 3).map(({ values }) => values[0])); // [ 120, 120, 120 ]
 * ```
 */
export function kBest(diagram: Diagram, goals: readonly Goal[], k: number): readonly Optimum[] {
  const best: Optimum[] = [];
  if (k < 1) return best;
  for (const pathway of bestPathways(diagram, goals)) {
    best.push(pathway);
    if (best.length >= k) break;
  }
  return best;
}

function compareCosts(a: Candidate, b: Candidate): number {
  for (let at = 0; at < a.costs.length; at++) {
    const difference = itemAt(a.costs, at) - itemAt(b.costs, at);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Negative when the first path counts the first entry, in table order, on which the two differ. */
function compareInTable(levelOf: Int32Array, a: Path, b: Path): number {
  for (let at = 0; at < levelOf.length; at++) {
    const level = intAt(levelOf, at);
    const difference = byteAt(b, level) - byteAt(a, level);
    if (difference !== 0) return difference;
  }
  return 0;
}

function turnedAt(like: Path, level: number): Path {
  const path = like.slice();
  path[level] = 1 - byteAt(like, level);
  return path;
}

/** Keeps the decisions of the levels from `level` up and makes the others the best that can follow. */
function complete({ arcs, entries, root }: Diagram, preferred: Uint8Array, path: Path, level: number): Path {
  let node = root;
  for (let at = entries.length - 1; at >= 0; at--) {
    if (at < level) path[at] = byteAt(preferred, node);
    node = intAt(arcs, 2 * node + byteAt(path, at));
  }
  return path;
}

/** For each level below `left` at which another pathway leaves this one: the least costs of those that do. */
function* departures(
  { diagram, costs, least }: Completions,
  path: Path,
  left: number,
): Generator<{ readonly level: number; readonly costs: readonly number[] }> {
  const spent = costs.map(() => 0);
  let node = diagram.root;
  for (let level = diagram.entries.length - 1; level >= 0; level--) {
    const taken = byteAt(path, level);
    const other = intAt(diagram.arcs, 2 * node + 1 - taken);
    if (level < left && other !== NEVER) {
      const onwards = (sum: number, at: number): number =>
        sum + (1 - taken) * doubleAt(doublesAt(costs, at), level) + doubleAt(doublesAt(least, at), other);
      yield { level, costs: spent.map(onwards) };
    }
    for (const [at, cost] of costs.entries()) spent[at] = itemAt(spent, at) + taken * doubleAt(cost, level);
    node = intAt(diagram.arcs, 2 * node + taken);
    if (node < FIRST_NODE) return;
  }
}

function optimumOf({ entries, entryCount }: Diagram, goals: readonly Goal[], path: Path): Optimum {
  const counted = new Uint8Array(entryCount);
  for (const [level, taken] of path.entries()) counted[intAt(entries, level)] = taken;
  const selection = selectionOf(counted);
  return { values: goals.map((goal) => valueOf(goal, selection)), selection };
}
