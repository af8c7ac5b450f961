import { contains, type Interval } from '../domain/interval.js';
import { entryAt, piecesOf, repeatedEntries, select, type Problem, type Selection } from '../domain/problem.js';
import type { Quantity } from '../domain/quantity.js';
import type { OfEach, Statement } from '../domain/statement.js';
import { fromGroups, type UnitFilter } from '../domain/unit-filter.js';
import { valueOfKey } from '../domain/unit-key.js';
import { boundsOf, weightOf } from '../domain/weight.js';

/** Whether the entries marked with 1 meet a rule. */
export type PreparedEvaluator = (counted: Uint8Array) => boolean;

/**
 * The verdict of {@link evaluate} for many selections of one problem: filters are matched and quantities looked up
 * once, so that a selection costs a few additions a statement instead of a walk through the rule. It says whether a
 * selection is a pathway and nothing about where its statements stand.
 */
export function prepareEvaluator(problem: Problem): PreparedEvaluator {
  const once = repeatedEntries(problem).map((indices): PreparedEvaluator => {
    return (counted) => numberOf(indices, counted) <= 1;
  });
  return everyOf([...problem.conditions.map((statement) => prepare(problem, statement)), ...once]);
}

/** What the entries marked with 1 add up to. */
type Amount = (counted: Uint8Array) => number;

function prepare(problem: Problem, statement: Statement): PreparedEvaluator {
  switch (statement.kind) {
    case 'all-units':
      return prepareAllUnits(problem, statement.filter);
    case 'amount':
      return prepareAmount(problem, statement);
    case 'share':
      return prepareShare(problem, statement);
    case 'of-each':
      return prepareOfEach(problem, statement);
    case 'barred':
      return prepareUnits(problem, statement.units, (units) => units <= 1);
    case 'linked':
      return prepareUnits(problem, statement.units, (units, all) => units === 0 || units === all);
    case 'needs':
      return prepareNeeds(problem, statement);
    case 'groups-used':
      return prepareGroupsUsed(problem, statement.groups, statement.interval);
    case 'not-counted':
      return not(prepareAny(problem, statement.filter));
    case 'combination':
      return howMany(
        statement.parts.map((part) => prepare(problem, part)),
        (held) => contains(statement.interval, held),
      );
  }
}

/** Every unit through one of its entries among those that pass the filter. */
function prepareAllUnits(problem: Problem, filter: UnitFilter): PreparedEvaluator {
  const units = new Map<string, number[]>();
  for (const index of select(problem, filter)) {
    const { identity } = entryAt(problem, index);
    units.set(identity, [...(units.get(identity) ?? []), index]);
  }
  return everyOf([...units.values()].map((indices) => (counted) => numberOf(indices, counted) > 0));
}

function prepareAmount(
  problem: Problem,
  { quantity, filter, interval }: Extract<Statement, { kind: 'amount' }>,
): PreparedEvaluator {
  const bounds = boundsOf(problem, quantity, interval);
  const amount = prepareSum(problem, quantity, select(problem, filter));
  return (counted) => contains(bounds, amount(counted));
}

/** The entries of each value of the key, which have their sums apart. */
function prepareOfEach(problem: Problem, { quantity, key, filter, interval }: OfEach<number>): PreparedEvaluator {
  const byValue = new Map<string, number[]>();
  for (const index of select(problem, filter)) {
    const value = valueOfKey(entryAt(problem, index), key);
    if (value !== null) byValue.set(value, [...(byValue.get(value) ?? []), index]);
  }
  const bounds = boundsOf(problem, quantity, interval);
  const amounts = [...byValue.values()].map((indices) => prepareSum(problem, quantity, indices));
  return everyOf(amounts.map((amount) => (counted) => contains(bounds, amount(counted))));
}

function prepareShare(
  problem: Problem,
  { quantity, whole, part, percent }: Extract<Statement, { kind: 'share' }>,
): PreparedEvaluator {
  const indices = select(problem, whole);
  const passing = new Set(select(problem, part));
  const amount = prepareSum(problem, quantity, indices);
  const share = prepareSum(
    problem,
    quantity,
    indices.filter((index) => passing.has(index)),
  );
  const { min, max } = percent;
  const isMet = (difference: number): boolean => (percent.strict === true ? difference > 0 : difference >= 0);
  const meetsMin = (of: number, passing: number): boolean => min === null || isMet(100 * passing - min * of);
  const meetsMax = (of: number, passing: number): boolean => max === null || isMet(max * of - 100 * passing);
  return (counted) => {
    const [of, passing] = [amount(counted), share(counted)];
    return of === 0 || (meetsMin(of, passing) && meetsMax(of, passing));
  };
}

function prepareUnits(
  problem: Problem,
  units: readonly string[],
  accepts: (units: number, all: number) => boolean,
): PreparedEvaluator {
  const pieces = [...piecesOf(problem, units)];
  const counted = pieces.map((piece) => problem.entries.filter(({ identity }) => identity === piece));
  return howMany(
    counted.map((entries) => anyOf(entries.map(({ index }) => index))),
    (found) => accepts(found, pieces.length),
  );
}

function prepareNeeds(
  problem: Problem,
  { dependants, requirement }: Extract<Statement, { kind: 'needs' }>,
): PreparedEvaluator {
  const called = prepareAny(problem, dependants);
  const meets = prepare(problem, requirement);
  return (counted) => !called(counted) || meets(counted);
}

function prepareGroupsUsed(problem: Problem, groups: readonly string[], interval: Interval): PreparedEvaluator {
  return howMany(
    groups.map((group) => prepareAny(problem, fromGroups(group))),
    (used) => contains(interval, used),
  );
}

/** Whether any entry that passes the filter is counted. */
function prepareAny(problem: Problem, filter: UnitFilter): PreparedEvaluator {
  return anyOf(select(problem, filter));
}

function anyOf(indices: Selection): PreparedEvaluator {
  return (counted) => numberOf(indices, counted) > 0;
}

/** What the counted ones among `indices` add up to. */
function prepareSum(problem: Problem, quantity: Quantity, indices: Selection): Amount {
  const amounts = Float64Array.from(indices, (index) => weightOf(problem, entryAt(problem, index), quantity));
  const places = Int32Array.from(indices);
  return (counted) => {
    let sum = 0;
    for (let at = 0; at < places.length; at++) if (counted[intAt(places, at)] === 1) sum += amountAt(amounts, at);
    return sum;
  };
}

function intAt(places: Int32Array, at: number): number {
  const place = places[at];
  if (place === undefined) throw new RangeError(`there is no place ${at}`);
  return place;
}

function amountAt(amounts: Float64Array, at: number): number {
  const amount = amounts[at];
  if (amount === undefined) throw new RangeError(`there is no amount ${at}`);
  return amount;
}

function numberOf(indices: Selection, counted: Uint8Array): number {
  let number = 0;
  for (const index of indices) if (counted[index] === 1) number += 1;
  return number;
}

function everyOf(checks: readonly PreparedEvaluator[]): PreparedEvaluator {
  return (counted) => {
    for (const check of checks) if (!check(counted)) return false;
    return true;
  };
}

function not(check: PreparedEvaluator): PreparedEvaluator {
  return (counted) => !check(counted);
}

/** Whether the number of checks that hold is one that is accepted. */
function howMany(checks: readonly PreparedEvaluator[], accepts: (holding: number) => boolean): PreparedEvaluator {
  return (counted) => {
    let holding = 0;
    for (const check of checks) if (check(counted)) holding += 1;
    return accepts(holding);
  };
}
