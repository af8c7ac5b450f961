import type { Diagram } from '../diagram/diagram.js';
import { count, countBest } from '../diagram/query/count.js';
import { countBestUnitSets, countUnitSets, countUnitSetsWithin } from '../diagram/query/count-units.js';
import { countWithin } from '../diagram/query/count-within.js';
import { goalOf, type Goal } from '../diagram/query/goal.js';
import { bestPathways } from '../diagram/query/k-best.js';
import { unitKeys, unitNumbers } from '../diagram/query/units.js';
import type { Objective } from '../domain/measure.js';
import { type Problem, type Selection } from '../domain/problem.js';
import { everyWay } from '../domain/using-held.js';
import type { Deadline } from '../methods/deadline.js';
import { DIAGRAM_NAME, type DiagramStore } from '../methods/diagram-method.js';
import type { StoppedBy } from '../methods/method.js';
import type { Alternative, AlternativesAnswer, AnsweredAlternatives, Wanted } from './alternatives.js';
import { certifyAll } from './certify-all.js';
import { compareInTable, compareValues, valuesAt } from './objective-values.js';
import type { ObjectiveValue } from './pathway.js';

/** A way of using what is held, with the diagram of its pathways. */
export interface WayWithDiagram {
  readonly problem: Problem;
  readonly diagram: Diagram;
}

/** The diagrams of all ways of using what is held; null when one of them is too large. */
export function diagramsOf(problem: Problem, store: DiagramStore): readonly WayWithDiagram[] | null {
  const ways: WayWithDiagram[] = [];
  for (const way of everyWay(problem)) {
    const diagram = store.of(way);
    if (diagram.kind === 'too-large') return null;
    ways.push({ problem: way, diagram });
  }
  return ways;
}

/** The most placements that are looked at for the sake of each pathway that is wanted, and in all. */
const PLACEMENTS_A_PATHWAY = 10_000;
const MOST_PLACEMENTS = 1_000_000;
/** How often the clock is looked at. */
const PLACEMENTS_A_LOOK = 256;

/** The alternatives from the diagrams of all ways of using what is held. */
export function alternativesByDiagrams(
  ways: readonly WayWithDiagram[],
  objectives: readonly Objective[],
  wanted: Wanted,
  deadline: Deadline,
): AlternativesAnswer {
  const { found, exhausted, limit } = collect(ways, objectives, wanted, deadline);
  const alternatives = certifyAll(found, objectives);
  if (!Array.isArray(alternatives)) return { status: 'disputed', claims: [`${DIAGRAM_NAME}: ${alternatives.refused}`] };
  if (found.length === 0 && exhausted) return { status: 'infeasible', by: DIAGRAM_NAME, confirmedBy: [] };
  const counts = countAll(ways, objectives, wanted.within);
  return answerOf(alternatives, counts, exhausted, limit);
}

type Counts = Pick<AnsweredAlternatives, 'total' | 'optimal' | 'distinct'>;

function answerOf(
  alternatives: readonly Alternative[],
  { total, optimal, distinct }: Counts,
  exhausted: boolean,
  limit: StoppedBy | null,
): AnsweredAlternatives {
  const shown = BigInt(alternatives.length);
  const complete = exhausted || (distinct === 'units' && total === shown);
  const counts = complete ? { total: shown, distinct: 'units' as const } : { total, distinct };
  return {
    status: 'answered',
    alternatives,
    complete,
    ...counts,
    optimal: distinct === counts.distinct ? optimal : null,
    limit: complete ? null : limit,
    by: DIAGRAM_NAME,
    confirmedBy: [],
  };
}

interface Placed {
  readonly problem: Problem;
  readonly selection: Selection;
  readonly values: readonly ObjectiveValue[];
}

/** The best placements in order that differ in their units; `exhausted` when there are no more within the allowance. */
function collect(
  ways: readonly WayWithDiagram[],
  objectives: readonly Objective[],
  { count: enough, within }: Wanted,
  deadline: Deadline,
): { readonly found: readonly Placed[]; readonly exhausted: boolean; readonly limit: StoppedBy | null } {
  const found: Placed[] = [];
  const seen = new Set<string>();
  const keyOf = unitKeys(firstWay(ways).problem);
  const most = Math.min(MOST_PLACEMENTS, PLACEMENTS_A_PATHWAY * enough);
  let lookedAt = 0;
  for (const placed of merge(ways, objectives)) {
    if (!isWithin(placed, found[0], within)) break;
    lookedAt += 1;
    const key = keyOf(placed.selection);
    if (!seen.has(key)) {
      if (found.length >= enough) return { found, exhausted: false, limit: null };
      seen.add(key);
      found.push(placed);
    } else if (lookedAt > most) return { found, exhausted: false, limit: 'size' };
    if (lookedAt % PLACEMENTS_A_LOOK === 0 && deadline.passed()) return { found, exhausted: false, limit: 'time' };
  }
  return { found, exhausted: true, limit: null };
}

function isWithin({ values: [value] }: Placed, best: Placed | undefined, within: number | null): boolean {
  const least = best?.values[0];
  if (within === null || value === undefined || least === undefined) return true;
  return Math.abs(value.value - least.value) <= within;
}

/** The pathways of all ways, the best first, ties in table order. */
function* merge(ways: readonly WayWithDiagram[], objectives: readonly Objective[]): Generator<Placed> {
  const streams = ways.map(({ problem, diagram }) => ({
    problem,
    pathways: bestPathways(diagram, goalsOf(problem, objectives)),
  }));
  const next = ({ problem, pathways }: (typeof streams)[number]): Placed | null => {
    const { value } = pathways.next();
    return value
      ? { problem, selection: value.selection, values: valuesAt(problem, value.selection, objectives) }
      : null;
  };
  const heads = streams.map((stream) => ({ stream, head: next(stream) }));
  for (;;) {
    let best: { readonly at: (typeof heads)[number]; readonly placed: Placed } | null = null;
    for (const at of heads) {
      if (at.head !== null && (best === null || comesBefore(at.head, best.placed))) best = { at, placed: at.head };
    }
    if (best === null) return;
    yield best.placed;
    best.at.head = next(best.at.stream);
  }
}

function comesBefore(a: Placed, b: Placed): boolean {
  return (compareValues(a.values, b.values) || compareInTable(a.selection, b.selection)) < 0;
}

/** Counts are known where what is held can be used in one way only. */
function countAll(ways: readonly WayWithDiagram[], objectives: readonly Objective[], within: number | null): Counts {
  if (ways.length > 1) return { total: null, optimal: null, distinct: 'units' };
  const { problem, diagram } = firstWay(ways);
  const goals = goalsOf(problem, objectives);
  const units = unitNumbers(problem);
  const [goal] = within === null ? [] : goals;
  const total =
    goal === undefined || within === null
      ? countUnitSets(diagram, units)
      : countUnitSetsWithin(diagram, goal, within, units);
  const optimal = countBestUnitSets(diagram, goals, units);
  if (total !== null && optimal !== null) return { total, optimal, distinct: 'units' };
  const placements = goal === undefined || within === null ? count(diagram) : countWithin(diagram, goal, within);
  return { total: placements, optimal: countBest(diagram, goals), distinct: 'placements' };
}

function goalsOf(problem: Problem, objectives: readonly Objective[]): readonly Goal[] {
  return objectives.map((objective) => goalOf(problem, objective));
}

function firstWay([first]: readonly WayWithDiagram[]): WayWithDiagram {
  if (first === undefined) throw new RangeError('there is always a way of using what is held');
  return first;
}
