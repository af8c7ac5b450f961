import { countBestUnitSets } from '../diagram/query/count-units.js';
import { goalOf } from '../diagram/query/goal.js';
import { HIDDEN, unitNumbers } from '../diagram/query/units.js';
import { itemAt } from '../domain/item-at.js';
import { DEFAULT_OBJECTIVES, type Measure, type Objective } from '../domain/measure.js';
import { knownObjectives } from '../domain/needed.js';
import { isAchieved, type Problem, type Selection } from '../domain/problem.js';
import { everyWay } from '../domain/using-held.js';
import type { Entry } from '../domain/unit.js';
import { evaluate } from '../evaluate/evaluate.js';
import { placeUnits } from '../evaluate/place.js';
import type { Standing } from '../evaluate/standing.js';
import type { Means } from '../methods/means.js';
import { findPathway, type PathwayAnswer } from './pathway.js';
import { explainUncounted, type Uncounted } from './uncounted.js';

/**
 * Where a learner stands. `complete` when a pathway exists inside what is held; null when a limit stopped the search
 * before that was known. `counted` are the held units that count in the cheapest completion, and `rule` is where each
 * condition stands with these alone. `completion` is the pathway with the least new hours, then the fewest new units,
 * then as much of the held credit as it can take. Every way of using what is held is looked at.
 */
export interface Audit {
  readonly complete: boolean | null;
  readonly rule: readonly Standing[];
  readonly counted: readonly Entry[];
  readonly uncounted: readonly Uncounted[];
  readonly completion: PathwayAnswer;
  /** What the completion has least of: new hours, or new units where hours are not known. */
  readonly cheapestIn: Measure;
  /** How many sets of new units share that least; null where it is not known. */
  readonly equallyCheap: bigint | null;
}

/** What an audit asks for: least new hours, fewest new units, and then all the held credit that counts. */
export const COMPLETION_OBJECTIVES: readonly Objective[] = [
  ...DEFAULT_OBJECTIVES,
  { sense: 'maximise', measure: { over: 'overlap', quantity: 'credits' } },
  { sense: 'maximise', measure: { over: 'overlap', quantity: 'units' } },
];

/** Audits what is held: `held` are the references as given, of which the problem knows which entries they achieve. */
export async function auditLearner(problem: Problem, held: readonly string[], means: Means): Promise<Audit> {
  const objectives = knownObjectives(problem, COMPLETION_OBJECTIVES);
  const completion = await findPathway(problem, objectives, means);
  const { way, pathway, counted } = 'pathway' in completion ? insideOf(completion) : withoutPathway(problem);
  return {
    complete: isComplete(completion, counted),
    rule: evaluate(way, counted).conditions,
    counted: counted.map((index) => entryAt(way, index)),
    uncounted: explainUncounted(way, held, counted, pathway),
    completion,
    cheapestIn: itemAt(objectives, 0).measure,
    equallyCheap: completion.status === 'optimal' ? countEquallyCheap(problem, way, objectives, means) : null,
  };
}

/** The way of using what is held that an audit is about, the pathway in it, and what counts of the units held. */
interface Standpoint {
  readonly way: Problem;
  readonly pathway: Selection;
  readonly counted: Selection;
}

function insideOf({ pathway }: Extract<PathwayAnswer, { status: 'optimal' | 'feasible' }>): Standpoint {
  const { problem, selection } = pathway;
  return { way: problem, pathway: selection, counted: selection.filter((index) => problem.achieved[index] === true) };
}

/** Without a pathway, the way under which most conditions hold with all that is held, placed as well as can be. */
function withoutPathway(problem: Problem): Standpoint {
  const placed = everyWay(problem).map((way) => {
    const refs = way.entries.filter((entry) => isAchieved(way, entry)).map(({ ref }) => ref);
    const { selection, evaluation } = placeUnits(way, refs);
    return { way, selection, holding: evaluation.conditions.filter(({ holds }) => holds).length };
  });
  const [best] = placed.sort((a, b) => b.holding - a.holding);
  if (best === undefined) throw new RangeError('there is always a way of using what is held');
  return { way: best.way, pathway: best.selection, counted: best.selection };
}

function isComplete(completion: PathwayAnswer, counted: Selection): boolean | null {
  switch (completion.status) {
    case 'optimal':
      return counted.length === completion.pathway.selection.length;
    case 'feasible':
      if (counted.length === completion.pathway.selection.length) return true;
      // New hours that every completion has are proof that none lies inside what is held.
      return completion.bound !== null && completion.bound > 0 ? false : null;
    case 'infeasible':
      return false;
    case 'unknown':
    case 'disputed':
      return null;
  }
}

/**
 * Distinct sets of new units with the least of the first objective; pathways that differ in held units only are one completion. Where
 * what is held can be used in several ways, the units that are new differ from one to the other, and nothing is said.
 */
function countEquallyCheap(
  problem: Problem,
  way: Problem,
  objectives: readonly Objective[],
  { store }: Means,
): bigint | null {
  if (problem.otherWays !== undefined) return null;
  const diagram = store.of(way);
  if (diagram.kind === 'too-large') return null;
  const goals = objectives.slice(0, 1).map((objective) => goalOf(way, objective));
  const units = unitNumbers(way).map((unit, index) => (way.achieved[index] === true ? HIDDEN : unit));
  return countBestUnitSets(diagram, goals, units);
}

function entryAt({ entries }: Problem, index: number): Entry {
  const entry = entries[index];
  if (entry === undefined) throw new RangeError(`there is no entry ${index}`);
  return entry;
}

/** The units that a learner still has to do in a completion. */
export function newUnitsOf(problem: Problem, entries: readonly Entry[]): readonly Entry[] {
  return entries.filter((entry) => !isAchieved(problem, entry));
}
