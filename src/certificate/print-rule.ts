import type { Interval } from '../domain/interval.js';
import { formatLevel, type Level } from '../domain/level.js';
import { piecesOf, type Problem } from '../domain/problem.js';
import { formatQuantity, type Quantity } from '../domain/quantity.js';
import type { Amount, OfEach, Share, Statement } from '../domain/statement.js';
import type { UnitFilter } from '../domain/unit-filter.js';
import { printBound } from '../notation/bound.js';
import { inQuotes } from '../notation/words.js';

/**
 * A statement of a problem as a sentence of its certificate: the notation in its strictest form, with every name in
 * quotes and each piece of learning named once, by a reference that the unit table has. Throws a RangeError for a filter
 * that has no words.
 */
export function printSentence(problem: Problem, statement: Statement): string {
  const filter = (it: UnitFilter): string => printFilter(problem, it);
  switch (statement.kind) {
    case 'all-units':
      return `all units${filter(statement.filter)}`;
    case 'amount':
      return printAmount(statement, filter);
    case 'share':
      return printShare(statement, filter);
    case 'of-each':
      return printOfEach(statement, filter);
    case 'barred':
      return `at most one of units ${printUnits(problem, statement.units)}`;
    case 'linked':
      return `all or none of units ${printUnits(problem, statement.units)}`;
    case 'needs':
      return `any unit${filter(statement.dependants)} needs ${printSentence(problem, statement.requirement)}`;
    case 'groups-used':
      return `${printBound(statement.interval)} of groups ${statement.groups.map(inQuotes).join(', ')}`;
    case 'not-counted':
      return `units${filter(statement.filter)} do not count`;
    case 'combination':
      return `${printBound(statement.interval)} of (${statement.parts.map((part) => printSentence(problem, part)).join('; ')})`;
  }
}

type Print = (filter: UnitFilter) => string;

function printAmount({ quantity, filter, interval }: Amount<number>, print: Print): string {
  const held = filter.achieved ? ' are achieved already' : '';
  return `${printBound(interval)} ${printNoun(quantity)}${print({ ...filter, achieved: false })}${held}`;
}

function printShare({ quantity, whole, part, percent }: Share<number>, print: Print): string {
  const passing = part.achieved ? ' achieved already' : print(part);
  if (part.achieved && print({ ...part, achieved: false }) !== '') {
    throw new RangeError('a share of what is achieved in one place has no words');
  }
  return `${printBound(percent, '%')} of ${printNoun(quantity)}${print(whole)} are${passing}`;
}

function printOfEach({ quantity, key, filter, interval }: OfEach<number>, print: Print): string {
  const each = key === 'title' ? key : inQuotes(key.column);
  return `${printBound(interval)} ${printNoun(quantity)} of each ${each}${print(filter)}`;
}

/** What is counted: `credits`, `units`, `GLH`, or a column in quotes. */
export function printNoun(quantity: Quantity): string {
  return typeof quantity === 'object' ? inQuotes(quantity.column) : formatQuantity(quantity);
}

function printFilter(problem: Problem, { from, except, level, achieved, unstartable }: UnitFilter): string {
  if (achieved) throw new RangeError('a filter of achieved units has no words here');
  const groups = from.kind === 'groups' || from.kind === 'outside' ? from.groups.map(inQuotes).join(', ') : '';
  const places = {
    anywhere: () => '',
    groups: () => ` from ${groups}`,
    outside: () => ` from outside ${groups}`,
    units: () => ` from units ${from.kind === 'units' ? printUnits(problem, from.units) : ''}`,
  };
  const exceptions = except.length === 0 ? '' : ` except units ${printUnits(problem, except)}`;
  const dated = unstartable === null ? '' : ` that cannot be started on ${unstartable}`;
  return `${places[from.kind]()}${exceptions}${level === null ? '' : printLevels(level)}${dated}`;
}

function printLevels({ min, max }: Interval): string {
  const name = (ordinal: number): string => formatLevel(ordinal as Level);
  if (min !== null && max !== null) {
    return min === max ? ` at level ${name(min)}` : ` at levels ${name(min)} to ${name(max)}`;
  }
  if (min !== null) return ` at level ${name(min)} or above`;
  if (max !== null) return ` at level ${name(max)} or below`;
  throw new RangeError('a bound on levels without a level has no words');
}

/** Each piece of learning once, by the first entry that is it; one that is not listed by its own key. */
function printUnits(problem: Problem, units: readonly string[]): string {
  const refs = [...piecesOf(problem, units)].map(
    (piece) => problem.entries.find(({ identity }) => identity === piece)?.ref ?? piece,
  );
  return refs.map(inQuotes).join(', ');
}
