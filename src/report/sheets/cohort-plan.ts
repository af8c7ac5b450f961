import type { CohortPlanDocument, NobodyServedDocument, UnservedLearnerDocument } from '../documents/deliver.js';
import { aside, heading, line, table, type SheetPart } from '../sheet.js';
import { wishConflictParts } from './wish-conflict.js';
import { frontierParts } from './frontier.js';
import { proofWords } from './plan-proof.js';
import { plural } from './plural.js';

/** A plan for learners: units with their runs, what each learner attends, and who cannot be served. */
export function cohortPlanParts(document: CohortPlanDocument): readonly SheetPart[] {
  const { status, delivered, learners, unserved } = document;
  return [
    line(summary(document), 'good'),
    line(proofWords(document), status === 'optimal' ? 'quiet' : 'caution'),
    ...unservedParts(unserved),
    heading('Units to deliver'),
    table(
      [
        { head: 'Ref' },
        { head: 'Title', flexible: true },
        { head: 'GLH', align: 'right' },
        { head: 'Runs', align: 'right' },
        { head: 'Learners', align: 'right' },
      ],
      delivered.map(({ ref, title, glh, runs, seats }) => [ref, title, glh ?? 'TBC', runs, seats]),
    ),
    ...frontierParts(document),
    heading('Learners'),
    table(
      [{ head: 'Learner' }, { head: 'Qualification', flexible: true }, { head: 'Attends', flexible: true }],
      learners.map(({ learner, qualification, attends }) => [
        learner,
        qualification,
        attends.length === 0 ? 'nothing more: it is complete' : attends.join(', '),
      ]),
    ),
    aside('--json has every pathway and who sits in which run; --csv has a row for each learner of a run.'),
  ];
}

function summary({ delivered, deliveredGlh, learners }: CohortPlanDocument): string {
  const runs = delivered.reduce((sum, unit) => sum + unit.runs, 0);
  const hours = deliveredGlh === null ? 'hours not all known' : `${deliveredGlh} guided learning hours`;
  const units = runs === delivered.length ? '' : ` of ${plural(delivered.length, 'unit')}`;
  return `${plural(runs, 'run')}${units}, ${hours}: all of ${plural(learners.length, 'learner')} can complete.`;
}

/** Nobody can be served, by themselves or together. */
export function nobodyParts({ unserved, conflict, smallest }: NobodyServedDocument): readonly SheetPart[] {
  if (conflict.length === 0 && unserved.length > 0) {
    return [line('No learner can be served.', 'bad'), ...unservedParts(unserved)];
  }
  const others = unserved.length === 0 ? 'all learners' : 'all of the other learners';
  return [
    line(`There is no plan in which ${others} can complete, although each could alone.`, 'bad'),
    ...(conflict.length === 0 ? [] : wishConflictParts(conflict, smallest ?? false)),
    ...unservedParts(unserved),
  ];
}

function unservedParts(unserved: readonly UnservedLearnerDocument[]): readonly SheetPart[] {
  if (unserved.length === 0) return [];
  return [
    heading(`${plural(unserved.length, 'learner')} cannot be served`),
    table(
      [{ head: 'Learner' }, { head: 'Why', flexible: true }],
      unserved.map(({ learner, why }) => [learner, why]),
    ),
  ];
}
