import type { Diagram } from '../diagram/diagram.js';
import { count, countBest } from '../diagram/query/count.js';
import { countWithin } from '../diagram/query/count-within.js';
import { goalOf, type Goal } from '../diagram/query/goal.js';
import { bestPathways } from '../diagram/query/k-best.js';
import type { Objective } from '../domain/measure.js';
import type { Problem, Selection } from '../domain/problem.js';
import { objectiveValues } from '../domain/totals.js';
import { certify, type Pathway } from '../evaluate/certify.js';
import { DIAGRAM_NAME } from '../methods/diagram-method.js';
import type { Means } from '../methods/means.js';
import type { StoppedBy } from '../methods/method.js';
import type { ObjectiveValue, Unanswered } from './pathway.js';
import { bestByProgram } from '../methods/program-method.js';

/** A pathway with what it comes to under the objectives. */
export interface Alternative {
  readonly pathway: Pathway;
  readonly objectives: readonly ObjectiveValue[];
}

/**
 * The best pathways in order. `complete` when these are all that were asked for within the allowance; `total` is how
 * many there are within it and `optimal` how many share the best values, null where that was not counted.
 */
export type AlternativesAnswer =
  | {
      readonly status: 'answered';
      readonly alternatives: readonly Alternative[];
      readonly complete: boolean;
      readonly total: bigint | null;
      readonly optimal: bigint | null;
      /** What ended the search before there were enough; null when nothing did. */
      readonly limit: StoppedBy | null;
    }
  | Unanswered;

/** How many alternatives are wanted, and how far the first objective may be from its best; null for any distance. */
export interface Wanted {
  readonly count: number;
  readonly within: number | null;
}

/** The best pathways from the diagram, or, where that is too large, from one program after the other. */
export async function findAlternatives(
  problem: Problem,
  objectives: readonly Objective[],
  wanted: Wanted,
  means: Pick<Means, 'store' | 'solver' | 'deadline'>,
): Promise<AlternativesAnswer> {
  const diagram = means.store.of(problem);
  return diagram.kind === 'too-large'
    ? alternativesByPrograms(problem, objectives, wanted, means)
    : alternativesByDiagram(problem, objectives, wanted, diagram);
}

function alternativesByDiagram(
  problem: Problem,
  objectives: readonly Objective[],
  wanted: Wanted,
  diagram: Diagram,
): AlternativesAnswer {
  const goals = objectives.map((objective) => goalOf(problem, objective));
  const selections: Selection[] = [];
  let best: number | null = null;
  for (const { selection, values } of bestPathways(diagram, goals)) {
    const first = values[0] ?? 0;
    best ??= first;
    if (selections.length >= wanted.count || !isWithin(first, best, wanted.within)) break;
    selections.push(selection);
  }
  if (best === null) return { status: 'infeasible', by: DIAGRAM_NAME, confirmedBy: [] };
  const total = countAllowed(diagram, goals, wanted.within);
  const complete = total !== null && BigInt(selections.length) === total;
  return certifyAll(problem, objectives, selections, {
    complete,
    total,
    optimal: countBest(diagram, goals),
    limit: null,
  });
}

function countAllowed(diagram: Diagram, goals: readonly Goal[], within: number | null): bigint | null {
  const [goal] = goals;
  return within === null || goal === undefined ? count(diagram) : countWithin(diagram, goal, within);
}

function isWithin(value: number, best: number, within: number | null): boolean {
  return within === null || Math.abs(value - best) <= within;
}

/** Each pathway found is forbidden to the next program, until none is left, none is good enough, or there are enough. */
async function alternativesByPrograms(
  problem: Problem,
  objectives: readonly Objective[],
  wanted: Wanted,
  { solver, deadline }: Pick<Means, 'solver' | 'deadline'>,
): Promise<AlternativesAnswer> {
  const selections: Selection[] = [];
  let best: number | null = null;
  let complete = false;
  let limit: StoppedBy | null = null;
  while (selections.length < wanted.count) {
    const claim = await bestByProgram(solver, problem, objectives, deadline, selections);
    if (claim.status === 'failed') return { status: 'disputed', claims: [`${claim.by} failed: ${claim.reason}`] };
    if (claim.status === 'infeasible') complete = true;
    if ('limit' in claim) limit = claim.limit;
    if (claim.status !== 'optimal') break;
    const first = objectiveValues(problem, claim.selection, objectives)[0] ?? 0;
    best ??= first;
    complete = !isWithin(first, best, wanted.within);
    if (complete) break;
    selections.push(claim.selection);
  }
  const by = solver.name;
  if (selections.length === 0 && complete) return { status: 'infeasible', by, confirmedBy: [] };
  if (selections.length === 0) return { status: 'unknown', limit: limit ?? 'time', by };
  const total = complete ? BigInt(selections.length) : null;
  return certifyAll(problem, objectives, selections, { complete, total, optimal: null, limit });
}

function certifyAll(
  problem: Problem,
  objectives: readonly Objective[],
  selections: readonly Selection[],
  rest: Pick<Extract<AlternativesAnswer, { status: 'answered' }>, 'complete' | 'total' | 'optimal' | 'limit'>,
): AlternativesAnswer {
  const alternatives: Alternative[] = [];
  for (const selection of selections) {
    const certificate = certify(problem, selection);
    if (!certificate.ok) return { status: 'disputed', claims: ['an alternative is refused by the evaluator'] };
    const values = objectiveValues(problem, selection, objectives);
    alternatives.push({
      pathway: certificate.pathway,
      objectives: objectives.map((objective, index) => ({ ...objective, value: values[index] ?? 0 })),
    });
  }
  return { status: 'answered', alternatives, ...rest };
}
