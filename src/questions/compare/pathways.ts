import { buildBoth, buildOnlyFirst } from '../../diagram/build/common.js';
import { contains } from '../../diagram/diagram.js';
import { count } from '../../diagram/query/count.js';
import { countUnitSets } from '../../diagram/query/count-units.js';
import type { Goal } from '../../diagram/query/goal.js';
import { bestPathways } from '../../diagram/query/k-best.js';
import { shortest } from '../../diagram/query/shortest.js';
import { unitNumbers } from '../../diagram/query/units.js';
import type { Diagram } from '../../diagram/diagram.js';
import type { Problem, Selection } from '../../domain/problem.js';
import { certify, type Pathway } from '../../evaluate/certify.js';
import type { Deadline } from '../../methods/deadline.js';
import type { DiagramStore } from '../../methods/diagram-method.js';
import { placements, type Side } from './side.js';

/** How many pathways are looked at for an example where no diagram has just those that are meant. */
const MOST_LOOKED_AT = 10_000;

/** How the pathways of two versions differ; sets of units are told apart, whatever the groups they are placed in. */
export interface PathwayChange {
  readonly lost: bigint;
  readonly gained: bigint;
  readonly kept: bigint;
  /** A lost pathway with the least hours of those; null where none is lost, or none was found. */
  readonly lostExample: Pathway | null;
  readonly gainedExample: Pathway | null;
}

/**
 * Counts the pathways of the old version that are none of the new, those of the new that are none of the old, and those
 * of both; null where a diagram is too large for that. Throws when the counts contradict one another, which is a bug.
 */
export function comparePathways(
  before: Side,
  after: Side,
  store: DiagramStore,
  deadline: Deadline,
): PathwayChange | null {
  const [old, young] = [countOf(before.problem, store), countOf(after.problem, store)];
  const options = { milliseconds: deadline.remaining() / 2 };
  const both = buildBoth(before, after, options);
  const kept = both.diagram.kind === 'too-large' ? null : countUnitSets(both.diagram, both.units);
  if (old === null || young === null || kept === null) return null;
  return {
    lost: old - kept,
    gained: young - kept,
    kept,
    lostExample: old === kept ? null : exampleOf(before, after, old - kept, store, options),
    gainedExample: young === kept ? null : exampleOf(after, before, young - kept, store, options),
  };
}

function countOf(problem: Problem, store: DiagramStore): bigint | null {
  const diagram = store.of(problem);
  return diagram.kind === 'too-large' ? null : countUnitSets(diagram, unitNumbers(problem));
}

/** A pathway of the one that is none of the other, with the least hours as far as they are known. */
function exampleOf(
  one: Side,
  other: Side,
  expected: bigint,
  store: DiagramStore,
  options: { readonly milliseconds: number },
): Pathway | null {
  const goal = hoursOf(one.problem);
  const only = buildOnlyFirst(one, other, options);
  if (only !== null && only.diagram.kind === 'diagram') {
    if (count(only.diagram) !== expected) throw new Error('two counts of changed pathways contradict each other');
    const amounts = Array.from({ length: only.diagram.entryCount }, (_, at) => goal.amounts[at] ?? 0);
    const best = shortest(only.diagram, [{ ...goal, amounts }]);
    return best === null ? null : pathwayOf(one.problem, best.selection);
  }
  const [diagram, others] = [store.of(one.problem), store.of(other.problem)];
  return diagram.kind === 'diagram' && others.kind === 'diagram'
    ? searchExample(one, other, diagram, others, goal)
    : null;
}

/** Looks at the best pathways one after the other. */
function searchExample(one: Side, other: Side, diagram: Diagram, others: Diagram, goal: Goal): Pathway | null {
  let looked = 0;
  for (const { selection } of bestPathways(diagram, [goal])) {
    if (!placements(one, other, selection).some((it) => contains(others, it))) return pathwayOf(one.problem, selection);
    if (++looked >= MOST_LOOKED_AT) return null;
  }
  return null;
}

/** Hours that nobody knows count as none: an example need not be the cheapest. */
function hoursOf({ entries }: Problem): Goal {
  return { sense: 'minimise', amounts: entries.map(({ glh }) => (glh === null ? 0 : glh)) };
}

function pathwayOf(problem: Problem, selection: Selection): Pathway {
  const own = selection.filter((index) => index < problem.entries.length);
  const certificate = certify(problem, own);
  if (!certificate.ok) throw new Error('an example is no pathway of its own rule');
  return certificate.pathway;
}
