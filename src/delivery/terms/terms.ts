import { itemAt } from '../../domain/item-at.js';
import type { Statement } from '../../domain/statement.js';
import type { KeptRuns } from './kept-runs.js';

/*
 * Periods and staff. Runs take place in one of T periods, each with one person who may teach the unit.
 *
 * Unknowns    a[l,u,t]  learner l attends unit u in period t
 *             s[p,u,t]  runs of unit u in period t that person p takes
 * Condition   sum over t of a[l,u,t] = 1 for what l attends, 0 for all else
 *             M[u] sum over p of s[p,u,t] <= sum over l of a[l,u,t] <= N[u] sum over p of s[p,u,t]
 *             sum over u of g[u] s[p,u,t] <= hours[p,t]        sum over u of g[u] a[l,u,t] <= load
 *             what a unit that l attends in period t needs is held, or attended before t
 * Limits      and goal: measures of runs, of which changes are counted where runs are compared: by unit, period and person
 *
 * Without the periods such a plan is one of seats and runs, so a bound on those is a bound here.
 */

/** A person who teaches. */
export interface StaffMember {
  readonly person: string;
  /** Hours by period. */
  readonly hours: readonly number[];
  /** The units that may be taught, by index; null for every unit. */
  readonly units: ReadonlySet<number> | null;
}

/** When units may be taught, and by whom. */
export interface Terms {
  readonly periods: number;
  /** Empty where staff is not planned: then anybody teaches anything. */
  readonly staff: readonly StaffMember[];
  /** The most hours that a learner attends in a period; null for any number. */
  readonly maxLoad: number | null;
  /** Hours of a run, by unit. */
  readonly hours: readonly number[];
  /** The runs of the plan that is kept, which measures of changes compare with. */
  readonly kept: KeptRuns;
  /** Statements whose order is not looked at, to find out whether they are in the way. */
  readonly unordered?: ReadonlySet<Statement>;
}

/** Whether somebody may teach the unit and has the hours for a run of it in a period. */
export function mayTeach({ units, hours }: StaffMember, unit: number, period: number, needed: number): boolean {
  return (units === null || units.has(unit)) && itemAt(hours, period) >= needed;
}

/** The units that nobody may teach in any period. */
export function unitsWithoutStaff({ periods, staff, hours }: Terms): readonly number[] {
  if (staff.length === 0) return [];
  return [...hours.keys()].filter((unit) => {
    const needed = hours[unit] ?? Infinity;
    const all = Array.from({ length: periods }, (_, period) => period);
    return !staff.some((member) => all.some((period) => mayTeach(member, unit, period, needed)));
  });
}

/** The units that somebody may teach, but nobody who may has the hours for a run in any period. */
export function unitsTooLong(terms: Terms): readonly number[] {
  return unitsWithoutStaff(terms).filter((unit) => terms.staff.some(({ units }) => units === null || units.has(unit)));
}
