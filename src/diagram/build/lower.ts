import { atLeast, atMost, exactly, overWhole } from '../../domain/interval.js';
import { passes, piecesOf, repeatedEntries, type Problem } from '../../domain/problem.js';
import type { Quantity } from '../../domain/quantity.js';
import type { OfEach, Statement } from '../../domain/statement.js';
import type { Entry } from '../../domain/unit.js';
import { fromGroups, type UnitFilter } from '../../domain/unit-filter.js';
import { valueOfKey } from '../../domain/unit-key.js';
import { boundsOf, weightOf } from '../../domain/weight.js';
import { all, any, countWithin, not, sum, type Formula } from './formula.js';

/**
 * Every condition of the problem as one formula, with at most one entry of each identity. Formulas are exact on the
 * selections that keep to the latter, which is why sums may count a unit by adding up its entries.
 */
export function lower(problem: Problem): Formula {
  const once = repeatedEntries(problem).map((indices) =>
    sum(
      problem.entries.map(({ index }) => (indices.includes(index) ? 1 : 0)),
      atMost(1),
    ),
  );
  return all([...problem.conditions.map((statement) => lowerStatement(problem, statement)), ...once]);
}

function lowerStatement(problem: Problem, statement: Statement): Formula {
  switch (statement.kind) {
    case 'all-units':
      return lowerAllUnits(problem, statement.filter);
    case 'amount':
      return sum(
        amounts(problem, statement.quantity, statement.filter),
        boundsOf(problem, statement.quantity, statement.interval),
      );
    case 'share':
      return lowerShare(problem, statement);
    case 'of-each':
      return lowerOfEach(problem, statement);
    case 'barred':
      return sum(namings(problem, statement.units), atMost(1));
    case 'linked':
      return lowerLinked(problem, statement.units);
    case 'needs':
      return any([nothingFrom(problem, statement.dependants), lowerStatement(problem, statement.requirement)]);
    case 'groups-used':
      return countWithin(
        statement.groups.map((group) => not(nothingFrom(problem, fromGroups(group)))),
        overWhole(statement.interval),
      );
    case 'not-counted':
      return nothingFrom(problem, statement.filter);
    case 'combination':
      return countWithin(
        statement.parts.map((part) => lowerStatement(problem, part)),
        overWhole(statement.interval),
      );
  }
}

/** As many entries as there are different units among those that pass: every unit through one of its entries. */
function lowerAllUnits(problem: Problem, filter: UnitFilter): Formula {
  const passing = problem.entries.filter((entry) => passes(problem, filter, entry));
  const units = new Set(passing.map(({ identity }) => identity));
  return sum(amounts(problem, 'units', filter), atLeast(units.size));
}

/** 100 times the part against the percentage of the whole, both as one sum that is compared with nought. */
function lowerShare(problem: Problem, share: Extract<Statement, { kind: 'share' }>): Formula {
  const { quantity, whole, part, percent } = share;
  const against = (bound: number): number[] =>
    problem.entries.map((entry) => {
      if (!passes(problem, whole, entry)) return 0;
      return (passes(problem, part, entry) ? 100 - bound : -bound) * weightOf(problem, entry, quantity);
    });
  const beyond = percent.strict === true ? 1 : 0;
  const bounds = all([
    ...(percent.min === null ? [] : [sum(against(percent.min), atLeast(beyond))]),
    ...(percent.max === null ? [] : [sum(against(percent.max), atMost(-beyond))]),
  ]);
  return percent.strict === true ? any([sum(amounts(problem, quantity, whole), atMost(0)), bounds]) : bounds;
}

/** One sum for every value that an entry which passes has: it counts the entries that pass and have the value. */
function lowerOfEach(problem: Problem, { quantity, key, filter, interval }: OfEach<number>): Formula {
  const valueOf = (entry: Entry): string | null => (passes(problem, filter, entry) ? valueOfKey(entry, key) : null);
  const values = problem.entries.map(valueOf);
  const distinct = new Set(values.filter((value) => value !== null));
  return all(
    [...distinct].map((value) =>
      sum(
        problem.entries.map((entry) => (values[entry.index] === value ? weightOf(problem, entry, quantity) : 0)),
        boundsOf(problem, quantity, interval),
      ),
    ),
  );
}

function lowerLinked(problem: Problem, units: readonly string[]): Formula {
  const counted = namings(problem, units);
  return any([sum(counted, atMost(0)), sum(counted, exactly(piecesOf(problem, units).size))]);
}

function nothingFrom(problem: Problem, filter: UnitFilter): Formula {
  return sum(amounts(problem, 'units', filter), atMost(0));
}

/** For each entry what it adds to a quantity; 0 where the filter does not pass it. */
function amounts(problem: Problem, quantity: Quantity, filter: UnitFilter): number[] {
  return problem.entries.map((entry) => (passes(problem, filter, entry) ? weightOf(problem, entry, quantity) : 0));
}

/** For each entry whether it is one of the named units: 1 or 0. */
function namings(problem: Problem, units: readonly string[]): number[] {
  const pieces = piecesOf(problem, units);
  return problem.entries.map(({ identity }) => (pieces.has(identity) ? 1 : 0));
}
