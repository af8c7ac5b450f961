import { itemAt } from '../diagram/at.js';
import type { Diagram } from '../diagram/diagram.js';
import { distribution, type Distribution } from '../diagram/query/distribution.js';
import { frontier, type FrontierPoint } from '../diagram/query/frontier.js';
import { goalOf, type Goal } from '../diagram/query/goal.js';
import { prices } from '../diagram/query/prices.js';
import { unitDiagram } from '../diagram/query/unit-diagram.js';
import { isOfUnits, unitNumbers } from '../diagram/query/units.js';
import { dependsOnHoldings } from '../domain/fold.js';
import { unknownIn } from '../domain/needed.js';
import type { Problem } from '../domain/problem.js';
import type { Quantity } from '../domain/quantity.js';
import type { Entry } from '../domain/unit.js';
import { everyWay } from '../domain/using-held.js';
import { NO_DEADLINE, type Deadline } from '../methods/deadline.js';
import type { DiagramStore } from '../methods/diagram-method.js';
import { unitsOf } from './units-of.js';

export type { Distribution };

/** How many of all pathways count a unit, from 0 to 1. */
export interface UnitShare {
  readonly unit: Entry;
  readonly share: number;
}

/** A figure that cannot be told, and why. */
export type Untold = 'unknown-figures' | 'differs-by-group' | 'too-large' | 'out-of-time';

/**
 * How all pathways of a problem spread over hours, credits and units; every list counts each pathway once, so that it
 * adds up to their number. Where a list cannot be told, it says why.
 */
export interface Distributions {
  readonly status: 'answered';
  readonly glh: Distribution | Untold;
  readonly credits: Distribution | Untold;
  readonly units: Distribution | Untold;
  /** For each number of credits the least and the most hours. */
  readonly frontier: readonly FrontierPoint[] | Untold;
  /** In table order. */
  readonly shares: readonly UnitShare[];
}

/** The distributions, or what keeps pathways from being counted at all. */
export type DistributionsAnswer =
  Distributions | { readonly status: 'too-large' } | { readonly status: 'several-ways' };

/**
 * Counts every pathway by its hours, its credits and its units, by sweeps of one diagram. Pathways are told apart by
 * their units, or by placements where `range` counts those as well. Lists that the deadline leaves no time for are not told.
 */
export function findDistributions(
  problem: Problem,
  store: DiagramStore,
  deadline: Deadline = NO_DEADLINE,
): DistributionsAnswer {
  const [way, ...others] = everyWay(problem);
  if (way === undefined) throw new RangeError('there is always a way of using what is held');
  if (others.length > 0 && problem.conditions.some(dependsOnHoldings)) return { status: 'several-ways' };
  const entries = store.of(way);
  if (entries.kind === 'too-large') return { status: 'too-large' };
  const sets = unitDiagram(entries, unitNumbers(way));
  const counted: Counted = { problem: way, diagram: sets ?? entries, bySets: sets !== null, deadline };
  const [glh, credits] = [goalFor(counted, 'glh'), goalFor(counted, 'credits')];
  return {
    status: 'answered',
    glh: distributionOf(counted, glh),
    credits: distributionOf(counted, credits),
    units: distributionOf(counted, goalFor(counted, 'units')),
    frontier: frontierOf(counted, credits, glh),
    shares: sharesOf(counted),
  };
}

interface Counted {
  readonly problem: Problem;
  readonly diagram: Diagram;
  /** Whether the paths of the diagram are sets of units; placements otherwise. */
  readonly bySets: boolean;
  readonly deadline: Deadline;
}

/** What entries add to a quantity, as long as a pathway of the diagram has one value of it. */
function goalFor({ problem, bySets }: Counted, quantity: Quantity): Goal | Untold {
  const objective = { sense: 'minimise' as const, measure: { over: 'all' as const, quantity } };
  if (unknownIn(problem, objective).length > 0) return 'unknown-figures';
  const goal = goalOf(problem, objective);
  return bySets && !isOfUnits(goal, unitNumbers(problem)) ? 'differs-by-group' : goal;
}

function distributionOf({ diagram, deadline }: Counted, goal: Goal | Untold): Distribution | Untold {
  if (typeof goal === 'string') return goal;
  if (deadline.passed()) return 'out-of-time';
  return distribution(diagram, goal, { isOver: deadline.passed }) ?? givenUp(deadline);
}

/** Why a list was given up half way. */
function givenUp(deadline: Deadline): Untold {
  return deadline.passed() ? 'out-of-time' : 'too-large';
}

function frontierOf(
  { diagram, deadline }: Counted,
  credits: Goal | Untold,
  glh: Goal | Untold,
): readonly FrontierPoint[] | Untold {
  if (typeof credits === 'string') return credits;
  if (typeof glh === 'string') return glh;
  if (deadline.passed()) return 'out-of-time';
  return frontier(diagram, credits, glh, { isOver: deadline.passed }) ?? givenUp(deadline);
}

/** In a diagram of sets a unit is counted as its first entry; placements of a unit exclude one another and add up. */
function sharesOf({ problem, diagram, bySets }: Counted): readonly UnitShare[] {
  const byEntry = prices(diagram, []);
  return unitsOf(problem).map((entries) => {
    const [unit] = entries;
    const told: readonly Entry[] = bySets ? [unit] : entries;
    return { unit, share: told.reduce((sum, { index }) => sum + itemAt(byEntry, index).share, 0) };
  });
}
