import { goalOf, type Goal } from '../../diagram/query/goal.js';
import { bestWithoutAny } from '../../diagram/query/prices.js';
import type { Objective } from '../../domain/measure.js';
import type { Entry } from '../../domain/unit.js';
import type { Pathway } from '../../evaluate/certify.js';
import type { Deadline } from '../../methods/deadline.js';
import type { WayWithDiagram } from '../alternatives-by-diagram.js';
import { unitsOf, type UnitEntries } from '../units-of.js';

/** What is left when some units are withdrawn: the least hours without them; null where no pathway is left. */
export interface Withdrawal {
  readonly units: readonly Entry[];
  readonly least: number | null;
}

/** The withdrawals, or those that were looked at in time. */
export interface Withdrawals {
  readonly single: readonly Withdrawal[];
  /** Pairs that do more harm together than either alone, the most harm first; units that no pathway does without are left out. */
  readonly pairs: readonly Withdrawal[];
  readonly complete: boolean;
}

/**
 * Withdraws every unit, and pairs of units, by one sweep each. Only pairs with a unit of the best pathway can do harm: it
 * stays where neither is in it.
 */
export function findWithdrawals(
  ways: readonly WayWithDiagram[],
  objective: Objective,
  best: Pathway,
  deadline: Deadline,
): Withdrawals {
  const goals = ways.map(({ problem, diagram }) => ({ diagram, goal: goalOf(problem, objective) }));
  const [first] = ways;
  if (first === undefined) throw new RangeError('there is always a way of using what is held');
  const units = unitsOf(first.problem);
  const leastWithout = (withdrawn: readonly UnitEntries[]): number | null => leastOf(goals, withdrawn);
  const single: { readonly unit: UnitEntries; readonly least: number | null }[] = [];
  for (const unit of units) {
    if (deadline.passed()) break;
    single.push({ unit, least: leastWithout([unit]) });
  }
  let complete = single.length === units.length;
  const free = single.flatMap(({ unit, least }) => (least === null ? [] : [{ unit, least }]));
  const counted = new Set(best.entries.map(({ identity }) => identity));
  const pairs: Withdrawal[] = [];
  const isUsed = (unit: UnitEntries): boolean => counted.has(unit[0].identity);
  const couples = free.flatMap((a, at) => free.slice(at + 1).map((b) => ({ a, b })));
  for (const { a, b } of couples.filter((it) => isUsed(it.a.unit) || isUsed(it.b.unit))) {
    if (deadline.passed()) {
      complete = false;
      break;
    }
    const least = leastWithout([a.unit, b.unit]);
    if (least === null || least > Math.max(a.least, b.least)) {
      pairs.push({ units: [a.unit[0], b.unit[0]], least });
    }
  }
  const told = single.map(({ unit, least }) => ({ units: [unit[0]], least }));
  return { single: told, pairs: pairs.sort(mostHarmFirst), complete };
}

type Way = { readonly diagram: WayWithDiagram['diagram']; readonly goal: Goal };

/** The best over all ways of using what is held. */
function leastOf(ways: readonly Way[], withdrawn: readonly UnitEntries[]): number | null {
  const entries = new Set(withdrawn.flatMap((unit) => unit.map(({ index }) => index)));
  const values = ways.flatMap(({ diagram, goal }) => bestWithoutAny(diagram, [goal], entries) ?? []);
  return values.length === 0 ? null : Math.min(...values);
}

/** That no pathway is left is the most harm. */
function mostHarmFirst(a: Withdrawal, b: Withdrawal): number {
  if (a.least === null || b.least === null) return (a.least === null ? 0 : 1) - (b.least === null ? 0 : 1);
  return b.least - a.least;
}
