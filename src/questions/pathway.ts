import { countBestUnitSets } from '../diagram/query/count-units.js';
import { goalOf } from '../diagram/query/goal.js';
import { unitNumbers } from '../diagram/query/units.js';
import type { Objective } from '../domain/measure.js';
import { type Problem } from '../domain/problem.js';
import { everyWay } from '../domain/using-held.js';
import type { Pathway } from '../evaluate/certify.js';
import { within } from '../methods/deadline.js';
import type { SearchMeans } from '../methods/means.js';
import type { StoppedBy } from '../methods/method.js';
import { bestOfWays } from './best-of-ways.js';
import { proveOneWay } from './prove.js';

/** An objective with the value it takes at a pathway. */
export interface ObjectiveValue extends Objective {
  readonly value: number;
}

/**
 * The answer to "which pathway is best". `confirmedBy` names the methods that came to the same result independently.
 * A disputed answer lists what each method claimed: a bug in one of them, never to be taken for an answer. Where what is
 * held can be used in several ways, the pathway's problem says in `achieved` which one is best.
 */
export type PathwayAnswer =
  | {
      readonly status: 'optimal';
      readonly pathway: Pathway;
      readonly objectives: readonly ObjectiveValue[];
      readonly by: string;
      readonly confirmedBy: readonly string[];
      /**
       * Whether it is known to be the first in table order of the equally good ones, and so the same in every run; false
       * where a limit kept that from being told.
       */
      readonly first: boolean;
      /** How many sets of units share the best values; null where that is not known. */
      readonly equallyGood: bigint | null;
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
  | {
      readonly status: 'unknown';
      /** What stopped the search; null when nothing did, but those who answer failed. */
      readonly limit: StoppedBy | null;
      /** How they failed; null when a limit stopped the search. */
      readonly reason: string | null;
      readonly by: string;
    }
  | { readonly status: 'disputed'; readonly claims: readonly string[] };

/** The answers that are no proved best pathway. */
export type Unanswered = Exclude<PathwayAnswer, { status: 'optimal' }>;

/**
 * Finds the best pathway under objectives taken in order. The first method answers; its selection must pass the
 * evaluator, and every method in `confirmers` that finishes in time must agree. Of several best pathways it is the first
 * in table order. Every way of using what is held is looked at.
 *
 * @example
 * ```ts
 * import { createMeans, deadlineIn, DEFAULT_OBJECTIVES, findPathway, pose, valueOrThrow } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * const problem = valueOrThrow(pose(specification));
 * const { forOne } = createMeans({ deadline: deadlineIn(10_000) });
 * const answer = await findPathway(problem, DEFAULT_OBJECTIVES, forOne);
 * if (answer.status === 'optimal') console.log(answer.objectives.map(({ value }) => value)); // [ 120, 7 ]
 * ```
 */
export async function findPathway(
  problem: Problem,
  objectives: readonly Objective[],
  means: SearchMeans,
): Promise<PathwayAnswer> {
  const answers = await askEveryWay(problem, objectives, means);
  const best = bestOfWays(answers);
  if (best.status !== 'optimal') return best;
  const sharing = answers.filter((it) => it.status === 'optimal' && haveEqualValues(it.objectives, best.objectives));
  return {
    ...best,
    equallyGood: sharing.length === 1 ? countEquallyGood(best.pathway.problem, objectives, means) : null,
  };
}

/** {@link findPathway} for questions that do not ask how many pathways are equally good. */
export async function provePathway(
  problem: Problem,
  objectives: readonly Objective[],
  means: SearchMeans,
): Promise<PathwayAnswer> {
  return bestOfWays(await askEveryWay(problem, objectives, means));
}

/** One answer a way; each way gets its share of the time that is left. */
async function askEveryWay(
  problem: Problem,
  objectives: readonly Objective[],
  means: SearchMeans,
): Promise<readonly PathwayAnswer[]> {
  const ways = everyWay(problem);
  const answers: PathwayAnswer[] = [];
  for (const [at, way] of ways.entries()) {
    const deadline = within(means.deadline, means.deadline.remaining() / (ways.length - at));
    answers.push(await proveOneWay(way, objectives, { ...means, deadline }));
  }
  return answers;
}

function haveEqualValues(a: readonly ObjectiveValue[], b: readonly ObjectiveValue[]): boolean {
  return a.every(({ value }, index) => value === b[index]?.value);
}

function countEquallyGood(problem: Problem, objectives: readonly Objective[], { store }: SearchMeans): bigint | null {
  const diagram = store.of(problem);
  if (diagram.kind === 'too-large') return null;
  const goals = objectives.map((objective) => goalOf(problem, objective));
  return countBestUnitSets(diagram, goals, unitNumbers(problem));
}
