import { atLeast, atMost, exactly, type Interval } from '../domain/interval.js';
import type { Amount, Needs, OfEach, Statement, Threshold } from '../domain/statement.js';
import type { UnitFilter } from '../domain/unit-filter.js';
import { closed, governingBound, printBound } from './bound.js';
import { printNames, printUnits } from './name-list.js';
import { printQuantity, printUnitKey } from './quantity.js';
import { printFilter } from './unit-filter.js';

/**
 * The statement in the words of the notation, on one line; a list of statements stands in parentheses with semicolons
 * (`any of (at least 3 units from A; at least 5 units from B)`). Reading what is printed gives the statement back.
 *
 * @example
 * ```ts
 * import { printStatement } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * console.log(printStatement(specification.rule[2])); // at least 19 credits
 * ```
 */
export function printStatement(statement: Statement<Threshold>): string {
  switch (statement.kind) {
    case 'all-units':
      return `all units${printFilter(statement.filter)}`;
    case 'amount':
      return printAmount(statement);
    case 'share':
      return printShare(statement);
    case 'of-each':
      return printOfEach(statement);
    case 'barred':
      return `at most one of units ${printUnits(statement.units)}`;
    case 'linked':
      return `all or none of units ${printUnits(statement.units)}`;
    case 'needs':
      return printNeeds(statement);
    case 'groups-used':
      return `${printBound(closed(statement.interval))} of groups ${printNames(statement.groups, 'or')}`;
    case 'not-counted':
      return `${printDependants(statement.filter, 'units')} ${isOneUnit(statement.filter) ? 'does' : 'do'} not count`;
    case 'combination':
      return `${printCombinationWord(statement.interval, statement.parts.length)} (${statement.parts
        .map(printStatement)
        .join('; ')})`;
  }
}

/** `any of`, `all of`, `none of`, `at least 2 of`, `exactly 1 of`: the word over a list of so many statements. */
export function printCombinationWord(interval: Interval, parts: number): string {
  const same = (other: Interval): boolean => interval.min === other.min && interval.max === other.max;
  if (same(atLeast(1))) return 'any of';
  if (same(atLeast(parts))) return 'all of';
  if (same(exactly(0)) || same(atMost(0))) return 'none of';
  return `${printBound(interval)} of`;
}

function printAmount(statement: Amount<Threshold>): string {
  const achieved = statement.filter.achieved ? ' are achieved already' : '';
  return `${printCounted(statement)}${printFilter(statement.filter)}${achieved}`;
}

function printOfEach(statement: OfEach<Threshold>): string {
  return `${printCounted(statement)} of each ${printUnitKey(statement.key)}${printFilter(statement.filter)}`;
}

/** `at least 3 units`; whole numbers have no need of `more than`. */
function printCounted({ quantity, interval }: Amount<Threshold> | OfEach<Threshold>): string {
  const bound = quantity === 'units' || quantity === 'glh' ? closed(interval) : interval;
  return `${printBound(bound)} ${printQuantity(quantity, governingBound(bound))}`;
}

function printShare(statement: Extract<Statement<Threshold>, { kind: 'share' }>): string {
  const whole = `${printQuantity(statement.quantity)}${printFilter(statement.whole)}`;
  const part = statement.part.achieved ? ' achieved already' : printFilter(statement.part);
  return `${printBound(statement.percent, '%')} of ${whole} are${part}`;
}

function printNeeds(statement: Needs<Threshold>): string {
  const { dependants, requirement } = statement;
  const listed = isUnitList(dependants);
  const subject = printDependants(dependants, 'any unit');
  const verb = listed && dependants.from.units.length > 1 ? 'need' : 'needs';
  if (requirement.kind === 'all-units' && isUnitList(requirement.filter)) {
    const { units } = requirement.filter.from;
    return `${subject} ${verb} ${units.length === 1 ? 'unit' : 'units'} ${printUnits(units)}`;
  }
  return `${subject} ${verb} ${printStatement(requirement)}`;
}

type UnitList = UnitFilter & { readonly from: { readonly kind: 'units' } };

function isUnitList(filter: UnitFilter): filter is UnitList {
  const { from, except, level, unstartable } = filter;
  return from.kind === 'units' && except.length === 0 && level === null && unstartable === null;
}

function isOneUnit(filter: UnitFilter): boolean {
  return isUnitList(filter) && filter.from.units.length === 1;
}

function printDependants(filter: UnitFilter, noun: string): string {
  if (!isUnitList(filter)) return `${noun}${printFilter(filter)}`;
  return `${filter.from.units.length === 1 ? 'unit' : 'units'} ${printUnits(filter.from.units)}`;
}
