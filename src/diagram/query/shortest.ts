import type { Selection } from '../../domain/problem.js';
import { NEVER } from '../build/automaton.js';
import { Completions } from '../build/completions.js';
import type { Diagram } from '../diagram.js';
import { BestPath } from './best-path.js';
import { costsOf, valueOf, type Goal } from './goal.js';

/** A best pathway: its entries, and what it comes to under each goal. */
export interface Optimum {
  readonly values: readonly number[];
  readonly selection: Selection;
}

/**
 * A best pathway under the goals, each kept at its best while the next is improved; null when there is no pathway.
 * Of several best ones it is the first in table order: the one that counts the first entry on which they differ.
 *
 * @example
 * ```ts
 * import { buildDiagram, DEFAULT_OBJECTIVES, goalOf, pose, shortest, valueOrThrow } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * const problem = valueOrThrow(pose(specification));
 * const diagram = buildDiagram(problem);
 * if (diagram.kind === 'too-large') throw new Error('use a program');
 * const goals = DEFAULT_OBJECTIVES.map((objective) => goalOf(problem, objective));
 * console.log(shortest(diagram, goals)?.values); // [ 120, 7 ]
 * ```
 */
export function shortest(diagram: Diagram, goals: readonly Goal[]): Optimum | null {
  return optimiserOf(diagram)(goals);
}

/**
 * {@link shortest} for many questions on one diagram, as when every learner has other costs: one sweep a question,
 * in room that is allocated once.
 *
 * @example
 * ```ts
 * import { buildDiagram, DEFAULT_OBJECTIVES, goalOf, optimiserOf, pose, valueOrThrow } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * const problem = valueOrThrow(pose(specification));
 * const diagram = buildDiagram(problem);
 * if (diagram.kind === 'too-large') throw new Error('use a program');
 * const best = optimiserOf(diagram);
 * const [hours, units] = DEFAULT_OBJECTIVES.map((objective) => goalOf(problem, objective));
 * console.log(best([hours])?.values, best([units, hours])?.values); // [ 120 ] [ 7, 120 ]
 * ```
 */
export function optimiserOf(diagram: Diagram): (goals: readonly Goal[]) => Optimum | null {
  const completions = new Completions(diagram);
  const bestPath = new BestPath(completions);
  const counted = new Uint8Array(diagram.entryCount);
  return (goals) => {
    if (diagram.root === NEVER) return null;
    completions.sweep(costsOf(diagram, goals, completions.costs));
    counted.fill(0);
    bestPath.mark(counted);
    const selection = selectionOf(counted);
    return { values: goals.map((goal) => valueOf(goal, selection)), selection };
  };
}

/** The indices that are marked, ascending. */
export function selectionOf(counted: Uint8Array): Selection {
  const selection: number[] = [];
  for (let index = 0; index < counted.length; index++) if (counted[index] === 1) selection.push(index);
  return selection;
}
