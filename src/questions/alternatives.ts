import type { Objective } from '../domain/measure.js';
import type { Problem } from '../domain/problem.js';
import type { Pathway } from '../evaluate/certify.js';
import type { SearchMeans } from '../methods/means.js';
import type { StoppedBy } from '../methods/method.js';
import { alternativesByDiagrams, diagramsOf } from './alternatives-by-diagram.js';
import { alternativesBySearch, answeringFinder, confirmingFinder, type Listing } from './alternatives-by-search.js';
import type { ObjectiveValue, Unanswered } from './pathway.js';

/** A pathway with what it comes to under the objectives. */
export interface Alternative {
  readonly pathway: Pathway;
  readonly objectives: readonly ObjectiveValue[];
}

/**
 * The best pathways in order, ties in table order, no two of the same units: of several placements of the same units the
 * best is given. `complete` when these are all within the allowance.
 */
export interface AnsweredAlternatives {
  readonly status: 'answered';
  readonly alternatives: readonly Alternative[];
  readonly complete: boolean;
  /** How many there are within the allowance, and how many share the best values; null where that was not counted. */
  readonly total: bigint | null;
  readonly optimal: bigint | null;
  /** What `total` and `optimal` count: sets of units, or placements where telling those apart was too much. */
  readonly distinct: 'units' | 'placements';
  /** What ended the search before there were enough; null when nothing did. */
  readonly limit: StoppedBy | null;
  readonly by: string;
  /** Who came to the same values independently. */
  readonly confirmedBy: readonly string[];
}

/** The alternatives, or why there are none. */
export type AlternativesAnswer = AnsweredAlternatives | Unanswered;

/** How many alternatives are wanted, and how far the first objective may be from its best; null for any distance. */
export interface Wanted {
  readonly count: number;
  readonly within: number | null;
}

/**
 * The best pathways from the diagram, or, where that is too large, from one search after the other. Every way of using
 * what is held is looked at. Confirmers list the same number of pathways by themselves.
 *
 * @example
 * ```ts
 * import { createMeans, deadlineIn, DEFAULT_OBJECTIVES, findAlternatives, pose, valueOrThrow } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * const problem = valueOrThrow(pose(specification));
 * const { forMany } = createMeans({ deadline: deadlineIn(10_000) });
 * const wanted = { count: 3, within: null };
 * const found = await findAlternatives(problem, DEFAULT_OBJECTIVES, wanted, forMany);
 * if (found.status === 'answered') console.log(found.alternatives.length, found.total); // 3 871n
 * ```
 */
export async function findAlternatives(
  problem: Problem,
  objectives: readonly Objective[],
  wanted: Wanted,
  means: SearchMeans,
): Promise<AlternativesAnswer> {
  const diagrams = diagramsOf(problem, means.store);
  const answer =
    diagrams === null
      ? await alternativesBySearch(problem, wanted, answeringFinder(objectives, means), means.deadline)
      : alternativesByDiagrams(diagrams, objectives, wanted, means.deadline);
  if (answer.status !== 'answered' && answer.status !== 'infeasible') return answer;
  return confirmAlternatives(problem, objectives, answer, wanted, means);
}

type Confirmable = AnsweredAlternatives | Extract<Unanswered, { status: 'infeasible' }>;

async function confirmAlternatives(
  problem: Problem,
  objectives: readonly Objective[],
  answer: Confirmable,
  { within }: Wanted,
  { confirmers, deadline }: SearchMeans,
): Promise<AlternativesAnswer> {
  let confirmed = answer;
  const listing = listingOf(answer);
  const wanted = { count: listing.values.length, within };
  for (const method of confirmers) {
    const finder = confirmingFinder(objectives, method, deadline);
    const second = await alternativesBySearch(problem, wanted, finder, deadline);
    if (second.status === 'disputed') return second;
    if (second.status !== 'answered' && second.status !== 'infeasible') continue;
    if (second.status === 'answered' && second.limit !== null) continue;
    if (!agree(listing, listingOf(second))) {
      return { status: 'disputed', claims: [describe(answer.by, listing), describe(method.name, listingOf(second))] };
    }
    confirmed = { ...confirmed, confirmedBy: [...confirmed.confirmedBy, method.name] };
  }
  return confirmed;
}

/** The values in order, and whether they are all. */
function listingOf(answer: Confirmable): Listing {
  if (answer.status === 'infeasible') return { values: [], complete: true };
  const values = answer.alternatives.map(({ objectives }) => objectives.map(({ value }) => value));
  return { values, complete: answer.complete };
}

function agree(a: Listing, b: Listing): boolean {
  return JSON.stringify(a.values) === JSON.stringify(b.values) && (!a.complete || b.complete);
}

function describe(by: string, { values, complete }: Listing): string {
  return `${by}: ${complete ? 'no more than' : 'among others'} ${JSON.stringify(values)}`;
}
