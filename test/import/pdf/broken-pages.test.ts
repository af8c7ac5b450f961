import { describe, expect, it } from 'vitest';
import type { ImportedQualification } from '../../../src/import/import-lines.js';
import { importedFrom } from '../outcome.js';
import { pdfOf } from '../render/pdf.js';

/** A text on a page: where it stands, from the left and from below, and the size of its letters. */
type Text = readonly [x: number, y: number, size: number, text: string];

const COLUMNS = [70, 170, 370, 420, 470];
const TITLE: Text = [70, 780, 16, 'Level 2 Award in Hats'];

const row = (y: number, ...cells: readonly string[]): readonly Text[] =>
  cells.flatMap((text, at): readonly Text[] => (text === '' ? [] : [[COLUMNS[at] ?? 0, y, 10, text]]));
const header = (y: number, ...last: readonly string[]): readonly Text[] =>
  row(y, 'Unit ref', 'Unit title', 'Level', 'Credit', last[0] ?? 'GLH');

const TABLE = [
  TITLE,
  ...header(740),
  ...row(720, 'HT 1', 'Felt', '2', '3', '30'),
  ...row(700, 'HT 2', 'Straw', '2', '4', '25'),
];

async function read(...pages: readonly (readonly Text[])[]): Promise<ImportedQualification> {
  const contents = pages.map((texts) =>
    texts.map(([x, y, size, text]) => `BT /F1 ${size} Tf ${x} ${y} Td (${text}) Tj ET`).join('\n'),
  );
  const [first] = await importedFrom(pdfOf(contents), 'pdf');
  if (first === undefined) throw new Error('nothing was read');
  return first;
}

const rows = ({ table }: ImportedQualification): readonly string[] => table.trim().split('\n').slice(1);
const remarks = ({ draft }: ImportedQualification): string => draft.remarks.map(({ text }) => text).join('\n');
const WHOLE = ['Units,HT 1,Felt,2,3,30', 'Units,HT 2,Straw,2,4,25'];

describe('the mark of a footnote in a PDF', () => {
  /** `At least 9` in Helvetica takes 43.9 points. */
  const sentence = (y: number, raised: number): readonly Text[] => [
    [70, y, 10, 'At least 9'],
    [113.9, y + raised, 6, '1'],
    [120, y, 10, 'credits must be achieved.'],
  ];

  it.each([0, 2, 3, 4, 5])(
    'is no figure of the number before it, and makes no unit of the sentence: raised by %i',
    async (raised) => {
      for (const y of [688, 670]) {
        const found = await read([...TABLE, ...sentence(y, raised)]);
        expect([rows(found), found.draft.statements]).toEqual([WHOLE, []]);
        expect(found.draft.notUnderstood.map(({ text }) => text)).toEqual(['At least 9 1 credits must be achieved.']);
      }
    },
  );

  it('is no figure of a cell', async () => {
    const found = await read([...TABLE, ...row(680, 'HT 3', 'Silk', '2', '4', '30'), [481.2, 684, 6, '2']]);
    expect(rows(found)).toEqual([...WHOLE, 'Units,HT 3,Silk,2,4,TBC']);
    expect(remarks(found)).toContain("HT 3: The GLH '30 2' is no figure");
  });
});

describe('a row that is broken over two pages', () => {
  const first = (title: string): readonly Text[] => [TITLE, ...header(740), ...row(100, 'HT 1', title, '2', '3', '30')];

  it.each([
    ['with the header again', header(780)],
    ['without it', []],
  ])('is one unit, %s', async (_, again) => {
    const next = [...again, ...row(760, '', 'making of it'), ...row(748, 'HT 2', 'Straw', '2', '4', '25')];
    const found = await read(first('Felt and the'), next);
    expect(rows(found)).toEqual(['Units,HT 1,Felt and the making of it,2,3,30', 'Units,HT 2,Straw,2,4,25']);
  });

  it('is listed where nobody can tell which title it is part of', async () => {
    const found = await read(first('Felt'), [
      ...header(780),
      ...row(760, '', 'Making Them'),
      ...row(740, 'HT 2', 'Straw', '2', '4', '25'),
    ]);
    expect(rows(found)).toEqual(WHOLE);
    expect(found.draft.notUnderstood.map(({ text }) => text)).toEqual(['Making Them']);
  });

  it('is a remark where a title has lost its beginning or its end', async () => {
    const found = await read([
      TITLE,
      ...header(740),
      ...row(720, 'HT 1', 'felt and', '2', '3', '30'),
      ...row(690, 'HT 2', 'Straw for', '2', '4', '25'),
    ]);
    expect(remarks(found)).toContain("HT 2: The title ends with 'for'");
    expect(remarks(found)).toContain('HT 1: The title begins with a small letter');
  });
});

describe('a word that is broken at the end of a line', () => {
  const broken = [
    TITLE,
    ...header(740),
    ...row(720, 'HT 1', 'Under-', '2', '3', '30'),
    ...row(708, '', 'standing felt'),
    ...row(690, 'HT 2', 'Straw', '2', '4', '25'),
  ];

  it('keeps its hyphen, with a remark, where the document does not have it elsewhere', async () => {
    const found = await read(broken);
    expect(rows(found)[0]).toBe('Units,HT 1,Under-standing felt,2,3,30');
    expect(remarks(found)).toContain("HT 1: A line ends in the midst of 'Under-standing'");
  });

  it('is put together where it does', async () => {
    const found = await read([...broken, ...row(670, 'HT 3', 'Understanding silk', '2', '4', '25')]);
    expect([rows(found)[0], remarks(found).includes('midst')]).toEqual(['Units,HT 1,Understanding felt,2,3,30', false]);
  });

  it('keeps its hyphen without a word where the document has it so', async () => {
    const found = await read([...broken, ...row(670, 'HT 3', 'Under-standing', '2', '4', '25')]);
    expect([rows(found)[0], remarks(found).includes('midst')]).toEqual([
      'Units,HT 1,Under-standing felt,2,3,30',
      false,
    ]);
  });
});

it('reads hours below a header that says no more than Guided', async () => {
  expect(
    rows(await read(TABLE.map((text): Text => (text[3] === 'GLH' ? [text[0], text[1], text[2], 'Guided'] : text)))),
  ).toEqual(WHOLE);
});
