import { isWithin, type IsoDate } from './date.js';
import { piecesNamed, type Identities } from './identity.js';
import { contains, type Interval } from './interval.js';
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
  /** Units that are left out of `from`, in whichever group they stand; mostly none. */
  readonly except: readonly string[];
  /** Bounds on the level's ordinal; null when every level is meant. */
  readonly level: Interval | null;
  /** True when only achieved units are meant. */
  readonly achieved: boolean;
  /** A day: only units are meant that cannot be started on it, and that the learner does not hold; null for any. */
  readonly unstartable: IsoDate | null;
}

/** The filter that passes every entry. */
export const EVERY_UNIT: UnitFilter = {
  from: { kind: 'anywhere' },
  except: [],
  level: null,
  achieved: false,
  unstartable: null,
};

/** Entries of the named groups. */
export function fromGroups(...groups: readonly string[]): UnitFilter {
  return { ...EVERY_UNIT, from: { kind: 'groups', groups } };
}

/** Entries of the named units, in whichever group and under whichever reference they stand. */
export function fromUnits(...units: readonly string[]): UnitFilter {
  return { ...EVERY_UNIT, from: { kind: 'units', units } };
}

/** What a filter looks at: a row of the unit table, and which piece of learning it is. */
export interface FilteredUnit extends Pick<UnitRow<unknown>, 'group' | 'ref' | 'level' | 'valid'> {
  readonly identity: string;
}

function isFrom(from: From, unit: FilteredUnit, identities: Identities): boolean {
  switch (from.kind) {
    case 'anywhere':
      return true;
    case 'groups':
      return from.groups.includes(unit.group);
    case 'outside':
      return !from.groups.includes(unit.group);
    case 'units':
      return isNamed(from.units, unit, identities);
  }
}

/**
 * Whether the filter passes a unit; `achieved` says whether the learner holds it. Naming a unit names the piece of
 * learning: `units X` passes every entry that `identities` take for X, under whichever reference. A unit without a level
 * meets no condition on levels. Throws where it comes to a level that is not confirmed: nobody can tell.
 */
export function matches(filter: UnitFilter, unit: FilteredUnit, achieved: boolean, identities: Identities): boolean {
  if (filter.achieved && !achieved) return false;
  if (filter.unstartable !== null && (achieved || canBeStarted(unit, filter.unstartable))) return false;
  const { level } = unit;
  if (filter.level !== null && level !== 'open' && (level === null || !contains(filter.level, level))) return false;
  if (!isFrom(filter.from, unit, identities) || isNamed(filter.except, unit, identities)) return false;
  if (filter.level !== null && level === 'open') throw new Error(`the level of ${unit.ref} is not known, but needed`);
  return true;
}

/** Whether a unit may be started on a day; without dates it always may. */
export function canBeStarted({ valid }: Pick<UnitRow<unknown>, 'valid'>, date: IsoDate): boolean {
  return valid === undefined || isWithin(valid, date);
}

function isNamed(units: readonly string[], { identity }: FilteredUnit, identities: Identities): boolean {
  return units.length > 0 && piecesNamed(identities, units).has(identity);
}
