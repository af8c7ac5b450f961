import { buildDiagram } from '../diagram/build/build.js';
import { shortestBeyond, type ShortestBeyond } from '../diagram/query/shortest-beyond.js';
import { DEFAULT_OBJECTIVES } from '../domain/measure.js';
import { select, type Problem } from '../domain/problem.js';
import type { NotCounted, Statement } from '../domain/statement.js';
import { evaluate } from '../evaluate/evaluate.js';
import { prepareEvaluator } from '../evaluate/prepare-evaluator.js';
import { dependsOnHoldings } from '../domain/fold.js';
import { within } from '../methods/deadline.js';
import type { SearchMeans } from '../methods/means.js';
import { provePathway, type PathwayAnswer } from '../questions/pathway.js';

/**
 * What is best for one learner. `counted` marks the entries of the pathway with 1, in room that the next answer may use
 * again. The status is that of `findPathway` for the same learner.
 */
export type CohortAnswer =
  | { readonly status: 'optimal'; readonly counted: Uint8Array }
  /** No pathway has fewer new hours than `bound`; null when that is not known. */
  | { readonly status: 'feasible'; readonly counted: Uint8Array; readonly bound: number | null }
  | { readonly status: 'infeasible' | 'unknown' | 'disputed' };

/** Answers learner after learner; `held` marks the achieved entries with 1. The common case needs no waiting. */
export type Cohort = (held: Uint8Array) => CohortAnswer | Promise<CohortAnswer>;

/** Who answers where one diagram for all learners does not. */
export interface CohortMethods {
  /** For a learner whose holdings change what the rule asks for. */
  readonly forOne: SearchMeans;
  /** For all learners, when the rule is too large for a diagram. */
  readonly forLargeRules: SearchMeans;
  /** Wall time that the search for one learner and way may take, where the diagram does not answer. */
  readonly millisecondsALearner: number;
  /** How many nodes the diagram may make on the way; the builder's own default without. */
  readonly nodeBudget?: number;
}

/** Distinct holdings whose answers are remembered where each needs a search of its own. */
const MOST_REMEMBERED = 10_000;

const INFEASIBLE: CohortAnswer = { status: 'infeasible' };
const DISPUTED: CohortAnswer = { status: 'disputed' };

/**
 * Prepares to answer the learners of a cohort on a problem; what the problem says is achieved plays no part. One diagram
 * of the rule serves all learners, and each answer is put to the evaluator. Statements about prior learning are left out
 * of the diagram: where its answer meets them all the same it is the best, as nothing better is left without them
 * either; other learners have a search of their own. Units that cannot be started on a day stay in the diagram: what
 * is not held of them has no price.
 */
export function openCohort(problem: Problem, methods: CohortMethods): Cohort {
  const common = { ...problem, conditions: problem.conditions.filter((statement) => !dependsOnHoldings(statement)) };
  const { nodeBudget } = methods;
  const diagram = buildDiagram(common, nodeBudget === undefined ? {} : { nodeBudget });
  if (diagram.kind === 'too-large') return oneByOne(problem, methods.forLargeRules, methods.millisecondsALearner);
  const dated = problem.conditions.filter(barsUnlessHeld);
  const unlessHeld = dated.length === 0 ? null : barredIn(problem, dated);
  const best = shortestBeyond(common, diagram, unlessHeld);
  if (best === null) return oneByOne(problem, methods.forOne, methods.millisecondsALearner);
  const byDiagram = answerFrom(best, common, unlessHeld);
  if (common.conditions.length + dated.length === problem.conditions.length) return byDiagram;
  const search = oneByOne(problem, methods.forOne, methods.millisecondsALearner);
  return (held) => {
    const answer = byDiagram(held);
    return !('counted' in answer) || holdsFor(problem, held, answer.counted) ? answer : search(held);
  };
}

/** `units that cannot be started on 2026-09-01 do not count`, whatever else it says of these units. */
function barsUnlessHeld(statement: Statement): statement is NotCounted {
  return statement.kind === 'not-counted' && statement.filter.unstartable !== null;
}

/** The entries that one of the statements bars for whoever does not hold them, marked with 1. */
function barredIn(problem: Problem, statements: readonly NotCounted[]): Uint8Array {
  const unheld = { ...problem, achieved: problem.entries.map(() => false) };
  const barred = new Uint8Array(problem.entries.length);
  for (const { filter } of statements) for (const index of select(unheld, filter)) barred[index] = 1;
  return barred;
}

/**
 * The answers of a finder, each put to the evaluator: what that refuses is disputed, and so is an entry marked in
 * `unlessHeld` that is counted without being held.
 */
export function answerFrom(
  best: ShortestBeyond,
  problem: Problem,
  unlessHeld: Uint8Array | null = null,
): (held: Uint8Array) => CohortAnswer {
  const holds = prepareEvaluator(problem);
  const isBarred = (held: Uint8Array, counted: Uint8Array): boolean =>
    unlessHeld?.some((mark, index) => mark === 1 && counted[index] === 1 && held[index] !== 1) === true;
  return (held) => {
    const counted = best(held);
    if (counted === null) return INFEASIBLE;
    return holds(counted) && !isBarred(held, counted) ? { status: 'optimal', counted } : DISPUTED;
  };
}

function holdsFor(problem: Problem, held: Uint8Array, counted: Uint8Array): boolean {
  return evaluate(withHeld(problem, held), indicesOf(counted)).holds;
}

/** A search for each learner, remembered by what is held. */
function oneByOne(
  problem: Problem,
  means: SearchMeans,
  milliseconds: number,
): (held: Uint8Array) => Promise<CohortAnswer> {
  const remembered = new Map<string, CohortAnswer>();
  return async (held) => {
    const key = held.join('');
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const own = withHeld(problem, held);
    const deadline = within(means.deadline, milliseconds);
    const answer = answerOf(await provePathway(own, DEFAULT_OBJECTIVES, { ...means, deadline }), held.length);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(key, answer);
    return answer;
  };
}

function answerOf(answer: PathwayAnswer, entries: number): CohortAnswer {
  if (answer.status !== 'optimal' && answer.status !== 'feasible') return { status: answer.status };
  const counted = new Uint8Array(entries);
  for (const index of answer.pathway.selection) counted[index] = 1;
  return answer.status === 'optimal'
    ? { status: answer.status, counted }
    : { status: answer.status, counted, bound: answer.bound };
}

function withHeld(problem: Problem, held: Uint8Array): Problem {
  return { ...problem, achieved: Array.from(held, (mark) => mark === 1) };
}

function indicesOf(marks: Uint8Array): number[] {
  return [...marks.keys()].filter((index) => marks[index] === 1);
}
