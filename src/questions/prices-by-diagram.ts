import { goalOf, type Goal } from '../diagram/query/goal.js';
import { bestWithoutAny, prices, type Price } from '../diagram/query/prices.js';
import { itemAt } from '../diagram/at.js';
import { unitDiagram } from '../diagram/query/unit-diagram.js';
import { unitNumbers } from '../diagram/query/units.js';
import { dependsOnHoldings } from '../domain/fold.js';
import type { Objective } from '../domain/measure.js';
import { DIAGRAM_NAME } from '../methods/diagram-method.js';
import type { WayWithDiagram } from './alternatives-by-diagram.js';
import { bestOfValues, priceOf } from './price-of.js';
import type { AnsweredPrices, Values } from './unit-prices.js';
import { unitsOf, type UnitEntries } from './units-of.js';

/** Prices every unit in a few sweeps of the diagram of each way of using what is held. */
export function pricesByDiagrams(
  ways: readonly WayWithDiagram[],
  objectives: readonly Objective[],
  optimum: readonly number[],
): AnsweredPrices {
  const [first] = ways;
  if (first === undefined) throw new RangeError('there is always a way of using what is held');
  const swept = ways.map((way) => sweep(way, objectives));
  const { shareOf, distinct } = sharesOf(first, ways.length);
  const best = (values: (from: Sweep) => Values): Values => bestOfValues(objectives, swept.map(values));
  const units = unitsOf(first.problem).map((entries) =>
    priceOf(entries, {
      with: best((it) => withAny(objectives, it, entries)),
      without: best((it) => withoutAny(it, entries)),
      share: shareOf(entries),
    }),
  );
  return { status: 'answered', optimum, units, distinct, limit: null, by: DIAGRAM_NAME, confirmedBy: [] };
}

interface Sweep {
  readonly way: WayWithDiagram;
  readonly goals: readonly Goal[];
  readonly byEntry: readonly Price[];
}

function sweep(way: WayWithDiagram, objectives: readonly Objective[]): Sweep {
  const goals = objectives.map((objective) => goalOf(way.problem, objective));
  return { way, goals, byEntry: prices(way.diagram, goals) };
}

function withAny(objectives: readonly Objective[], { byEntry }: Sweep, entries: UnitEntries): Values {
  return bestOfValues(
    objectives,
    entries.map(({ index }) => itemAt(byEntry, index).with),
  );
}

/** A unit of several entries is left out by counting none of them. */
function withoutAny({ way, goals, byEntry }: Sweep, entries: UnitEntries): Values {
  if (entries.length === 1) return itemAt(byEntry, entries[0].index).without;
  return bestWithoutAny(way.diagram, goals, new Set(entries.map(({ index }) => index)));
}

interface Shares {
  readonly shareOf: (entries: UnitEntries) => number | null;
  readonly distinct: AnsweredPrices['distinct'];
}

/** Where what is held can be used in several ways that the rule tells apart, shares have no meaning. */
function sharesOf({ problem, diagram }: WayWithDiagram, ways: number): Shares {
  if (ways > 1 && problem.conditions.some(dependsOnHoldings)) return { shareOf: () => null, distinct: 'units' };
  const sets = unitDiagram(diagram, unitNumbers(problem));
  const byEntry = prices(sets ?? diagram, []);
  if (sets !== null) return { shareOf: ([{ index }]) => itemAt(byEntry, index).share, distinct: 'units' };
  const added = (entries: UnitEntries): number =>
    entries.reduce((sum, { index }) => sum + itemAt(byEntry, index).share, 0);
  return { shareOf: added, distinct: 'placements' };
}
