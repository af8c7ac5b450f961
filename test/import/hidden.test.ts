import { describe, expect, it } from 'vitest';
import type { DocumentKind } from '../../src/import/kind.js';
import { importDocument } from '../../src/import/import-document.js';
import type { Imported } from '../../src/import/import-lines.js';
import { workbookOf } from './render/xlsx.js';

async function read(bytes: Uint8Array, kind: DocumentKind): Promise<Imported> {
  const imported = await importDocument(bytes, kind);
  if (!imported.ok) throw new Error(imported.issues.map(({ message }) => message).join('\n'));
  return imported.value;
}

const rows = ({ qualifications: [first] }: Imported): readonly string[] =>
  first?.table.trim().split('\n').slice(1) ?? [];
const leftOut = ({ review }: Imported): readonly string[] =>
  review.flatMap(({ text, reading }) => (reading.includes('left out') ? [`${text}: ${reading}`] : []));
const isTold = ({ qualifications: [first] }: Imported): boolean =>
  first?.draft.remarks.some(({ text }) => text.includes('hidden')) === true;

describe('what a web page hides', () => {
  const HEADER = '<tr><th>Ref</th><th>Title</th><th>Level</th><th>Credit</th></tr>';
  const page = (...trs: readonly string[]): Uint8Array =>
    new TextEncoder().encode(
      `<h1>Level 2 Award in Hats</h1><p>At least 3 credits</p><table>${HEADER}${trs.join('')}</table>`,
    );
  const FELT = '<tr><td>HT 1</td><td>Felt</td><td>2</td><td>3</td></tr>';

  it.each([
    ['a row', '<tr hidden><td>HT 2</td><td>Straw</td><td>2</td><td>4</td></tr>'],
    [
      'a row by its style',
      '<tr style="color: red; display : none"><td>HT 2</td><td>Straw</td><td>2</td><td>4</td></tr>',
    ],
    [
      'a section',
      '<tbody style="visibility:collapse"><tr><td>HT 2</td><td>Straw</td><td>2</td><td>4</td></tr></tbody>',
    ],
  ])('is left out and listed: %s', async (_, hidden) => {
    const found = await read(page(FELT, hidden), 'html');
    expect([rows(found), isTold(found)]).toEqual([['Units,HT 1,Felt,2,3,TBC'], true]);
    expect(leftOut(found)).toEqual(['HT 2 Straw 2 4: hidden on the page; it is left out']);
  });

  it('is left out of a row, a cell and a sentence', async () => {
    const cell = '<tr><td>HT 2</td><td>Straw<span hidden> old</span></td><td hidden>9</td><td>2</td><td>4</td></tr>';
    const found = await read(page(FELT, cell), 'html');
    expect(rows(found)).toEqual(['Units,HT 1,Felt,2,3,TBC', 'Units,HT 2,Straw,2,4,TBC']);
    const text = '<p>At least <b style="display:none">7</b>6 credits</p><div hidden><p>At most 9 credits</p></div>';
    const said = await read(new TextEncoder().encode(`${new TextDecoder().decode(page(FELT))}${text}`), 'html');
    expect(said.qualifications[0]?.draft.statements.map((it) => it.text)).toEqual([
      'at least 3 credits',
      'at least 6 credits',
    ]);
    expect(leftOut(said).map((it) => it.split(':')[0])).toEqual(['7', 'At most 9 credits']);
  });

  it('is not told where nothing is hidden', async () => {
    expect(isTold(await read(page(FELT), 'html'))).toBe(false);
  });
});

describe('what a workbook hides', () => {
  const TABLE = [
    ['Level 2 Award in Hats'],
    ['Ref', 'Title', 'Old credit', 'Level', 'Credit'],
    ['HT 1', 'Felt', '9', '2', '3'],
    ['HT 2', 'Straw', '9', '2', '4'],
  ];

  it('is left out and listed: rows, columns and sheets', async () => {
    const found = await read(
      workbookOf([
        { name: 'Units & more', rows: TABLE, hiddenRows: [4], hiddenColumns: [3] },
        { name: 'Old', rows: [...TABLE, ['HT 3', 'Silk', '1', '2', '5']], hidden: true },
      ]),
      'xlsx',
    );
    expect([rows(found), isTold(found)]).toEqual([['Units,HT 1,Felt,2,3,TBC'], true]);
    expect(leftOut(found)).toEqual([
      'HT 2 | Straw | 2 | 4: this row is hidden; it is left out',
      'Column 3: hidden in this sheet; it is left out',
      'Old: this sheet is hidden; it is left out',
    ]);
  });

  it('is not told where nothing is hidden', async () => {
    const found = await read(workbookOf([{ name: 'Units', rows: TABLE }]), 'xlsx');
    expect([rows(found).length, isTold(found)]).toEqual([2, false]);
  });
});

describe('a figure with a point or a comma', () => {
  it.each([
    ['1.200', 'may be 1200 or 1.2'],
    ['7,5', 'may be 7.5'],
  ])('that may be two numbers is left open: %s', async (figure, words) => {
    const csv = `Ref;Title;Level;Credit;GLH\nHT 1;Felt;2;3;${figure}\nHT 2;Straw;2;4;20\n`;
    const found = await read(new TextEncoder().encode(csv), 'csv');
    expect(rows(found)).toEqual(['Units,HT 1,Felt,2,3,TBC', 'Units,HT 2,Straw,2,4,20']);
    expect(found.qualifications[0]?.draft.remarks.map(({ text }) => text).join('\n')).toContain(words);
  });
});
