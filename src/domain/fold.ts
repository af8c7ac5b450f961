import { mapInterval, type Interval } from './interval.js';
import type { Quantity } from './quantity.js';
import type { Requirement, Statement, Threshold } from './statement.js';
import { fromGroups, fromUnits, type UnitFilter } from './unit-filter.js';

/** A quantity that a statement adds up, over the units that a filter passes. */
export interface Counted {
  readonly quantity: Quantity;
  readonly filter: UnitFilter;
}

/** What a statement says itself, without what the statements within it say. */
export interface Makeup<N> {
  /** Every filter that it puts to units, in the order of its words. */
  readonly filters: readonly UnitFilter[];
  /** Every figure of units that it adds up; nothing where it only asks which units are counted. */
  readonly counted: readonly Counted[];
  /** Every bound of its own that a parameter may stand for. */
  readonly thresholds: readonly N[];
  /** The statements within it. */
  readonly parts: readonly Statement<N>[];
}

/**
 * What a statement is made of: the one place that knows for every kind. Whoever asks which units, figures or names a
 * rule speaks of asks here, and needs no change when a kind is added.
 */
export function makeupOf<N>(statement: Statement<N>): Makeup<N> {
  switch (statement.kind) {
    case 'all-units':
    case 'not-counted':
      return { ...NOTHING, filters: [statement.filter] };
    case 'amount':
    case 'of-each':
      return { ...NOTHING, filters: [statement.filter], counted: [statement], thresholds: bounds(statement.interval) };
    case 'share':
      return {
        ...NOTHING,
        filters: [statement.whole, statement.part],
        counted: [{ quantity: statement.quantity, filter: statement.whole }],
        thresholds: bounds(statement.percent),
      };
    case 'barred':
    case 'linked':
      return { ...NOTHING, filters: [fromUnits(...statement.units)] };
    case 'groups-used':
      return { ...NOTHING, filters: [fromGroups(...statement.groups)], thresholds: bounds(statement.interval) };
    case 'needs':
      return { ...NOTHING, filters: [statement.dependants], parts: [statement.requirement] };
    case 'combination':
      return { ...NOTHING, parts: statement.parts };
  }
}

const NOTHING = { filters: [], counted: [], thresholds: [], parts: [] };

function bounds<N>({ min, max }: Interval<N>): readonly N[] {
  return [min, max].filter((bound) => bound !== null);
}

/**
 * Adds up over a statement and every statement within it, from the outside in and in the order of the words: `take`
 * says what one of them brings by itself.
 */
export function foldStatement<N, T>(
  statement: Statement<N>,
  take: (makeup: Makeup<N>, statement: Statement<N>) => readonly T[],
): readonly T[] {
  const makeup = makeupOf(statement);
  return [...take(makeup, statement), ...makeup.parts.flatMap((part) => foldStatement(part, take))];
}

/** Every filter that the statement, and what stands within it, puts to units. */
export function filtersOf<N>(statement: Statement<N>): readonly UnitFilter[] {
  return foldStatement(statement, ({ filters }) => filters);
}

/** Every figure of units that the statement, and what stands within it, adds up, with the units it is taken of. */
export function countedBy<N>(statement: Statement<N>): readonly Counted[] {
  return foldStatement(statement, ({ counted }) => counted);
}

/** Parameters that a statement uses, in order of appearance. */
export function parametersOf(statement: Statement<Threshold>): readonly string[] {
  return foldStatement(statement, ({ thresholds }) =>
    thresholds.flatMap((bound) => (typeof bound === 'object' ? [bound.parameter] : [])),
  );
}

/** Whether what a statement asks for depends on what the learner holds, as a cap on prior learning does. */
export function dependsOnHoldings<N>(statement: Statement<N>): boolean {
  return filtersOf(statement).some(({ achieved, unstartable }) => achieved || unstartable !== null);
}

/** Whether a statement looks at days on which units can be started. */
export function dependsOnDates<N>(statement: Statement<N>): boolean {
  return filtersOf(statement).some(({ unstartable }) => unstartable !== null);
}

/** The statement with every threshold translated, those within it too, as when named ones receive their values. */
export function mapThresholds<A, B>(statement: Statement<A>, translate: (bound: A) => B): Statement<B> {
  switch (statement.kind) {
    case 'amount':
    case 'of-each':
    case 'groups-used':
      return { ...statement, interval: mapInterval(statement.interval, translate) };
    case 'share':
      return { ...statement, percent: mapInterval(statement.percent, translate) };
    case 'needs':
      return { ...statement, requirement: mapThresholds(statement.requirement, translate) as Requirement<B> };
    case 'combination':
      return { ...statement, parts: statement.parts.map((part) => mapThresholds(part, translate)) };
    case 'all-units':
    case 'barred':
    case 'linked':
    case 'not-counted':
      return statement;
  }
}
