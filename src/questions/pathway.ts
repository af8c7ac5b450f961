import { formatMeasure, type Objective } from '../domain/measure.js';
import type { Problem } from '../domain/problem.js';
import { objectiveValues } from '../domain/totals.js';
import { certify, type Pathway } from '../evaluate/certify.js';
import type { Deadline } from '../methods/deadline.js';
import type { Means } from '../methods/means.js';
import type { Claim, Method, StoppedBy } from '../methods/method.js';

/** An objective with the value it takes at a pathway. */
export interface ObjectiveValue extends Objective {
  readonly value: number;
}

/**
 * The answer to "which pathway is best". `confirmedBy` names the methods that came to the same result independently.
 * A disputed answer lists what each method claimed: a bug in one of them, never to be taken for an answer.
 */
export type PathwayAnswer =
  | {
      readonly status: 'optimal';
      readonly pathway: Pathway;
      readonly objectives: readonly ObjectiveValue[];
      readonly by: string;
      readonly confirmedBy: readonly string[];
    }
  | {
      readonly status: 'feasible';
      readonly pathway: Pathway;
      readonly objectives: readonly ObjectiveValue[];
      readonly bound: number | null;
      readonly limit: StoppedBy;
      readonly by: string;
    }
  | { readonly status: 'infeasible'; readonly by: string; readonly confirmedBy: readonly string[] }
  | { readonly status: 'unknown'; readonly limit: StoppedBy; readonly by: string }
  | { readonly status: 'disputed'; readonly claims: readonly string[] };

/** The answers that are no proved best pathway. */
export type Unanswered = Exclude<PathwayAnswer, { status: 'optimal' }>;

/**
 * Finds the best pathway under objectives taken in order. The first method answers; its selection must pass the
 * evaluator, and every method in `confirmers` that finishes in time must agree.
 */
export async function findPathway(
  problem: Problem,
  objectives: readonly Objective[],
  { method, confirmers, deadline }: Pick<Means, 'method' | 'confirmers' | 'deadline'>,
): Promise<PathwayAnswer> {
  const claim = await method.best(problem, objectives, deadline);
  const answer = examine(problem, objectives, claim);
  if (answer.status === 'unknown' || answer.status === 'disputed') return answer;
  return confirm(problem, objectives, answer, confirmers, deadline);
}

/** Puts a claim to the evaluator. */
function examine(problem: Problem, objectives: readonly Objective[], claim: Claim): PathwayAnswer {
  const { by } = claim;
  if (claim.status === 'infeasible') return { status: 'infeasible', by, confirmedBy: [] };
  if (claim.status === 'unknown') return { status: 'unknown', limit: claim.limit, by };
  if (claim.status === 'failed') return { status: 'disputed', claims: [`${by} failed: ${claim.reason}`] };
  const certificate = certify(problem, claim.selection);
  if (!certificate.ok) {
    return { status: 'disputed', claims: [`${by} named a selection that the evaluator refuses`] };
  }
  const { pathway } = certificate;
  const values = objectiveValues(problem, pathway.selection, objectives);
  const valued = objectives.map((objective, index) => ({ ...objective, value: values[index] ?? 0 }));
  if (claim.status === 'optimal') return { status: 'optimal', pathway, objectives: valued, by, confirmedBy: [] };
  return { status: 'feasible', pathway, objectives: valued, bound: claim.bound, limit: claim.limit, by };
}

type Examined = Exclude<PathwayAnswer, { status: 'unknown' | 'disputed' }>;

/** Asks each confirmer the same question; the answer gains its name, or all is disputed. */
async function confirm(
  problem: Problem,
  objectives: readonly Objective[],
  answer: Examined,
  confirmers: readonly Method[],
  deadline: Deadline,
): Promise<PathwayAnswer> {
  let confirmed = answer;
  for (const confirmer of confirmers) {
    const second = examine(problem, objectives, await confirmer.best(problem, objectives, deadline));
    if (second.status === 'disputed') return { status: 'disputed', claims: [describe(confirmed), ...second.claims] };
    if (second.status === 'unknown' || second.status === 'feasible') continue;
    const verdict = compare(confirmed, second);
    if (verdict === 'contradicts') {
      return { status: 'disputed', claims: [describe(confirmed), describe(second)] };
    }
    confirmed = verdict === 'improves' ? second : withConfirmation(confirmed, second.by);
  }
  return confirmed;
}

type Proved = Extract<PathwayAnswer, { status: 'optimal' | 'infeasible' }>;

/** An unproved answer is improved by any proved one that is at least as good. */
function compare(first: Examined, second: Proved): 'agrees' | 'improves' | 'contradicts' {
  if (first.status === 'infeasible') return second.status === 'infeasible' ? 'agrees' : 'contradicts';
  if (second.status === 'infeasible') return 'contradicts';
  const order = compareValues(first.objectives, second.objectives);
  if (first.status === 'feasible') return order < 0 ? 'contradicts' : 'improves';
  return order === 0 ? 'agrees' : 'contradicts';
}

/** Negative when `a` is better, positive when `b` is, 0 when every objective has the same value. */
function compareValues(a: readonly ObjectiveValue[], b: readonly ObjectiveValue[]): number {
  for (const [index, { sense, value }] of a.entries()) {
    const difference = value - (b[index]?.value ?? 0);
    if (difference !== 0) return sense === 'minimise' ? difference : -difference;
  }
  return 0;
}

function withConfirmation(answer: Examined, name: string): Examined {
  if (answer.status === 'feasible' || answer.by === name) return answer;
  return { ...answer, confirmedBy: [...answer.confirmedBy, name] };
}

function describe(answer: Examined): string {
  if (answer.status === 'infeasible') return `${answer.by}: no pathway exists`;
  const values = answer.objectives.map(({ measure, value }) => `${formatMeasure(measure)} ${value}`);
  return `${answer.by}: ${answer.status === 'optimal' ? 'best' : 'found'} ${values.join(', ')}`;
}
