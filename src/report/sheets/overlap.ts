import type { JointHoursDocument, OverlapDocument } from '../documents/overlap.js';
import { overlapMatrix } from '../pictures/overlap-matrix.js';
import { aside, heading, line, table, type Cell, type Sheet, type SheetPart } from '../sheet.js';
import { plural } from './plural.js';

/** What qualifications share, and what planning them together saves. */
export function overlapSheet(document: OverlapDocument): Sheet {
  const { qualifications, units, pairs } = document;
  const title = `What ${plural(qualifications.length, 'qualification')} share`;
  return {
    title,
    parts: [
      allLine(document.all),
      ...(units.length === 0 ? [line('No unit is listed by more than one of them.')] : sharedParts(document)),
      ...(pairs.length === 0 ? [] : pairParts(document)),
      ...(qualifications.length < 2 ? [] : [{ kind: 'picture', picture: overlapMatrix(document) } as const]),
    ],
  };
}

function allLine({ jointGlh, separateGlh, savingGlh, status }: JointHoursDocument): SheetPart {
  if (status === 'infeasible') return line('There is no plan for all of them; qualpath deliver says why.', 'bad');
  if (jointGlh === null || separateGlh === null || savingGlh === null) {
    return line('The least hours of a plan for all of them are not known.', 'caution');
  }
  return line(
    `Planned together ${jointGlh} hours are enough; each by itself would take ${separateGlh} in all, ${savingGlh} more.`,
    'good',
  );
}

function sharedParts({ units }: OverlapDocument): readonly SheetPart[] {
  return [
    heading('Shared units'),
    table(
      [
        { head: 'Ref' },
        { head: 'Title', flexible: true },
        { head: 'GLH', align: 'right' },
        { head: 'Listed by', flexible: true },
      ],
      units.map(({ ref, title, glh, qualifications }) => [ref, title, glh ?? 'TBC', qualifications.join(', ')]),
    ),
  ];
}

function pairParts({ pairs }: OverlapDocument): readonly SheetPart[] {
  return [
    heading('Each two'),
    table(
      [
        { head: 'One', flexible: true },
        { head: 'Other', flexible: true },
        { head: 'Shared', align: 'right' },
        { head: 'Credits', align: 'right' },
        { head: 'GLH', align: 'right' },
        { head: 'Together', align: 'right' },
        { head: 'Apart', align: 'right' },
        { head: 'Saving', align: 'right' },
      ],
      pairs.map(({ a, b, sharedUnits, sharedCredits, sharedGlh, jointGlh, separateGlh, savingGlh }) => [
        a,
        b,
        sharedUnits,
        figure(sharedCredits),
        figure(sharedGlh),
        figure(jointGlh),
        figure(separateGlh),
        figure(savingGlh),
      ]),
    ),
    aside(
      'Shared, Credits, GLH: the units that both list.',
      'Together: the least hours of one plan for both. Apart: the least hours of each by itself, added up.',
    ),
  ];
}

function figure(value: number | null): Cell {
  return value ?? '-';
}
