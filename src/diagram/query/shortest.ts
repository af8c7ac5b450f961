import type { Selection } from '../../domain/problem.js';
import { intAt } from '../at.js';
import { NEVER } from '../build/automaton.js';
import { Completions } from '../build/completions.js';
import type { Diagram } from '../diagram.js';
import { costsOf, valueOf, type Goal } from './goal.js';

/** A best pathway: its entries, and what it comes to under each goal. */
export interface Optimum {
  readonly values: readonly number[];
  readonly selection: Selection;
}

/**
 * A best pathway under the goals, each kept at its best while the next is improved; null when there is no pathway.
 * Of several best ones always the same.
 */
export function shortest(diagram: Diagram, goals: readonly Goal[]): Optimum | null {
  return optimiserOf(diagram)(goals);
}

/**
 * {@link shortest} for many questions on one diagram, as when every learner has other costs: one sweep a question,
 * in room that is allocated once.
 */
export function optimiserOf(diagram: Diagram): (goals: readonly Goal[]) => Optimum | null {
  const completions = new Completions(diagram);
  const counted = new Uint8Array(diagram.entryCount);
  return (goals) => {
    if (diagram.root === NEVER) return null;
    completions.sweep(costsOf(diagram, goals, completions.costs));
    counted.fill(0);
    markBest(completions, counted);
    const selection = selectionOf(counted);
    return { values: goals.map((goal) => valueOf(goal, selection)), selection };
  };
}

function markBest(completions: Completions, counted: Uint8Array): void {
  const { arcs, entries, root } = completions.diagram;
  let node = root;
  for (let level = entries.length - 1; level >= 0; level--) {
    const take = completions.prefersTake(node, level);
    if (take) counted[intAt(entries, level)] = 1;
    node = intAt(arcs, 2 * node + (take ? 1 : 0));
  }
}

/** The indices that are marked, ascending. */
export function selectionOf(counted: Uint8Array): Selection {
  const selection: number[] = [];
  for (let index = 0; index < counted.length; index++) if (counted[index] === 1) selection.push(index);
  return selection;
}
