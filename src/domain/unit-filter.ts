import { contains, type Interval } from './interval.js';
import { referenceKey } from './reference.js';
import type { UnitRow } from './unit.js';

/** Which part of the unit table a statement looks at. */
export type From =
  | { readonly kind: 'anywhere' }
  | { readonly kind: 'groups'; readonly groups: readonly string[] }
  | { readonly kind: 'outside'; readonly groups: readonly string[] }
  | { readonly kind: 'units'; readonly units: readonly string[] };

/** Entries picked by place, level and, for caps on prior learning, by whether the learner holds the unit already. */
export interface UnitFilter {
  readonly from: From;
  /** Bounds on the level's ordinal; null when every level is meant. */
  readonly level: Interval | null;
  /** True when only achieved units are meant. */
  readonly achieved: boolean;
}

/** The filter that passes every entry. */
export const EVERY_UNIT: UnitFilter = { from: { kind: 'anywhere' }, level: null, achieved: false };

/** Entries of the named groups. */
export function fromGroups(...groups: readonly string[]): UnitFilter {
  return { ...EVERY_UNIT, from: { kind: 'groups', groups } };
}

/** Entries of the named units, in whichever group they stand. */
export function fromUnits(...units: readonly string[]): UnitFilter {
  return { ...EVERY_UNIT, from: { kind: 'units', units } };
}

function isFrom(from: From, unit: UnitRow<unknown>): boolean {
  switch (from.kind) {
    case 'anywhere':
      return true;
    case 'groups':
      return from.groups.includes(unit.group);
    case 'outside':
      return !from.groups.includes(unit.group);
    case 'units':
      return from.units.some((ref) => referenceKey(ref) === referenceKey(unit.ref));
  }
}

/** Whether the filter passes a unit; `achieved` says whether the learner holds it. */
export function matches(filter: UnitFilter, unit: UnitRow<unknown>, achieved: boolean): boolean {
  if (filter.achieved && !achieved) return false;
  if (filter.level !== null && !contains(filter.level, unit.level)) return false;
  return isFrom(filter.from, unit);
}
