import type { ChangedPathwayDocument, CompareDocument, ComparedLearnerDocument } from '../documents/compare.js';
import type { RangeAnswerDocument, RangeDocument } from '../documents/range.js';
import { heading, line, list, table, toned, type Cell, type Sheet, type SheetPart } from '../sheet.js';
import { countCell, formatWhole } from './number-words.js';
import { plural } from './plural.js';

/** Two versions side by side: units, statements, figures, pathways and learners. */
export function compareSheet(titles: readonly [string, string], document: CompareDocument): Sheet {
  const { units, statements, learners } = document;
  return {
    title: titles[0] === titles[1] ? `${titles[0]}: two versions` : `${titles[0]}, and ${titles[1]}`,
    parts: [
      ...listed('Units added', units.added),
      ...listed('Units removed', units.removed),
      ...changedUnits(document),
      ...listed('Statements added', statements.added),
      ...listed('Statements removed', statements.removed),
      ...(isUnchanged(document) ? [line('Units and statements are the same.')] : []),
      heading('Figures'),
      figures(document.before, document.after),
      ...pathwayParts(document),
      ...(learners === undefined ? [] : learnerParts(learners)),
    ],
  };
}

function isUnchanged({ units, statements }: CompareDocument): boolean {
  const lists = [units.added, units.removed, units.changed, statements.added, statements.removed];
  return lists.every((it) => it.length === 0);
}

function listed(title: string, items: readonly string[]): readonly SheetPart[] {
  return items.length === 0 ? [] : [heading(title), list(items)];
}

function changedUnits({ units }: CompareDocument): readonly SheetPart[] {
  if (units.changed.length === 0) return [];
  const columns = [
    { head: 'Unit' },
    { head: 'What' },
    { head: 'Before', flexible: true },
    { head: 'After', flexible: true },
  ];
  const rows = units.changed.map(({ ref, field, before, after }) => [ref, field, before ?? '-', after ?? '-']);
  return [heading('Units changed'), table(columns, rows)];
}

/** The figures of a range by what they are called. */
const FIGURES: readonly (readonly [string, (range: RangeDocument) => number | string | null])[] = [
  ['lowest GLH', ({ glh }) => glh.min],
  ['highest GLH at the minimum credit', ({ glh }) => glh.maxAtMinimumCredit],
  ['highest GLH', ({ glh }) => glh.max],
  ['lowest TQT', ({ tqt }) => tqt.min],
  ['lowest credits', ({ credits }) => credits.min],
  ['highest credits', ({ credits }) => credits.max],
  ['fewest units', ({ units }) => units.min],
  ['most units', ({ units }) => units.max],
  ['pathways', ({ pathways }) => pathways],
];

function figures(before: RangeAnswerDocument, after: RangeAnswerDocument): SheetPart {
  const columns = ['Figure', 'Before', 'After', 'Differs'].map((head, at) =>
    at === 0 ? { head, flexible: true } : { head, align: 'right' as const },
  );
  const valueIn = (range: RangeAnswerDocument, take: (typeof FIGURES)[number][1]): number | string | null =>
    range.status === 'answered' ? take(range) : null;
  return table(
    columns,
    FIGURES.map(([name, take]): Cell[] => {
      const [old, young] = [valueIn(before, take), valueIn(after, take)];
      return [name, figureCell(before, old), figureCell(after, young), differenceCell(old, young)];
    }),
  );
}

function figureCell({ status }: RangeAnswerDocument, value: number | string | null): Cell {
  if (value !== null) return typeof value === 'number' ? value : formatWhole(BigInt(value));
  return status === 'infeasible' ? toned('no pathway', 'bad') : 'not known';
}

function differenceCell(before: number | string | null, after: number | string | null): Cell {
  if (before === null || after === null || before === after) return null;
  if (typeof before === 'number' && typeof after === 'number') {
    const difference = Math.round((after - before) * 1000) / 1000;
    return difference > 0 ? `+${difference}` : String(difference);
  }
  const difference = BigInt(after) - BigInt(before);
  return difference > 0n ? `+${formatWhole(difference)}` : `-${formatWhole(-difference)}`;
}

function pathwayParts({ pathways, examples }: CompareDocument): readonly SheetPart[] {
  if (pathways === null) return [line('The pathways are too many to be compared.', 'caution')];
  const { lost, gained, kept } = pathways;
  return [
    heading('Pathways, by the units that they count'),
    table(
      [{ head: '' }, { head: 'Pathways', align: 'right' }],
      [
        ['no longer valid', countCell(BigInt(lost))],
        ['newly valid', countCell(BigInt(gained))],
        ['valid before and after', countCell(BigInt(kept))],
      ],
    ),
    ...exampleParts('One that is no longer valid', examples.lost),
    ...exampleParts('One that is newly valid', examples.gained),
  ];
}

function exampleParts(title: string, example: ChangedPathwayDocument | null): readonly SheetPart[] {
  if (example === null) return [];
  const { units, totals, why } = example;
  const sums = [
    plural(totals.units, 'unit'),
    ...(totals.credits === null ? [] : [`${totals.credits} credits`]),
    ...(totals.glh === null ? [] : [`${totals.glh} GLH`]),
  ];
  return [
    heading(title),
    line(`${units.map(({ ref }) => ref).join(', ')} (${sums.join(', ')}).`),
    ...(why.length === 0 ? [] : [line('What keeps it out of the other version:'), list(why)]),
  ];
}

const MOST_LEARNERS = 50;

function learnerParts(learners: readonly ComparedLearnerDocument[]): readonly SheetPart[] {
  const number = (change: ComparedLearnerDocument['change']): number =>
    learners.filter((it) => it.change === change).length;
  const moved = learners.filter(({ change }) => change !== 'same');
  const words = `${number('better')} better off, ${number('worse')} worse off, ${number('same')} as before`;
  const unknown = number('unknown') === 0 ? '' : `, ${number('unknown')} not known`;
  const columns = ['Learner', 'Change', 'New GLH before', 'New GLH after'].map((head, at) =>
    at < 2 ? { head } : { head, align: 'right' as const },
  );
  const rows = moved
    .slice(0, MOST_LEARNERS)
    .map(({ learner, change, before, after }): Cell[] => [
      learner,
      change === 'worse' ? toned(change, 'bad') : change === 'better' ? toned(change, 'good') : change,
      before ?? 'none',
      after ?? 'none',
    ]);
  return [
    heading('Learners'),
    line(`Of ${plural(learners.length, 'learner')}: ${words}${unknown}.`),
    ...(rows.length === 0 ? [] : [table(columns, rows)]),
    ...(moved.length > rows.length
      ? [line(`And ${plural(moved.length - rows.length, 'learner')} more (--json).`)]
      : []),
  ];
}
