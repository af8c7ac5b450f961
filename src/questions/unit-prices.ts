import type { Diagram } from '../diagram/diagram.js';
import { goalOf } from '../diagram/query/goal.js';
import { prices, type Price } from '../diagram/query/prices.js';
import { shortest } from '../diagram/query/shortest.js';
import type { Objective } from '../domain/measure.js';
import type { Problem, Selection } from '../domain/problem.js';
import type { Statement } from '../domain/statement.js';
import type { Entry } from '../domain/unit.js';
import { fromUnits } from '../domain/unit-filter.js';
import { measureSelection } from '../domain/totals.js';
import { DIAGRAM_NAME, type DiagramStore } from '../methods/diagram-method.js';
import type { Means } from '../methods/means.js';
import type { Unanswered } from './pathway.js';

/**
 * What a unit is worth to an objective: its best value over the pathways that count the unit, and over those that do
 * not (null where there is none), and the share of all pathways that count it, from 0 to 1 (null where pathways were
 * not counted). A unit is forced when every pathway counts it, impossible when none does.
 */
export interface UnitPrice {
  readonly unit: Entry;
  /** Every group that lists the unit. */
  readonly groups: readonly string[];
  readonly with: number | null;
  readonly without: number | null;
  readonly share: number | null;
  readonly status: 'forced' | 'impossible' | 'free';
}

/** The prices of all units, the best value over all pathways, or why there is no answer. */
export type PricesAnswer =
  { readonly status: 'answered'; readonly optimum: number; readonly units: readonly UnitPrice[] } | Unanswered;

/** Prices every unit in two sweeps of the diagram, or, where that is too large, by two searches a unit. */
export async function findUnitPrices(
  problem: Problem,
  objective: Objective,
  means: Pick<Means, 'store' | 'method' | 'deadline'>,
): Promise<PricesAnswer> {
  const diagram = means.store.of(problem);
  const swept = diagram.kind === 'too-large' ? null : pricesByDiagram(problem, objective, diagram, means.store);
  return swept ?? pricesBySearch(problem, objective, means);
}

/** Null when a further diagram, needed for a unit of several entries, is too large. */
function pricesByDiagram(
  problem: Problem,
  objective: Objective,
  diagram: Diagram,
  store: DiagramStore,
): PricesAnswer | null {
  const goal = goalOf(problem, objective);
  const optimum = shortest(diagram, [goal])?.values[0];
  if (optimum === undefined) return { status: 'infeasible', by: DIAGRAM_NAME, confirmedBy: [] };
  const byEntry = prices(diagram, goal);
  const units: UnitPrice[] = [];
  for (const entries of unitsOf(problem)) {
    const own = entries.flatMap(({ index }) => byEntry[index] ?? []);
    const without = own.length === 1 ? own[0]?.without : bestWithout(problem, objective, entries, store);
    if (without === undefined) return null;
    const share = own.reduce((sum, price) => sum + price.share, 0);
    const counted = own.map((price) => price.with);
    units.push(priceOf(entries, { with: best(objective, counted), without, share }));
  }
  return { status: 'answered', optimum, units };
}

/**
 * A unit of several entries is left out by counting none of them, which is a rule, and a diagram, of its own; undefined
 * when that diagram is too large.
 */
function bestWithout(
  problem: Problem,
  objective: Objective,
  entries: readonly Entry[],
  store: DiagramStore,
): number | null | undefined {
  const without = withCondition(problem, leavingOut(entries));
  const diagram = store.of(without);
  if (diagram.kind === 'too-large') return undefined;
  return shortest(diagram, [goalOf(problem, objective)])?.values[0] ?? null;
}

async function pricesBySearch(
  problem: Problem,
  objective: Objective,
  { method, deadline }: Pick<Means, 'method' | 'deadline'>,
): Promise<PricesAnswer> {
  const value = (selection: Selection): number => measureSelection(problem, selection, objective.measure);
  const search = async (conditioned: Problem): Promise<number | null | undefined> => {
    if (deadline.passed()) return undefined;
    const claim = await method.best(conditioned, [objective], deadline);
    if (claim.status === 'infeasible') return null;
    return claim.status === 'optimal' ? value(claim.selection) : undefined;
  };
  const unknown = { status: 'unknown', limit: 'time', by: method.name } as const;
  const optimum = await search(problem);
  if (optimum === null) return { status: 'infeasible', by: method.name, confirmedBy: [] };
  if (optimum === undefined) return unknown;
  const units: UnitPrice[] = [];
  for (const entries of unitsOf(problem)) {
    const counted = await search(withCondition(problem, counting(entries)));
    const leftOut = await search(withCondition(problem, leavingOut(entries)));
    if (counted === undefined || leftOut === undefined) return unknown;
    units.push(priceOf(entries, { with: counted, without: leftOut, share: null }));
  }
  return { status: 'answered', optimum, units };
}

/** Entries by unit, in table order. */
function unitsOf(problem: Problem): readonly (readonly Entry[])[] {
  const units = new Map<string, Entry[]>();
  for (const entry of problem.entries) units.set(entry.identity, [...(units.get(entry.identity) ?? []), entry]);
  return [...units.values()];
}

function priceOf(
  entries: readonly Entry[],
  price: Omit<Price, 'share'> & { readonly share: number | null },
): UnitPrice {
  const [unit] = entries;
  if (unit === undefined) throw new Error('a unit without entries');
  const status = price.with === null ? 'impossible' : price.without === null ? 'forced' : 'free';
  return { unit, groups: entries.map(({ group }) => group), ...price, status };
}

function best({ sense }: Objective, values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  return sense === 'minimise' ? Math.min(...known) : Math.max(...known);
}

function withCondition(problem: Problem, statement: Statement): Problem {
  return { ...problem, conditions: [...problem.conditions, statement] };
}

function counting(entries: readonly Entry[]): Statement {
  const filter = fromUnits(...entries.map(({ ref }) => ref));
  const source = { option: 'with the unit' };
  return { kind: 'amount', quantity: 'units', filter, interval: { min: 1, max: null }, source };
}

function leavingOut(entries: readonly Entry[]): Statement {
  const filter = fromUnits(...entries.map(({ ref }) => ref));
  return { kind: 'not-counted', filter, source: { option: 'without the unit' } };
}
