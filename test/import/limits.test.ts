import { describe, expect, it } from 'vitest';
import { importDocument } from '../../src/import/import-document.js';
import { kindOf, type DocumentKind } from '../../src/import/kind.js';
import { LARGEST_DOCUMENT } from '../../src/import/read-document.js';
import { wordDocumentOf } from './render/docx.js';
import { pdfOf } from './render/pdf.js';
import { zip } from './render/zip.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What is said of a document that cannot be read; empty where it can. */
async function refusal(bytes: Uint8Array, kind: DocumentKind): Promise<string> {
  const imported = await importDocument(bytes, kind, { file: 'handbook' });
  return imported.ok ? '' : imported.issues.map(({ message }) => message).join(' ');
}

const ENTITIES = `<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">${'bcdefghi'
  .split('')
  .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefgh'.charAt(at)};`.repeat(10)}">`)
  .join('')}]>`;

const CASES: readonly (readonly [what: string, bytes: () => Uint8Array, kind: DocumentKind, said: string])[] = [
  ['an empty file', () => bytesOf(''), 'pdf', 'This file is empty.'],
  ['a file of more than 50 MB', () => new Uint8Array(LARGEST_DOCUMENT + 1), 'text', 'larger than 50 MB'],
  [
    'an Office file with a password',
    () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1),
    'docx',
    'protected with a password',
  ],
  ['text that is called a PDF', () => bytesOf('Unit'), 'pdf', 'it is plain text'],
  ['a PDF that is called a workbook', () => pdfOf(['']), 'xlsx', 'it is a PDF'],
  ['a PDF that is called text', () => pdfOf(['']), 'text', 'it is a PDF'],
  [
    'an archive that unpacks to more than 200 MB',
    () => zip({ 'word/document.xml': '<w/>' }, 300_000_000),
    'docx',
    'unpacks to more than 200 MB',
  ],
  [
    'an archive of thousands of files',
    () => zip(Object.fromEntries(Array.from({ length: 5001 }, (_, at) => [`xl/${at}`, '']))),
    'xlsx',
    'more than 5000 files',
  ],
  [
    'an archive that is cut off',
    () => zip({ 'word/document.xml': '<w/>' }).subarray(0, 60),
    'docx',
    'may have been cut off',
  ],
  ['an archive that is no Word document', () => zip({ 'readme.txt': 'x' }), 'docx', 'there is no Word document in it'],
  [
    'a Word document that is broken',
    () => zip({ 'word/document.xml': '<w' }),
    'docx',
    'no docx document that can be read',
  ],
  ['a workbook that is broken', () => zip({ 'xl/workbook.xml': '<w' }), 'xlsx', 'no xlsx document that can be read'],
  ['a PDF that is broken', () => bytesOf('%PDF-1.4 and nothing else'), 'pdf', 'no pdf document that can be read'],
  ['a PDF of pictures', () => pdfOf(['0 0 m 100 100 l S']), 'pdf', 'its pages are pictures'],
  ['a PDF of more than 500 pages', () => pdfOf(Array.from({ length: 501 }, () => '')), 'pdf', 'too long'],
  ['a page that nests without end', () => bytesOf(`<div>${'<div>'.repeat(5000)}x`), 'html', 'that can be read'],
  ['a text of more than 100,000 lines', () => bytesOf('x\n'.repeat(100_001)), 'text', 'more than 100000 lines'],
];

describe('a document that cannot be read', () => {
  it.each(CASES)('is refused in clear words: %s', async (_, bytes, kind, said) => {
    expect(await refusal(bytes(), kind)).toContain(said);
  });

  it('with entities that grow without end ends at once, and none of them is unfolded', async () => {
    const body = '<w:p><w:r><w:t>&i;</w:t></w:r></w:p>';
    const said = await refusal(wordDocumentOf(body, ENTITIES), 'docx');
    expect(said).not.toBe('');
    expect(said.length).toBeLessThan(400);
  });

  it('with a hundred thousand operators in a page ends', async () => {
    expect(await refusal(pdfOf(['0 0 m 1 1 l S\n'.repeat(100_000)]), 'pdf')).toContain('its pages are pictures');
  });
});

describe('a document that is long', () => {
  const TABLE = 'Level 2 Award in Hats\nUnit ref\tUnit title\tCredit\nHT 1\tFelt\t3\n';

  it('has a line of a million letters listed, and not looked at', async () => {
    const imported = await importDocument(bytesOf(`${TABLE}${'at most 9 credits, '.repeat(60_000)}`), 'text');
    const [read] = imported.ok ? imported.value.qualifications : [];
    expect(read?.draft.notUnderstood.map(({ text }) => text.length)).toEqual([1000]);
  });

  it('has sentences beyond the two thousandth listed, and not looked at', async () => {
    const imported = await importDocument(bytesOf(`${TABLE}${'Hats are worn.\n'.repeat(2001)}`), 'text');
    const [read] = imported.ok ? imported.value.qualifications : [];
    expect(read?.draft.notUnderstood.map(({ why }) => why)).toEqual([
      expect.stringContaining('more than 2000 sentences'),
    ]);
  });
});

describe('the kind of a document', () => {
  it.each([
    ['handbook.pdf', 'x', 'pdf'],
    ['Handbook.DOCX', 'x', 'docx'],
    ['macros.xlsm', 'x', 'xlsx'],
    ['page.htm', 'x', 'html'],
    ['units.csv', 'x', 'csv'],
    ['handbook', '%PDF-1.7', 'pdf'],
    ['handbook', '<!DOCTYPE html><html>', 'html'],
    ['handbook', 'Unit\tTitle', 'text'],
  ])('is told by its name, and otherwise by how it begins: %s, %s', (name, text, kind) => {
    expect(kindOf(name, bytesOf(text))).toBe(kind);
  });
});
