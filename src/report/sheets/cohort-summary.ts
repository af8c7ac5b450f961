import type { CohortSummaryDocument, CohortTowardsDocument } from '../documents/cohort-summary.js';
import { binsOf } from '../pictures/bins.js';
import { histogram } from '../pictures/histogram.js';
import { heading, line, section, table, type Sheet, type SheetPart } from '../sheet.js';
import { formatShare, formatWhole } from './number-words.js';
import { plural } from './plural.js';

const MOST_LINES = 15;
const MOST_UNITS = 25;
const LEARNERS = { one: 'learner', many: 'learners' };

/**
 * How the learners of a cohort stand: how many are complete, their new hours, and the units most needed. `nameOf` gives
 * the title of a qualification.
 */
export function cohortSummarySheet(
  { learners, qualifications }: CohortSummaryDocument,
  nameOf: (id: string) => string,
): Sheet {
  const [only, ...others] = qualifications;
  const parts =
    only !== undefined && others.length === 0
      ? towardsParts(only)
      : qualifications.flatMap((it) => section(nameOf(it.qualification), towardsParts(it)));
  const title =
    only !== undefined && others.length === 0 ? `A cohort towards: ${nameOf(only.qualification)}` : 'A cohort';
  return { title, parts: [line(`${countOf(learners)} answered.`), ...parts] };
}

function countOf(learners: number): string {
  return `${formatWhole(learners)} ${learners === 1 ? 'learner' : 'learners'}`;
}

function towardsParts({
  learners,
  complete,
  statuses,
  newGlh,
  units,
  withUnknown,
}: CohortTowardsDocument): SheetPart[] {
  const rows: readonly (readonly [string, number])[] = [
    ['complete already', complete],
    ['can complete', statuses.optimal + statuses.feasible - complete],
    ['cannot complete: no pathway exists', statuses.infeasible],
    ['not settled in time', statuses.unknown],
    ['disputed', statuses.disputed],
  ];
  return [
    heading('How many are complete'),
    table(
      [{ head: 'Learners who are' }, { head: 'Learners', align: 'right' }, { head: 'Share', align: 'right' }],
      rows
        .filter(([, count], at) => at < 2 || count > 0)
        .map(([words, count]) => [words, count, formatShare(count / learners)]),
    ),
    ...(statuses.feasible > 0
      ? [line(`Of ${plural(statuses.feasible, 'learner')} a limit kept the least hours from being proved.`, 'caution')]
      : []),
    ...(withUnknown > 0 ? [line(`${countOf(withUnknown)} hold references that are of no use here.`)] : []),
    ...hourParts(newGlh),
    ...unitParts(units, learners),
  ];
}

function hourParts(newGlh: CohortTowardsDocument['newGlh']): SheetPart[] {
  if (newGlh.length === 0) return [];
  return [
    heading('New hours still to do'),
    table(
      [
        { head: 'New GLH', align: 'right' },
        { head: 'Learners', align: 'right' },
        { head: 'Share', align: 'right' },
      ],
      binsOf(newGlh, MOST_LINES).map((bin) => [bin.name, formatWhole(bin.pathways), formatShare(bin.share)]),
    ),
    { kind: 'picture', picture: histogram('new guided learning hours', newGlh, LEARNERS) },
  ];
}

function unitParts(units: CohortTowardsDocument['units'], learners: number): SheetPart[] {
  if (units.length === 0) return [];
  const more = units.length - MOST_UNITS;
  return [
    heading('Units most needed'),
    table(
      [
        { head: 'Ref' },
        { head: 'Title', flexible: true },
        { head: 'Learners', align: 'right' },
        { head: 'Share', align: 'right' },
      ],
      units.slice(0, MOST_UNITS).map((it) => [it.ref, it.title, it.learners, formatShare(it.learners / learners)]),
    ),
    ...(more > 0 ? [line(`And ${plural(more, 'unit')} more.`)] : []),
  ];
}
