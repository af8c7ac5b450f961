import type { Objective } from '../domain/measure.js';
import { type Problem, type Selection } from '../domain/problem.js';
import { everyWay } from '../domain/using-held.js';
import type { Deadline } from '../methods/deadline.js';
import type { SearchMeans } from '../methods/means.js';
import type { Method, StoppedBy } from '../methods/method.js';
import type { Alternative, AlternativesAnswer, Wanted } from './alternatives.js';
import { bestOfWays } from './best-of-ways.js';
import type { PathwayAnswer } from './pathway.js';
import { examine, proveNext } from './prove.js';

/** The values of pathways in order, and whether they are all that there are. */
export interface Listing {
  readonly values: readonly (readonly number[])[];
  readonly complete: boolean;
}

/** Who finds the best pathway whose units are not those of a known one, for one way of using what is held. */
export interface NextFinder {
  readonly name: string;
  readonly next: (problem: Problem, known: readonly Selection[]) => Promise<PathwayAnswer>;
}

/** The finder that answers: its pathways come in table order where they tie. */
export function answeringFinder(objectives: readonly Objective[], means: Omit<SearchMeans, 'confirmers'>): NextFinder {
  const next = (problem: Problem, excluded: readonly Selection[]): Promise<PathwayAnswer> =>
    proveNext({ problem, objectives, excluded }, means);
  return { name: means.method.name, next };
}

/** The finder that confirms: of pathways that tie it gives any. */
export function confirmingFinder(objectives: readonly Objective[], method: Method, deadline: Deadline): NextFinder {
  return {
    name: method.name,
    next: async (problem, known) => {
      return examine(problem, objectives, await method.best(problem, objectives, deadline, known));
    },
  };
}

/**
 * Alternatives by one search after the other: the units of each pathway found are forbidden to the next one, until none
 * is left, none is good enough, or there are enough and it is known whether there are more. A pathway found on the way
 * to a limit is not lost: where it is the first, it is the answer, unproved.
 */
export async function alternativesBySearch(
  problem: Problem,
  wanted: Wanted,
  finder: NextFinder,
  deadline: Deadline,
): Promise<AlternativesAnswer> {
  const found: Alternative[] = [];
  for (;;) {
    const known = found.map(({ pathway }) => pathway.selection);
    const answer = await nextBest(problem, known, finder, deadline);
    if (answer.status === 'disputed') return answer;
    const goesOn = answer.status === 'optimal' && isWithin(answer, found[0], wanted.within);
    if (!goesOn && found.length === 0 && answer.status !== 'optimal') return answer;
    const enough = found.length >= wanted.count;
    if (!goesOn) return answered(found, enough ? null : stopOf(answer), isEnd(answer), finder);
    if (enough) return answered(found, null, false, finder);
    found.push({ pathway: answer.pathway, objectives: answer.objectives });
  }
}

/** The search came to its end, unless a limit or a failure ended it. */
function isEnd({ status }: PathwayAnswer): boolean {
  return status === 'infeasible' || status === 'optimal';
}

function stopOf(answer: PathwayAnswer): StoppedBy | null {
  return 'limit' in answer ? (answer.limit ?? 'time') : null;
}

function answered(
  alternatives: readonly Alternative[],
  limit: StoppedBy | null,
  complete: boolean,
  { name }: NextFinder,
): AlternativesAnswer {
  const total = complete ? BigInt(alternatives.length) : null;
  return {
    status: 'answered',
    alternatives,
    complete,
    total,
    optimal: complete ? countOptimal(alternatives) : null,
    distinct: 'units',
    limit,
    by: name,
    confirmedBy: [],
  };
}

/** How many share the values of the first, where all are known; ties are together. */
function countOptimal(alternatives: readonly Alternative[]): bigint {
  const texts = alternatives.map(({ objectives }) => objectives.map(({ value }) => value).join());
  return BigInt(texts.filter((it) => it === texts[0]).length);
}

function isWithin(
  { objectives: [value] }: Pick<Alternative, 'objectives'>,
  best: Alternative | undefined,
  within: number | null,
): boolean {
  const least = best?.objectives[0];
  if (within === null || value === undefined || least === undefined) return true;
  return Math.abs(value.value - least.value) <= within;
}

/** The best pathway beyond those known, of all ways of using what is held. */
async function nextBest(
  problem: Problem,
  known: readonly Selection[],
  { name, next }: NextFinder,
  deadline: Deadline,
): Promise<PathwayAnswer> {
  const answers: PathwayAnswer[] = [];
  for (const way of everyWay(problem)) {
    if (deadline.passed()) return { status: 'unknown', limit: 'time', reason: null, by: name };
    answers.push(await next(way, known));
  }
  return bestOfWays(answers);
}
