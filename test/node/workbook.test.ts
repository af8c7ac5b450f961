import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import writeXlsxFile from 'write-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { qualpath, qualpathJson } from '../support/command.js';

const HEADER = ['group', 'ref', 'title', 'level', 'credit', 'glh', 'cost'];
type Value = string | number | Date | null;

const folder = mkdtempSync(join(tmpdir(), 'qualpath-workbook-'));

const model = (sheet: string): string => `title: From a workbook
units: units.xlsx
${sheet}groups: { A: First, B: Second }
rule: [at least 8 credits, at most 30 cost]
`;

const UNITS: readonly (readonly Value[])[] = [
  ['Units of the award', null, null, null, null, null, null],
  [null, null, null, null, null, null, null],
  HEADER,
  ['A', 'X 1', 'One', 3, 4.5, 24, 0.1 + 0.2],
  [null, 'X 2', 'Two', 'Entry 3', 4, 20, 12.5],
  [null, 'X 3', 'Three', 2, 3.5, 31, 8],
  ['B', 'X 4', 'Four', 'TBC', 5, 40, 9],
];

const WRONG: readonly (readonly Value[])[] = [
  HEADER,
  ['A', 'X 1', 'One', 3, 'many', 24, 1],
  ['Z', 'X 2', 'Two', 99, 4, 20.5, 1],
];

const cells = (rows: readonly (readonly Value[])[]) =>
  rows.map((row) => row.map((value) => (value === null ? null : { value })));

beforeAll(async () => {
  await writeXlsxFile([
    { data: cells(UNITS), sheet: 'Units 2026' },
    { data: cells(WRONG), sheet: 'Wrong' },
    { data: [], sheet: 'Empty' },
  ]).toFile(join(folder, 'units.xlsx'));
  writeFileSync(join(folder, 'first.yaml'), model(''));
  writeFileSync(join(folder, 'named.yaml'), model('sheet: Units 2026\n'));
  writeFileSync(join(folder, 'wrong.yaml'), model('sheet: Wrong\n'));
  writeFileSync(join(folder, 'empty.yaml'), model('sheet: Empty\n'));
  writeFileSync(join(folder, 'missing.yaml'), model('sheet: Units 2025\n'));
  writeFileSync(join(folder, 'broken.yaml'), model('').replace('units.xlsx', 'broken.xlsx'));
  writeFileSync(join(folder, 'broken.xlsx'), 'no workbook at all');
  writeFileSync(join(folder, 'old.yaml'), model('').replace('units.xlsx', 'old.xls'));
  writeFileSync(join(folder, 'old.xls'), 'old');
  writeFileSync(join(folder, 'absent.yaml'), model('').replace('units.xlsx', 'absent.xlsx'));
  writeFileSync(join(folder, 'csv.yaml'), model('sheet: Units\n').replace('units.xlsx', 'units.csv'));
  writeFileSync(join(folder, 'units.csv'), `${HEADER.join(',')}\nA,X 1,One,3,9,24,1\nB,X 2,Two,3,9,24,1\n`);
});

const messages = async (name: string): Promise<readonly string[]> =>
  (await qualpath(['solve', `./${name}.yaml`], { cwd: folder })).err.trim().split('\n');

describe('units in a workbook', () => {
  it.each(['first', 'named'])('are read as from any other table, %s', async (name) => {
    const answer = await qualpathJson(['solve', `./${name}.yaml`, '--also', 'at most 12 cost'], folder);
    expect(answer).toMatchObject({
      status: 'optimal',
      totals: { credits: 8, glh: 55 },
      units: [
        { ref: 'X 1', group: 'A', credit: 4.5 },
        { ref: 'X 3', group: 'A', credit: 3.5 },
      ],
    });
  });

  it('are told of with sheet and cell', async () => {
    const { out } = await qualpath(['check', './first.yaml', '--format', 'text'], { cwd: folder });
    expect(out.split('\n').filter((line) => line.startsWith('units.xlsx') && !line.includes(' note: '))).toEqual([
      'units.xlsx:Units 2026!A3: warning: The header seems to be row 3 (A3); what stands above it is left out.',
      'units.xlsx:Units 2026!A5: warning: The groups of 2 rows are blank; they are read as the group above, as of merged cells.',
    ]);
    expect(await messages('wrong')).toEqual([
      expect.stringMatching(/^units\.xlsx:Wrong!E2: error: .*many/),
      expect.stringMatching(/^units\.xlsx:Wrong!A3: error: .*Z/),
      expect.stringMatching(/^units\.xlsx:Wrong!D3: error: .*99/),
      expect.stringMatching(/^units\.xlsx:Wrong!F3: error: .*20\.5/),
    ]);
  });

  it('are told of with sheet and cell in JSON', async () => {
    const issues = (await qualpathJson(['check', './wrong.yaml'], folder)) as readonly { readonly source: unknown }[];
    expect(issues[0]?.source).toEqual({ file: 'units.xlsx', line: 2, column: 5, sheet: 'Wrong', cell: 'E2' });
  });

  it.each<[string, RegExp]>([
    [
      'missing',
      /^\.\/missing\.yaml:3:8: error: There is no sheet 'Units 2025' in units\.xlsx \(did you mean Units 2026\?\)\.$/,
    ],
    ['empty', /^units\.xlsx:Empty!A1: error: This sheet is empty/],
    ['broken', /^broken\.xlsx:1:1: error: This is no workbook that can be read \(.*\)\. Open it in a spreadsheet/],
    ['old', /^old\.xls:1:1: error: Workbooks are read as \.xlsx only; save this one as that, or as CSV\.$/],
    ['absent', /^\.\/absent\.yaml:2:8: error: There is no file/],
    ['csv', /^\.\/csv\.yaml:3:8: error: 'sheet' names a sheet of a workbook, and 'units\.csv' is none\.$/],
  ])('that cannot be read say why: %s', async (name, message) => {
    const told = await messages(name);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(message);
  });

  it('are checked by themselves', async () => {
    const { out, code } = await qualpath(['check', 'units.xlsx'], { cwd: folder });
    expect(out).toContain('units.xlsx:Units 2026!A3: warning:');
    expect(code).toBe(0);
  });
});
