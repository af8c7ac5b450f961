import { atMost, contains, exactly, overWhole, type Interval } from '../domain/interval.js';
import { entryAt, passes, piecesOf, repeatedEntries, select, type Problem, type Selection } from '../domain/problem.js';
import type { Quantity } from '../domain/quantity.js';
import type { OfEach, Statement } from '../domain/statement.js';
import { valueOfKey } from '../domain/unit-key.js';
import type { UnitFilter } from '../domain/unit-filter.js';
import { asWritten, boundsOf, weightOf } from '../domain/weight.js';
import type { Standing } from './standing.js';

/** What a rule says of one selection: whether it is a pathway, and where each condition stands. */
export interface Evaluation {
  readonly holds: boolean;
  /** One standing a condition of the problem, in the same order. */
  readonly conditions: readonly Standing[];
  /** Entries that are one piece of learning and were counted more than once, which no selection may do. */
  readonly countedTwice: readonly Selection[];
}

/**
 * Evaluates exactly this selection, without any search. The work is linear in the size of the rule. Throws a
 * RangeError for an index that is no entry of the problem, or that occurs twice: such a selection is a bug.
 *
 * @example
 * ```ts
 * import { evaluate, placeUnits, pose, valueOrThrow } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * const problem = valueOrThrow(pose(specification));
 * const { selection } = placeUnits(problem, ['CS 1', 'CS 2', 'B&A 2', 'B&A 3']);
 * console.log(evaluate(problem, selection).conditions.map(({ value, holds }) => [value, holds]).slice(0, 3)); // [ [ 4, true ], [ 10, true ], [ 10, false ] ]
 * ```
 */
export function evaluate(problem: Problem, selection: Selection): Evaluation {
  const counted = checkedSet(problem, selection);
  const conditions = problem.conditions.map((statement) => standingOf(statement, { problem, counted }));
  const countedTwice = repeatedEntries(problem)
    .map((indices) => indices.filter((index) => counted.has(index)))
    .filter((indices) => indices.length > 1);
  return { holds: countedTwice.length === 0 && conditions.every(({ holds }) => holds), conditions, countedTwice };
}

interface Subject {
  readonly problem: Problem;
  readonly counted: ReadonlySet<number>;
}

function checkedSet(problem: Problem, selection: Selection): ReadonlySet<number> {
  const counted = new Set(selection);
  if (counted.size !== selection.length) throw new RangeError('a selection names an entry twice');
  for (const index of counted) {
    if (problem.entries[index] === undefined) throw new RangeError(`a selection names entry ${index}, which is none`);
  }
  return counted;
}

function standingOf(statement: Statement, subject: Subject): Standing {
  switch (statement.kind) {
    case 'all-units':
      return standAllUnits(statement, subject);
    case 'amount':
      return standAmount(statement, subject);
    case 'share':
      return standShare(statement, subject);
    case 'of-each':
      return standOfEach(statement, subject);
    case 'barred':
      return within(statement, atMost(1), unitsCounted(subject, statement.units));
    case 'linked':
      return standLinked(statement, subject);
    case 'needs':
      return standNeeds(statement, subject);
    case 'groups-used':
      return within(statement, statement.interval, groupsUsed(subject, statement.groups));
    case 'not-counted':
      return within(statement, exactly(0), sum(subject, 'units', [statement.filter]));
    case 'combination':
      return standCombination(statement, subject);
  }
}

/** A standing whose value is a number, as that of all but shares is. */
type ValuedStanding = Standing & { readonly value: number };

function within(statement: Statement, asked: Interval, value: number, parts: readonly Standing[] = []): ValuedStanding {
  const interval = overWhole(asked);
  const missing = interval.min === null ? 0 : Math.max(0, interval.min - value);
  const excess = interval.max === null ? 0 : Math.max(0, value - interval.max);
  return { statement, value, holds: contains(interval, value), missing, excess, parts };
}

/** The sum and the bounds are compared in whole numbers, and told as the tables write them. */
function standAmount(statement: Extract<Statement, { kind: 'amount' }>, subject: Subject): Standing {
  const { quantity, interval, filter } = statement;
  const { problem } = subject;
  const whole = within(statement, boundsOf(problem, quantity, interval), sum(subject, quantity, [filter]));
  const told = (value: number): number => asWritten(problem, quantity, value);
  return { ...whole, value: told(whole.value), missing: told(whole.missing), excess: told(whole.excess) };
}

/** What the counted entries that pass add up to, in whole numbers. */
function sum({ problem, counted }: Subject, quantity: Quantity, filters: readonly UnitFilter[]): number {
  let total = 0;
  for (const index of counted) {
    const entry = entryAt(problem, index);
    if (filters.every((filter) => passes(problem, filter, entry))) total += weightOf(problem, entry, quantity);
  }
  return total;
}

