import type { Problem } from '../domain/problem.js';
import { DEFAULT_OBJECTIVES } from '../domain/measure.js';
import { knownObjectives, unknownIn } from '../domain/needed.js';
import { totalsOf } from '../domain/totals.js';
import type { SearchMeans } from '../methods/means.js';
import { provePathway, type PathwayAnswer } from './pathway.js';

/**
 * How far a learner is from one title, by the cheapest pathway that meets the rule and what the title asks for besides.
 * `open` where figures or thresholds are not known that the title needs; otherwise how the search ended.
 */
export interface TitleStanding {
  readonly title: string;
  readonly status: PathwayAnswer['status'] | 'open';
  /** Whether what is held is enough; null where that is not known. */
  readonly earned: boolean | null;
  /** Hours of the new units of the cheapest pathway; null where that is not known, or where there is none. */
  readonly newGlh: number | null;
  /** References of these units; null as before. */
  readonly newUnits: readonly string[] | null;
}

/** The standing of one title; `problem` is that of the rule with what the title asks for, null where that is open. */
export async function standTowards(title: string, problem: Problem | null, means: SearchMeans): Promise<TitleStanding> {
  if (problem === null) return { title, status: 'open', ...UNKNOWN };
  const answer = await provePathway(problem, knownObjectives(problem, DEFAULT_OBJECTIVES), means);
  const { status } = answer;
  if (status === 'infeasible') return { title, status, ...UNKNOWN, earned: false };
  if (status !== 'optimal') return { title, status, ...UNKNOWN };
  const { pathway } = answer;
  const { newUnits, newGlh } = totalsOf(pathway.problem, pathway.selection);
  const added = pathway.entries.filter(({ index }) => pathway.problem.achieved[index] !== true);
  // With hours that nobody knows, the fewest new units are what was searched for.
  const known = DEFAULT_OBJECTIVES.every((objective) => unknownIn(problem, objective).length === 0);
  return {
    title,
    status,
    earned: newUnits === 0,
    newGlh: known || newUnits === 0 ? newGlh : null,
    newUnits: added.map(({ ref }) => ref),
  };
}

const UNKNOWN = { earned: null, newGlh: null, newUnits: null } as const;
