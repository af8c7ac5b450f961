import { describe, expect, it } from 'vitest';
import { importDocument } from '../../src/import/import-document.js';
import type { ImportedQualification } from '../../src/import/import-lines.js';
import type { DocumentKind } from '../../src/import/kind.js';

async function read(text: string, kind: DocumentKind = 'text'): Promise<ImportedQualification> {
  const imported = await importDocument(new TextEncoder().encode(text), kind, { file: 'hats.txt' });
  const [first] = imported.ok ? imported.value.qualifications : [];
  if (first === undefined) throw new Error('nothing was read');
  return first;
}

const rows = ({ table }: ImportedQualification): readonly string[] => table.trim().split('\n').slice(1);
const remarks = ({ draft }: ImportedQualification): string => draft.remarks.map(({ text }) => text).join('\n');

const TITLE = 'Level 2 Award in Hats\n';

describe('the columns of a table', () => {
  it('are told by their shape where their headers do not tell them apart', async () => {
    const text = `${TITLE}Unit no\tUnit\tURN\tLevel\tCredit\n1\tFelt\tL/506/2150\t2\t3\n2\tStraw\tY/506/2152\t2\t4\n`;
    expect(rows(await read(text))).toEqual(['Units,L/506/2150,Felt,2,3,TBC,1', 'Units,Y/506/2152,Straw,2,4,TBC,2']);
  });

  it('of two references are a code and the Ofqual one, in whichever order', async () => {
    const text = `${TITLE}Reference\tUnit code\tTitle\tCredit\nL/506/2150\tHT 1\tFelt\t3\nY/506/2152\tHT 2\tStraw\t4\n`;
    expect(rows(await read(text))).toEqual([
      'Units,HT 1,Felt,TBC,3,TBC,L/506/2150',
      'Units,HT 2,Straw,TBC,4,TBC,Y/506/2152',
    ]);
  });

  it('without a header are told by their values, and that is said', async () => {
    const read_ = await read(`${TITLE}At least 3 credits\nHT 1\tFelt\t2\t3\t30\nHT 2\tStraw hats\t2\t4\t25\n`);
    expect(rows(read_)).toEqual(['Units,HT 1,Felt,2,3,30', 'Units,HT 2,Straw hats,2,4,25']);
    expect(remarks(read_)).toContain('The table has no header');
  });

  it('may name the group, which merged cells leave blank', async () => {
    const text =
      'Group;Ref;Title;Level;Credit;GLH\nMandatory units;HT 1;Felt;2;3;30\n;HT 2;Straw;2;4;25\nOptional units;HT 3;Silk;2;4;25\n';
    const read_ = await read(text, 'csv');
    expect(rows(read_).map((row) => row.split(',')[0])).toEqual(['Mandatory', 'Mandatory', 'Optional']);
    expect(read_.model).toContain('  - all units from "Mandatory"');
  });

  it('may stand below each other as labels and values', async () => {
    const unit = (ref: string, title: string): string =>
      `Unit title: ${title}\nUnit reference number: ${ref}\nLevel: 2\nCredit value: 3\nGLH: 20\n`;
    const text = `${TITLE}Group A: Mandatory units\n${unit('L/506/2150', 'Felt')}${unit('Y/506/2152', 'Straw')}`;
    expect(rows(await read(text))).toEqual(['A,L/506/2150,Felt,2,3,20', 'A,Y/506/2152,Straw,2,3,20']);
  });

  it('may be merged in a web page', async () => {
    const text = `<h1>${TITLE}</h1><table><tr><th>Group</th><th>Ref</th><th>Title</th><th>Credit</th></tr>
      <tr><td rowspan="2">A</td><td>HT 1</td><td>Felt</td><td>3</td></tr><tr><td>HT 2</td><td>Straw<br>hats</td><td>4</td></tr>
      <tr><td colspan="4">Total of nothing</td></tr></table>`;
    expect(rows(await read(text, 'html'))).toEqual(['A,HT 1,Felt,TBC,3,TBC', 'A,HT 2,Straw hats,TBC,4,TBC']);
  });

  it('keep what is struck out in a web page, marked, and read neither figure nor condition of it', async () => {
    const text = `<h1>${TITLE}</h1><p><s>At least 7 credits</s></p><p>At least <del>6</del> 3 credits</p>
      <table><tr><th>Ref</th><th>Title</th><th>Level</th><th>Credit</th><th>GLH</th></tr>
      <tr><td>HT 1</td><td>Felt</td><td>2</td><td><span style="text-decoration: line-through">4</span></td><td>20</td></tr>
      <tr><td>HT 2</td><td><strike>Straw</strike></td><td>2</td><td>4</td><td>20</td></tr></table>`;
    const read_ = await read(text, 'html');
    expect(rows(read_)).toEqual(['Units,HT 1,Felt,2,TBC,20', 'Units,HT 2,[struck out: Straw],2,4,20']);
    expect(read_.draft.statements).toEqual([]);
    expect(read_.draft.notUnderstood.map(({ text: said }) => said)).toEqual([
      '[struck out: At least 7 credits]',
      'At least [struck out: 6] 3 credits',
    ]);
  });

  it('never make one figure of two that stand apart in a web page', async () => {
    const unit = (ref: string, credit: string, glh: string): string =>
      `<tr><td>${ref}</td><td>Felt</td><td>2</td><td>${credit}</td><td>${glh}</td></tr>`;
    const text = `<h1>${TITLE}</h1><p>At least 6<sup>1</sup> credits</p><table><tr><th>Ref</th><th>Title</th><th>Level</th><th>Credit</th><th>GLH</th></tr>
      ${unit('HT 1', '3', '22<sup>1</sup>')}${unit('HT 2', '2<p>5</p>', '20')}${unit('HT 3', '<h4>4</h4><h4>5</h4>', '20')}</table>`;
    const read_ = await read(text, 'html');
    expect(rows(read_)).toEqual(['Units,HT 1,Felt,2,3,TBC', 'Units,HT 2,Felt,2,TBC,20', 'Units,HT 3,Felt,2,TBC,20']);
    expect(remarks(read_)).toContain("HT 1: The GLH '22 1' is no figure");
    expect(read_.draft.statements).toEqual([]);
    expect(read_.draft.notUnderstood.map(({ text: said }) => said)).toEqual(['At least 6 1 credits']);
  });
});

