import { measureOf, type RunMeasure } from '../seats/run-measure.js';

/** A run, or several that are alike; what is not planned, or not known of an earlier plan, is null. */
export interface PlacedRuns {
  readonly unit: number;
  readonly period: number | null;
  readonly staff: number | null;
  readonly count: number;
}

/** The runs of a plan that is kept, and by what they are compared besides their unit. */
export interface KeptRuns {
  readonly runs: readonly PlacedRuns[];
  readonly byPeriod: boolean;
  readonly byStaff: boolean;
}

/** Nothing is kept: every run is a change. */
export const NOTHING_KEPT: KeptRuns = { runs: [], byPeriod: false, byStaff: false };

/** What runs have in common that are compared with each other. */
export function slotOf({ byPeriod, byStaff }: KeptRuns, { unit, period, staff }: Omit<PlacedRuns, 'count'>): string {
  return `${unit} ${byPeriod ? period : ''} ${byStaff ? staff : ''}`;
}

/** How many runs there are in each slot. */
export function runsBySlot(kept: KeptRuns, runs: readonly PlacedRuns[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const run of runs) counts.set(slotOf(kept, run), (counts.get(slotOf(kept, run)) ?? 0) + run.count);
  return counts;
}

/** What runs in time come to under a measure; changes are counted slot by slot. */
export function measureInTime(measure: RunMeasure, units: number, kept: KeptRuns, runs: readonly PlacedRuns[]): number {
  const perUnit = Array.from({ length: units }, () => 0);
  for (const { unit, count } of runs) perUnit[unit] = (perUnit[unit] ?? 0) + count;
  const nothing = perUnit.map(() => 0);
  const [before, now] = [runsBySlot(kept, kept.runs), runsBySlot(kept, runs)];
  let changes = 0;
  for (const slot of new Set([...before.keys(), ...now.keys()])) {
    changes += Math.abs((now.get(slot) ?? 0) - (before.get(slot) ?? 0));
  }
  return measureOf({ ...measure, perChange: 0 }, perUnit, nothing) + measure.perChange * changes;
}
