import { atLeast, atMost, exactly, mapInterval, overWhole, type Interval } from '../domain/interval.js';
import { passes, type Problem } from '../domain/problem.js';
import type { Amount, Needs, Share, Statement } from '../domain/statement.js';
import type { Entry } from '../domain/unit.js';
import { fromUnits, type UnitFilter } from '../domain/unit-filter.js';
import { asWritten, boundsOf, weightOf } from '../domain/weight.js';

/**
 * A statement as a quantity in an interval: `within` words the same condition with other bounds, and no selection of
 * the problem takes the quantity above `most`. All of them are whole numbers; `told` writes one as the statement would.
 */
export interface ThresholdView {
  readonly interval: Interval;
  readonly most: number;
  readonly within: (interval: Interval) => Statement;
  readonly told: (whole: number) => number;
}

const asItIs = (whole: number): number => whole;

/** The view of a statement that bounds a quantity; null for conditions that bound none. */
export function thresholdView(problem: Problem, statement: Statement): ThresholdView | null {
  switch (statement.kind) {
    case 'amount':
      return amountView(problem, statement);
    case 'share':
      return shareView(statement);
    case 'groups-used':
      return {
        interval: overWhole(statement.interval),
        most: statement.groups.length,
        within: (interval) => ({ ...statement, interval }),
        told: asItIs,
      };
    case 'all-units':
      return unitsView(problem, statement, statement.filter, atLeast(unitsIn(problem, statement.filter)));
    case 'not-counted':
      return unitsView(problem, statement, statement.filter, exactly(0));
    case 'barred':
      return unitsView(problem, statement, fromUnits(...statement.units), atMost(1));
    case 'needs':
      return needsView(problem, statement);
    case 'linked':
    case 'of-each':
    case 'combination':
      return null;
  }
}

function shareView(statement: Share<number>): ThresholdView {
  const within = (percent: Interval): Statement => ({ ...statement, percent });
  return { interval: overWhole(statement.percent), most: 100, within, told: asItIs };
}

function amountView(problem: Problem, statement: Amount<number>): ThresholdView {
  const { quantity, filter, interval } = statement;
  const told = (whole: number): number => asWritten(problem, quantity, whole);
  return {
    interval: boundsOf(problem, quantity, interval),
    most: totalOf(problem, filter, (entry) => weightOf(problem, entry, quantity)),
    within: (bounds) => ({ ...statement, interval: mapInterval(bounds, told) }),
    told,
  };
}

/** What is called for, as long as that is a quantity with a threshold of its own. */
function needsView(problem: Problem, statement: Needs<number>): ThresholdView | null {
  const { requirement } = statement;
  if (requirement.kind !== 'amount' && requirement.kind !== 'share' && requirement.kind !== 'groups-used') return null;
  const view = thresholdView(problem, requirement);
  if (view === null) return null;
  return {
    ...view,
    within: (interval) => ({ ...statement, requirement: view.within(interval) as typeof requirement }),
  };
}

function unitsView(problem: Problem, statement: Statement, filter: UnitFilter, interval: Interval): ThresholdView {
  const { source } = statement;
  return {
    interval,
    most: unitsIn(problem, filter),
    within: (bounds) => ({ kind: 'amount', quantity: 'units', filter, interval: bounds, source }),
    told: asItIs,
  };
}

function unitsIn(problem: Problem, filter: UnitFilter): number {
  return totalOf(problem, filter, () => 1);
}

/** What all units together come to; one that is listed twice counts once, where it counts most. */
function totalOf(problem: Problem, filter: UnitFilter, valueOf: (entry: Entry) => number): number {
  const byUnit = new Map<string, number>();
  for (const entry of problem.entries) {
    if (!passes(problem, filter, entry)) continue;
    byUnit.set(entry.identity, Math.max(byUnit.get(entry.identity) ?? 0, valueOf(entry)));
  }
  return [...byUnit.values()].reduce((sum, value) => sum + value, 0);
}
