import type { JointGoal } from '../../delivery/joint.js';
import { ofRuns, type RunGoal, type RunLimit, type RunMeasure } from '../../delivery/seats/run-measure.js';
import type { KeptRuns, PlacedRuns } from '../../delivery/terms/kept-runs.js';
import type { StaffMember } from '../../delivery/terms/terms.js';
import { identityOf } from '../../domain/identity.js';
import type { DeliveryQuestion } from './delivery-question.js';
import type { EarlierRun } from './earlier-plan.js';
import type { AskedPlan } from './joint-of.js';

/** What is to be least in runs, and what they may come to at most. */
export interface RunWishes {
  readonly goals: readonly RunGoal[];
  readonly limits: readonly RunLimit[];
  /** How many runs of each unit the plan that is kept has. */
  readonly kept: readonly number[];
}

/** The wishes of a question in runs: hours count once a run, units once, and changes are runs that come in or go. */
export function runWishes({ joint, hours, kinds, earlier, identities }: AskedPlan, question: Wishes): RunWishes {
  const { units } = joint;
  const known = new Map(units.map(({ identity, index }) => [identity, index]));
  const kept = units.map(() => 0);
  let gone = 0;
  for (const { ref } of earlier ?? []) {
    const unit = known.get(identityOf(identities, ref));
    if (unit === undefined) gone += 1;
    else kept[unit] = (kept[unit] ?? 0) + 1;
  }
  const nothing = units.map(() => 0);
  const unitsMeasure: RunMeasure = { perRun: nothing, perUnit: 1, perChange: 0 };
  const changes: RunMeasure = { perRun: nothing, perUnit: 0, perChange: 1 };
  const goalOf = (goal: JointGoal): RunGoal => {
    const { name, scale, weights } = goal;
    const kind = kinds.get(goal);
    if (kind === 'changes') return { name, scale, constant: gone, measure: changes };
    return { name, scale, constant: 0, measure: kind === 'units' ? unitsMeasure : ofRuns(weights) };
  };
  const { maxUnits, maxGlh, maxChanges } = question;
  const limits: RunLimit[] = [];
  const limit = (name: string, most: number | undefined, measure: RunMeasure, constant = 0): void => {
    if (most !== undefined) limits.push({ option: `${name} ${most}`, measure, most: most - constant, constant });
  };
  limit('--max-units', maxUnits, unitsMeasure);
  if (hours !== null) limit('--max-glh', maxGlh, ofRuns(hours.weights));
  limit('--max-changes', maxChanges, changes, gone);
  return { goals: joint.goals.map(goalOf), limits, kept };
}

type Wishes = Pick<DeliveryQuestion, 'maxUnits' | 'maxGlh' | 'maxChanges'>;

/** The least hours, and of those the fewest units, of plans with at most so many units: a point of the trade-off. */
export function frontierWishes(wishes: RunWishes, hours: JointGoal, most: number): RunWishes {
  const perRun = hours.weights;
  const units: RunMeasure = { perRun: perRun.map(() => 0), perUnit: 1, perChange: 0 };
  return {
    ...wishes,
    goals: [
      { name: hours.name, scale: hours.scale, constant: 0, measure: ofRuns(perRun) },
      { name: 'units', scale: 1, constant: 0, measure: units },
    ],
    limits: [...wishes.limits, { option: `--max-units ${most}`, measure: units, most, constant: 0 }],
  };
}

/**
 * The runs that are kept, where periods and people are planned: they are compared by period, and by person, where both
 * plans have them. A person who is not there any more is nobody's number.
 */
export function keptRuns(
  { joint, earlier, identities }: AskedPlan,
  staff: readonly StaffMember[],
  hasPeriods: boolean,
): KeptRuns {
  const known = new Map(joint.units.map(({ identity, index }) => [identity, index]));
  const runs = (earlier ?? []).flatMap((run): PlacedRuns[] => {
    const unit = known.get(identityOf(identities, run.ref));
    return unit === undefined ? [] : [{ unit, count: 1, period: periodOf(run), staff: staffOf(run, staff) }];
  });
  return {
    runs,
    byPeriod: hasPeriods && runs.every(({ period }) => period !== null),
    byStaff: staff.length > 0 && runs.every((run) => run.staff !== null),
  };
}

function periodOf({ period }: EarlierRun): number | null {
  return period === null ? null : period - 1;
}

function staffOf({ staff }: EarlierRun, people: readonly StaffMember[]): number | null {
  return staff === null ? null : people.findIndex(({ person }) => person === staff);
}