const HEADER = 'Unit ref\tUnit title\tLevel\tCredit\tGLH\n';

describe('what is odd in a table', () => {
  it.each([
    ['a check letter', 'A/506/2150\tFelt\t2\t3\t30', 'call for the letter L'],
    ['a figure that is none', 'HT 1\tFelt\t2\tthree\t30', "The credit 'three' is no figure"],
    ['a level that is none', 'HT 1\tFelt\tB2\t3\t30', "The level 'B2' is none"],
    ['a total that differs', 'HT 1\tFelt\t2\t3\t30\nTotal\t\t\t4\t30', 'a total of 4 credits'],
    ['references that are nearly equal', 'HT 10\tFelt\t2\t3\t30\nHT 1O\tStraw\t2\t3\t30', 'nearly equal'],
    ['no reference', '\tFelt\t2\t3\t30', 'U1, U2 ... are made up'],
  ])('is a remark: %s', async (_, table, words) => {
    expect(remarks(await read(TITLE + HEADER + table))).toContain(words);
  });

  it('such as one unit twice with other figures, or no title, is listed', async () => {
    const { draft } = await read(`${TITLE}${HEADER}HT 1\tFelt\t2\t3\t30\nHT 1\tStraw\t2\t4\t30\nHT 2\t\t2\t3\t30\n`);
    expect(draft.units.map(({ title }) => title)).toEqual(['Felt']);
    expect(draft.notUnderstood.map(({ why }) => why)).toEqual([
      'it has no title',
      'its reference is listed before in this group, for another unit',
    ]);
  });

  it('does not hide a title that goes on below, or take what follows a table for one', async () => {
    const text = `${TITLE}${HEADER}HT 1\tFelt and\t2\t3\t30\n\n\tstraw hats\t\t\t\nHT 2\tSilk\t2\t3\t30\n\tA minimum of 6 credits must be achieved.\t\t\t\n`;
    const read_ = await read(text);
    expect(read_.draft.units.map(({ title }) => title)).toEqual(['Felt and straw hats', 'Silk']);
    expect(read_.draft.statements.map(({ text: said }) => said)).toEqual(['at least 6 credits']);
  });

  it('such as a heading above a table that is read as no group is a remark', async () => {
    const table = (ref: string): string => `${HEADER}HT ${ref}\tFelt\t2\t3\t30\n`;
    const read_ = await read(`${TITLE}Group A: Core units\n${table('1')}From other bodies\n${table('2')}`);
    expect(remarks(read_)).toContain(
      "'From other bodies' stands right above a table and is read as no group; the units below it are in group A",
    );
    expect(
      remarks(await read(`${TITLE}Group A: Core units\n${table('1')}Group B: Optional units\n${table('2')}`)),
    ).toBe('');
  });

  it('above the title of the qualification is not taken for its rule', async () => {
    const { draft } = await read(`A minimum of 9 credits must be achieved.\n${TITLE}${HEADER}HT 1\tFelt\t2\t3\t30\n`);
    expect([draft.statements, draft.notUnderstood[0]?.perhaps]).toEqual([[], [['at least 9 credits']]]);
  });

  it('cannot break out of the model or the table', async () => {
    const text = `${TITLE}Group A: "x": {y}\n${HEADER}HT 1\t=HYPERLINK("x")\t2\t3\t30\nAt least 3 credits\u2028rule: []\n`;
    const { model, table } = await read(text);
    expect(table).toContain(`"'=HYPERLINK(""x"")"`);
    expect(model.split('\n').filter((line) => line.startsWith('rule'))).toEqual(['rule:']);
  });
});
