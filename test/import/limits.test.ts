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

/** An Office file with a password is a container of the older format, in which the document is a part of this name. */
function encryptedOffice(): Uint8Array {
  const name = 'EncryptedPackage'.split('').flatMap((letter) => [letter.charCodeAt(0), 0]);
  return Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...Array.from({ length: 500 }, () => 0),
    ...name,
    0,
    0,
  ]);
}

/** A PDF that asks for a password: the check value of its encryption is that of none. */
function encryptedPdf(): Uint8Array {
  const key = `<${'5a'.repeat(32)}>`;
  const text = new TextDecoder('latin1').decode(pdfOf(['']));
  const lock = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ${key} /U ${key} >> /ID [<00> <00>]`;
  return bytesOf(text.replace('/Root 1 0 R', `/Root 1 0 R ${lock}`));
}

/** An archive whose directory says that its first file is encrypted. */
function lockedArchive(): Uint8Array {
  const bytes = zip({ 'word/document.xml': '<w/>' });
  const entry = bytes.findIndex((byte, at) => byte === 0x50 && bytes[at + 2] === 1 && bytes[at + 3] === 2);
  bytes[entry + 8] = 1;
  return bytes;
}

const CASES: readonly (readonly [what: string, bytes: () => Uint8Array, kind: DocumentKind, said: string])[] = [
  ['an empty file', () => bytesOf(''), 'pdf', 'This file is empty.'],
  ['a file of more than 50 MB', () => new Uint8Array(LARGEST_DOCUMENT + 1), 'text', 'larger than 50 MB'],
  ['a Word document with a password', () => encryptedOffice(), 'docx', 'protected with a password; open it'],
  ['a workbook with a password', () => encryptedOffice(), 'xlsx', 'protected with a password; open it'],
  [
    'an Office file of old',
    () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1),
    'docx',
    'in the format of Office before 2007',
  ],
  ['a PDF with a password', () => encryptedPdf(), 'pdf', 'This PDF is protected with a password'],
  ['an archive with a password', () => lockedArchive(), 'docx', 'protected with a password'],
  [
    'a line of CSV without end',
    () => bytesOf(`ref,title\n${'a,'.repeat(20_000)}`),
    'csv',
    'at most 20000 are read of a line',
  ],
  [
    'a text of more than 500,000 cells',
    () => bytesOf(`${'a\t'.repeat(199)}b\n`.repeat(2501)),
    'text',
    'more than 500000 cells',
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

  it('has a row of more than 200 cells listed, and not looked at', async () => {
    const imported = await importDocument(bytesOf(`${TABLE}${'HT 2\t'.repeat(201)}\n`), 'text');
    const [read] = imported.ok ? imported.value.qualifications : [];
    expect([read?.draft.units.length, read?.draft.notUnderstood.length]).toEqual([1, 1]);
  });

  it('has cells that are merged without end cut short', async () => {
    const cell = '<td colspan="1000000000" rowspan="1000000000">Felt</td>';
    const merged = `<tr>${'<td colspan="1000" rowspan="1000">x</td>'.repeat(300)}</tr>`.repeat(50);
    const html = `<h1>Level 2 Award in Hats</h1><table><tr><th>Ref</th><th>Title</th><th>Credit</th></tr><tr><td>HT 1</td>${cell}<td>3</td></tr>${merged}</table>`;
    const imported = await importDocument(bytesOf(html), 'html');
    const [read] = imported.ok ? imported.value.qualifications : [];
    expect([read?.draft.units.map(({ title }) => title), read?.draft.notUnderstood.length]).toEqual([['Felt'], 50]);
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
