import { withoutExcluded } from '../../delivery/conflict.js';
import { HELD, type Joint } from '../../delivery/joint.js';
import type { DeliveryMeans } from '../../delivery/means.js';
import type { Servable } from '../../delivery/seats/unservable.js';
import { itemAt } from '../../domain/item-at.js';
import { createOracle } from '../../methods/oracle.js';
import { printStatement } from '../../notation/print-statement.js';
import { findConflict } from '../../questions/conflict.js';
import type { UnservedLearnerDocument } from '../../report/documents/deliver.js';
import type { EnrolledCohort } from './cohort-of.js';

/** The learners who cannot be served, in the order of the file, each with the reason in words. */
export async function whyUnserved(
  cohort: EnrolledCohort,
  left: Servable['left'],
  joint: Joint,
  means: DeliveryMeans,
  untaught: readonly number[] = [],
  tooLong: readonly number[] = [],
  most: number | null = null,
): Promise<readonly UnservedLearnerDocument[]> {
  const oracle = createOracle(means.method, means.deadline);
  const reasons = new Map<number, string>();
  for (const { group, tooFew } of left) {
    const { taker, members } = group;
    const problem = withoutExcluded(taker, joint);
    const { members: conflict } = await findConflict(problem, oracle);
    const statements = conflict.map(({ statement }) => `'${printStatement(statement)}'`).join(' and ');
    const refsIn = (units: readonly number[]): string =>
      units
        .filter((unit) => unit !== HELD && taker.units.includes(unit))
        .map((unit) => itemAt(joint.units, unit).ref)
        .join(', ');
    const nobody = refsIn(untaught.filter((unit) => !tooLong.includes(unit)));
    const long = refsIn(tooLong);
    const few = refsIn(tooFew.filter((unit) => !untaught.includes(unit)));
    const lacking = [
      ...(nobody === '' ? [] : [`without ${nobody}, which nobody may teach`]),
      ...(long === '' ? [] : [`without ${long}, for which nobody who may teach it has the hours in one term`]),
      ...(few === '' ? [] : [`without ${few}, for which there are too few learners to make a class`]),
      ...(most === null || nobody !== '' || long !== '' || few !== ''
        ? []
        : [`within the ${most} hours that periods and load allow`]),
    ];
    const why =
      conflict.length > 0
        ? `no pathway of ${taker.id}: ${statements} cannot hold together`
        : `no pathway of ${taker.id} ${lacking.join(', or ')}`;
    for (const member of members) reasons.set(member, why);
  }
  return [...reasons]
    .toSorted(([a], [b]) => a - b)
    .map(([learner, why]) => ({ learner: itemAt(cohort.learners, learner).learner, why }));
}