function standAllUnits(statement: Extract<Statement, { kind: 'all-units' }>, { problem, counted }: Subject): Standing {
  const units = new Map<string, boolean>();
  for (const index of select(problem, statement.filter)) {
    const { identity } = entryAt(problem, index);
    units.set(identity, units.get(identity) === true || counted.has(index));
  }
  const value = [...units.values()].filter(Boolean).length;
  return within(statement, { min: units.size, max: null }, value);
}

function standShare(statement: Extract<Statement, { kind: 'share' }>, subject: Subject): Standing {
  const { quantity, whole, part, percent } = statement;
  const of = sum(subject, quantity, [whole]);
  const passing = sum(subject, quantity, [whole, part]);
  if (of === 0) return { statement, value: null, holds: true, missing: 0, excess: 0, parts: [] };
  // Hundredths of the quantity; a bound that is itself left out asks for the least there is beyond it. What is added, or
  // taken away, changes the whole as well: of what lies beyond a bound of 80%, five times as much is missing. Where all
  // must pass, nothing that is added helps: what is missing is what does not pass.
  const beyond = percent.strict === true ? 1 : 0;
  const short = percent.min === null ? 0 : Math.max(0, percent.min * of - 100 * passing + beyond);
  const over = percent.max === null ? 0 : Math.max(0, 100 * passing - percent.max * of + beyond);
  return {
    statement,
    value: (100 * passing) / of,
    holds: short === 0 && over === 0,
    missing: asWritten(subject.problem, quantity, Math.ceil(short / rest(percent.min))),
    excess: asWritten(subject.problem, quantity, Math.ceil(over / rest(percent.max))),
    parts: [],
  };
}

/** What a unit more of what passes gains on a bound, in hundredths. */
function rest(bound: number | null): number {
  return bound === null || bound >= 100 ? 100 : 100 - bound;
}

/** Every value of the key is looked at, those of units that are not counted too. What the furthest of them holds is said. */
function standOfEach(statement: OfEach<number>, { problem, counted }: Subject): Standing {
  const { key, quantity, filter, interval } = statement;
  const amounts = new Map<string, number>();
  for (const index of select(problem, filter)) {
    const entry = entryAt(problem, index);
    const value = valueOfKey(entry, key);
    if (value === null) continue;
    const amount = counted.has(index) ? weightOf(problem, entry, quantity) : 0;
    amounts.set(value, (amounts.get(value) ?? 0) + amount);
  }
  const bounds = boundsOf(problem, quantity, interval);
  const told = (whole: number): number => asWritten(problem, quantity, whole);
  const standings = [...amounts.values()].map((amount) => within(statement, bounds, amount));
  const missing = standings.reduce((total, it) => total + it.missing, 0);
  const excess = standings.reduce((total, it) => total + it.excess, 0);
  const furthest = bounds.max === null ? Math.min(...amounts.values()) : Math.max(...amounts.values());
  return {
    statement,
    value: amounts.size === 0 ? null : told(furthest),
    holds: missing + excess === 0,
    missing: excess > 0 ? 0 : told(missing),
    excess: told(excess),
    parts: [],
  };
}

/** How many of the named units are counted; two references of one unit are one. */
function unitsCounted({ problem, counted }: Subject, units: readonly string[]): number {
  const pieces = piecesOf(problem, units);
  const found = [...counted].map((index) => entryAt(problem, index).identity).filter((piece) => pieces.has(piece));
  return new Set(found).size;
}

function standLinked(statement: Extract<Statement, { kind: 'linked' }>, subject: Subject): Standing {
  const value = unitsCounted(subject, statement.units);
  const all = piecesOf(subject.problem, statement.units).size;
  return within(statement, value === 0 ? exactly(0) : exactly(all), value);
}

function standNeeds(statement: Extract<Statement, { kind: 'needs' }>, subject: Subject): Standing {
  const required = standingOf(statement.requirement, subject);
  const called = sum(subject, 'units', [statement.dependants]) > 0;
  const { value, missing, excess } = required;
  if (called) return { statement, value, holds: required.holds, missing, excess, parts: [required] };
  return { statement, value, holds: true, missing: 0, excess: 0, parts: [required] };
}

function groupsUsed({ problem, counted }: Subject, groups: readonly string[]): number {
  const used = new Set([...counted].map((index) => entryAt(problem, index).group));
  return groups.filter((group) => used.has(group)).length;
}

function standCombination(statement: Extract<Statement, { kind: 'combination' }>, subject: Subject): Standing {
  const parts = statement.parts.map((part) => standingOf(part, subject));
  return within(statement, statement.interval, parts.filter(({ holds }) => holds).length, parts);
}
