import { formatSource } from '../../domain/source.js';
import type {
  DeliverDocument,
  NoPlanDocument,
  PlanDocument,
  UnservedQualificationDocument,
} from '../documents/deliver.js';
import { aside, heading, line, list, table, type Cell, type Sheet, type SheetPart } from '../sheet.js';
import { wishConflictParts } from './wish-conflict.js';
import { frontierParts } from './frontier.js';
import { cohortPlanParts, nobodyParts } from './cohort-plan.js';
import { plural } from './plural.js';
import { proofWords } from './plan-proof.js';

const DISPUTED =
  'Disputed: two ways of finding the plan contradict each other, so no plan is given. This is a bug; please report it.';
const UNKNOWN = 'The time limit ended the search before any plan was found; --time-limit gives it more.';

/** What to deliver, why, and what that saves; or why there is no plan. */
export function deliverSheet(document: DeliverDocument): Sheet {
  return { title: 'Delivery plan', parts: partsOf(document) };
}

function partsOf(document: DeliverDocument): readonly SheetPart[] {
  switch (document.status) {
    case 'optimal':
    case 'feasible':
      return 'runs' in document ? cohortPlanParts(document) : planParts(document);
    case 'infeasible':
      return 'provedBy' in document ? noPlanParts(document) : nobodyParts(document);
    case 'unknown':
      return [
        line(document.reason === null ? UNKNOWN : `No answer: the solver failed (${document.reason}).`, 'caution'),
      ];
    case 'disputed':
      return [line(DISPUTED, 'bad'), list(document.claims)];
  }
}

function planParts(document: PlanDocument): readonly SheetPart[] {
  return [
    line(summary(document), 'good'),
    line(planProofWords(document), document.status === 'optimal' ? 'quiet' : 'caution'),
    ...(document.savingGlh === null ? [] : [line(savingWords(document))]),
    heading('Units to deliver'),
    unitsTable(document),
    heading('Qualifications'),
    qualificationsTable(document),
    aside('Own GLH: the hours of its pathway. Alone: the least hours of any pathway, as if it were planned by itself.'),
    ...frontierParts(document),
  ];
}

function summary({ delivered, deliveredGlh, objectives, qualifications }: PlanDocument): string {
  const hours = deliveredGlh === null ? 'hours not all known' : `${deliveredGlh} guided learning hours`;
  const served = plural(qualifications.length, 'qualification');
  const others = objectives.filter(({ measure }) => measure !== 'glh' && measure !== 'units');
  const further = others.map(({ measure, value }) => `, ${measure} ${value}`).join('');
  return `Deliver ${plural(delivered.length, 'unit')}, ${hours}${further}, and all of ${served} can be completed.`;
}

function planProofWords(document: PlanDocument): string {
  const tie = ' Others may be as good; which of them comes first was not settled in time.';
  return `${proofWords(document)}${document.status === 'feasible' || document.first ? '' : tie}`;
}

function savingWords({ separateGlh, savingGlh }: PlanDocument): string {
  return `Each qualification by itself would take ${separateGlh} hours in all: sharing saves ${savingGlh}.`;
}

function unitsTable({ delivered }: PlanDocument): SheetPart {
  const columns = [
    { head: 'Ref' },
    { head: 'Title', flexible: true },
    { head: 'GLH', align: 'right' as const },
    { head: 'For', align: 'right' as const },
    { head: 'Why', flexible: true },
  ];
  return table(
    columns,
    delivered.map(({ ref, title, glh, qualifications, why }): Cell[] => [
      ref,
      title,
      glh ?? 'TBC',
      qualifications.length,
      why,
    ]),
  );
}

function qualificationsTable({ qualifications }: PlanDocument): SheetPart {
  return table(
    [
      { head: 'Qualification' },
      { head: 'Units', align: 'right' },
      { head: 'Own GLH', align: 'right' },
      { head: 'Alone', align: 'right' },
      { head: 'Counts', flexible: true },
    ],
    qualifications.map(({ id, units, glh, aloneGlh }) => [
      id,
      units.length,
      glh ?? '-',
      aloneGlh ?? '-',
      units.map(({ ref }) => ref).join(', '),
    ]),
  );
}

function noPlanParts({ unserved, conflict, smallest }: NoPlanDocument): readonly SheetPart[] {
  if (unserved.length > 0) return unserved.flatMap(unservedParts);
  return [
    line('There is no such plan, although each qualification has pathways.', 'bad'),
    ...wishConflictParts(conflict, smallest),
  ];
}

function unservedParts({ id, conflict }: UnservedQualificationDocument): readonly SheetPart[] {
  return [
    line(`${id} cannot be served: it has no pathway, whatever is delivered for the others.`, 'bad'),
    table(
      [
        { head: 'Statement', flexible: true },
        { head: 'Where', flexible: true },
        { head: 'Possible', align: 'right' },
      ],
      conflict.map(({ statement, source, nearest }) => [statement, formatSource(source), nearest ?? '-']),
    ),
    aside('These cannot hold together. "Possible" is the nearest figure at which there is a pathway.'),
  ];
}
