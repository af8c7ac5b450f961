import type { Objective } from '../domain/measure.js';
import type { Problem } from '../domain/problem.js';
import type { Statement } from '../domain/statement.js';
import { fromUnits } from '../domain/unit-filter.js';
import type { Pathway } from '../evaluate/certify.js';
import type { Deadline } from '../methods/deadline.js';
import type { Method, StoppedBy } from '../methods/method.js';
import { bestOfValues, priceOf } from './price-of.js';
import { examine } from './prove.js';
import type { AnsweredPrices, UnitPrice, Values } from './unit-prices.js';
import { unitsOf, type UnitEntries } from './units-of.js';

/** Who searches, for which ways of using what is held, given a best pathway of all. */
export interface PriceSearch {
  readonly ways: readonly Problem[];
  readonly objectives: readonly Objective[];
  readonly best: Pathway;
  readonly deadline: Deadline;
  readonly search: Method;
}

/** What kept a search from being settled. */
interface Open {
  readonly open: StoppedBy;
}

/**
 * Prices every unit by one search: a unit that the best pathway counts is looked for without, any other with. A price
 * that a limit leaves open is said to be unknown; what is known of the others stands.
 */
export async function pricesBySearch(search: PriceSearch, optimum: readonly number[]): Promise<AnsweredPrices> {
  const counted = new Set(search.best.entries.map(({ identity }) => identity));
  const units: UnitPrice[] = [];
  let limit: StoppedBy | null = null;
  for (const entries of unitsOf(search.best.problem)) {
    const isCounted = counted.has(entries[0].identity);
    const other = await bestUnder(search, isCounted ? leavingOut(entries) : counting(entries));
    if (isOpen(other)) {
      limit ??= other.open;
      units.push({ ...priceOf(entries, { with: null, without: null, share: null }), status: 'unknown' });
    } else {
      const [mine, left] = isCounted ? [optimum, other] : [other, optimum];
      units.push(priceOf(entries, { with: mine, without: left, share: null }));
    }
  }
  const by = search.search.name;
  return { status: 'answered', optimum, units, distinct: 'units', limit, by, confirmedBy: [] };
}

function isOpen(values: Values | Open): values is Open {
  return values !== null && 'open' in values;
}

/** The best values of the pathways that meet a further condition. */
async function bestUnder(
  { ways, objectives, deadline, search }: PriceSearch,
  condition: Statement,
): Promise<Values | Open> {
  const all: Values[] = [];
  for (const way of ways) {
    if (deadline.passed()) return { open: 'time' };
    const conditioned = { ...way, conditions: [...way.conditions, condition] };
    const answer = examine(conditioned, objectives, await search.best(conditioned, objectives, deadline));
    if (answer.status === 'infeasible') all.push(null);
    else if (answer.status === 'optimal') all.push(answer.objectives.map(({ value }) => value));
    else return { open: ('limit' in answer ? answer.limit : null) ?? 'time' };
  }
  return bestOfValues(objectives, all);
}

function counting(entries: UnitEntries): Statement {
  const filter = fromUnits(...entries.map(({ ref }) => ref));
  const source = { option: 'with the unit' };
  return { kind: 'amount', quantity: 'units', filter, interval: { min: 1, max: null }, source };
}

function leavingOut(entries: UnitEntries): Statement {
  const filter = fromUnits(...entries.map(({ ref }) => ref));
  return { kind: 'not-counted', filter, source: { option: 'without the unit' } };
}
