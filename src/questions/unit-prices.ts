import type { Objective } from '../domain/measure.js';
import { type Problem } from '../domain/problem.js';
import { everyWay } from '../domain/using-held.js';
import type { Entry } from '../domain/unit.js';
import type { SearchMeans } from '../methods/means.js';
import type { StoppedBy } from '../methods/method.js';
import { diagramsOf } from './alternatives-by-diagram.js';
import { provePathway, type Unanswered } from './pathway.js';
import { pricesByDiagrams } from './prices-by-diagram.js';
import { pricesBySearch } from './prices-by-search.js';

/** Values of the objectives, in their order, at the best pathway of some; null when there is none. */
export type Values = readonly number[] | null;

/**
 * What a unit is worth to objectives taken in order: the best values over the pathways that count the unit, and over
 * those that do not (null where there is none), and the share of all pathways, told apart by their units, that count it,
 * from 0 to 1 (null where pathways were not counted). A unit is forced when every pathway counts it, impossible when
 * none does; `unknown` when a limit kept that from being told, and then the values are null too.
 */
export interface UnitPrice {
  readonly unit: Entry;
  /** Every group that lists the unit. */
  readonly groups: readonly string[];
  readonly with: Values;
  readonly without: Values;
  readonly share: number | null;
  readonly status: 'forced' | 'impossible' | 'free' | 'unknown';
}

/** The prices of all units, and the best values over all pathways. */
export interface AnsweredPrices {
  readonly status: 'answered';
  readonly optimum: readonly number[];
  readonly units: readonly UnitPrice[];
  /** What shares are of: sets of units, or placements where telling sets of units apart was too much. */
  readonly distinct: 'units' | 'placements';
  /** What kept a price from being told; null when all are. */
  readonly limit: StoppedBy | null;
  readonly by: string;
  /** Who came to the same prices independently. */
  readonly confirmedBy: readonly string[];
}

/** The prices of all units, or why there is no answer. */
export type PricesAnswer = AnsweredPrices | Unanswered;

/**
 * Prices every unit under objectives taken in order: by the diagram, or, where that is too large, by a search a unit.
 * Confirmers price every unit by themselves.
 *
 * @example
 * ```ts
 * import { createMeans, deadlineIn, DEFAULT_OBJECTIVES, findUnitPrices, pose, valueOrThrow } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * const problem = valueOrThrow(pose(specification));
 * const { forMany } = createMeans({ deadline: deadlineIn(10_000) });
 * const found = await findUnitPrices(problem, DEFAULT_OBJECTIVES, forMany);
 * if (found.status === 'answered') console.log(found.optimum, found.units[0].status); // [ 120, 7 ] forced
 * ```
 */
export async function findUnitPrices(
  problem: Problem,
  objectives: readonly Objective[],
  means: SearchMeans,
): Promise<PricesAnswer> {
  const best = await provePathway(problem, objectives, means);
  if (best.status !== 'optimal') return best;
  const optimum = best.objectives.map(({ value }) => value);
  const diagrams = diagramsOf(problem, means.store);
  const ways = everyWay(problem);
  const search = { ways, objectives, best: best.pathway, deadline: means.deadline };
  const answer =
    diagrams === null
      ? await pricesBySearch({ ...search, search: means.method }, optimum)
      : pricesByDiagrams(diagrams, objectives, optimum);
  let confirmed: PricesAnswer = answer;
  for (const method of means.confirmers) {
    const second = await pricesBySearch({ ...search, search: method }, optimum);
    if (second.limit !== null || answer.limit !== null) continue;
    if (!agree(answer, second))
      return { status: 'disputed', claims: [`${answer.by} and ${method.name} price units differently`] };
    confirmed = { ...confirmed, confirmedBy: [...confirmed.confirmedBy, method.name] };
  }
  return confirmed;
}

function agree(a: AnsweredPrices, b: AnsweredPrices): boolean {
  const figures = ({ units }: AnsweredPrices): string => JSON.stringify(units.map((it) => [it.with, it.without]));
  return figures(a) === figures(b);
}
