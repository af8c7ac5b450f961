import type { Problem } from '../../domain/problem.js';
import { DEFAULT_OBJECTIVES } from '../../domain/measure.js';
import { doubleAt, doublesAt, intAt } from '../at.js';
import { ALWAYS, NEVER } from '../build/automaton.js';
import type { Diagram } from '../diagram.js';
import { costsOf, goalOf } from './goal.js';
import { optimiserOf } from './shortest.js';

/**
 * Finds a pathway with the least new hours, then the fewest new units, for a learner who holds the entries that are
 * marked with 1 in `held`. Returns the counted entries, marked in the same way in room that the next question uses
 * again; null when there is no pathway.
 */
export type ShortestBeyond = (held: Uint8Array) => Uint8Array | null;

/**
 * The finder for many learners of one problem, whatever the problem itself says is held. What a unit costs is weighed
 * once for those who hold nothing; for a learner the units held cost nought and all the others what they always cost,
 * so that a question is one sweep and one walk. Entries marked with 1 in `unlessHeld` count only where they are held;
 * null where that cannot be asked in this way.
 */
export function shortestBeyond(problem: Problem, diagram: Diagram): ShortestBeyond;
export function shortestBeyond(
  problem: Problem,
  diagram: Diagram,
  unlessHeld: Uint8Array | null,
): ShortestBeyond | null;
export function shortestBeyond(
  problem: Problem,
  diagram: Diagram,
  unlessHeld: Uint8Array | null = null,
): ShortestBeyond | null {
  const unheld = { ...problem, achieved: problem.entries.map(() => false) };
  const costs = costsOf(
    diagram,
    DEFAULT_OBJECTIVES.map((objective) => goalOf(unheld, objective)),
  );
  if (diagram.root === NEVER) return () => null;
  if (costs.length === 1) return bySweep(diagram, chargesOf(diagram, doublesAt(costs, 0), unlessHeld));
  return unlessHeld === null ? byGoals(problem, diagram) : null;
}

/** What cannot be started is beyond any price. */
function chargesOf(diagram: Diagram, charges: Float64Array, unlessHeld: Uint8Array | null): Float64Array {
  if (unlessHeld === null) return charges;
  return charges.map((charge, level) => (unlessHeld[intAt(diagram.entries, level)] === 1 ? Infinity : charge));
}

function bySweep(diagram: Diagram, charges: Float64Array): ShortestBeyond {
  const least = new Float64Array(diagram.arcs.length / 2);
  least[NEVER] = Infinity;
  least[ALWAYS] = 0;
  const costs = new Float64Array(charges.length);
  const counted = new Uint8Array(diagram.entryCount);
  return (held) => {
    for (let level = 0; level < costs.length; level++) {
      costs[level] = held[intAt(diagram.entries, level)] === 1 ? 0 : doubleAt(charges, level);
    }
    sweep(diagram, costs, least);
    if (doubleAt(least, diagram.root) === Infinity) return null;
    walk(diagram, costs, least, counted);
    return counted;
  };
}

/** From the last level up, so that children come before their parents. */
function sweep({ arcs, first }: Diagram, costs: Float64Array, least: Float64Array): void {
  let node = intAt(first, 0);
  for (let level = 0; level < costs.length; level++) {
    const cost = doubleAt(costs, level);
    for (const end = intAt(first, level + 1); node < end; node++) {
      const skipped = doubleAt(least, intAt(arcs, 2 * node));
      const taken = doubleAt(least, intAt(arcs, 2 * node + 1)) + cost;
      least[node] = taken < skipped ? taken : skipped;
    }
  }
}

/** Down from the root; an entry that makes no difference is not counted. */
function walk({ arcs, entries, root }: Diagram, costs: Float64Array, least: Float64Array, counted: Uint8Array): void {
  let node = root;
  for (let level = entries.length - 1; level >= 0; level--) {
    const skip = intAt(arcs, 2 * node);
    const take = intAt(arcs, 2 * node + 1);
    const counts = doubleAt(least, take) + doubleAt(costs, level) < doubleAt(least, skip);
    counted[intAt(entries, level)] = counts ? 1 : 0;
    node = counts ? take : skip;
  }
}

/** For hours so large that hours and units do not share one exact cost. */
function byGoals(problem: Problem, diagram: Diagram): ShortestBeyond {
  const best = optimiserOf(diagram);
  const counted = new Uint8Array(diagram.entryCount);
  return (held) => {
    const own = { ...problem, achieved: Array.from(held, (mark) => mark === 1) };
    const optimum = best(DEFAULT_OBJECTIVES.map((objective) => goalOf(own, objective)));
    if (optimum === null) return null;
    counted.fill(0);
    for (const index of optimum.selection) counted[index] = 1;
    return counted;
  };
}
