import { Completions } from '../build/completions.js';
import type { Diagram } from '../diagram.js';
import { count, isBestArc } from './count.js';
import { countWithin } from './count-within.js';
import { costsOf, type Goal } from './goal.js';
import { unitDiagram } from './unit-diagram.js';
import { isOfUnits, type UnitNumbers } from './units.js';

/** How many sets of units pathways count, however the units are placed; null when telling takes more than the limit. */
export function countUnitSets(diagram: Diagram, units: UnitNumbers, placeLimit?: number): bigint | null {
  return countOf(unitDiagram(diagram, units, placeLimit === undefined ? {} : { placeLimit }));
}

/**
 * How many sets of units the best pathways count under the goals, each kept at its best while the next is improved; null
 * when telling takes more than the limit. A set is among them when some placement of it is.
 */
export function countBestUnitSets(
  diagram: Diagram,
  goals: readonly Goal[],
  units: UnitNumbers,
  placeLimit?: number,
): bigint | null {
  const completions = new Completions(diagram);
  completions.sweep(costsOf(diagram, goals));
  const follows = (node: number, level: number, decision: 0 | 1): boolean =>
    isBestArc(completions, node, level, decision);
  return countOf(unitDiagram(diagram, units, placeLimit === undefined ? { follows } : { follows, placeLimit }));
}

/**
 * How many sets of units come within `slack` of the best value of the goal; null when telling takes more than the limits,
 * or when a unit adds more in one place than in another.
 */
export function countUnitSetsWithin(diagram: Diagram, goal: Goal, slack: number, units: UnitNumbers): bigint | null {
  if (!isOfUnits(goal, units)) return null;
  const sets = unitDiagram(diagram, units);
  return sets === null ? null : countWithin(sets, goal, slack);
}

function countOf(sets: Diagram | null): bigint | null {
  return sets === null ? null : count(sets);
}
