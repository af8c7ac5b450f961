import readWorkbook from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { workbookBytes } from '../../../src/node/write-workbook.js';
import { heading, line, table, type Sheet } from '../../../src/report/sheet.js';
import { workbookOf } from '../../../src/report/workbook/workbook.js';

const COLUMNS = [{ head: 'Title' }, { head: 'Figure', align: 'right' as const }];

const read = async (sheet: Sheet) => readWorkbook(Buffer.from(await workbookBytes(workbookOf(sheet))));

describe('a sheet as a workbook', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', 'plain', "'quoted"])('keeps %j as text', async (text) => {
    const bytes = Buffer.from(await workbookBytes(workbookOf({ title: 'T', parts: [table(COLUMNS, [[text, 1]])] })));
    const { unzipSync } = await import('fflate');
    const parts = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('xl/worksheets/sheet'));
    expect(parts.map(([, part]) => new TextDecoder().decode(part)).filter((part) => part.includes('<f'))).toEqual([]);
    const [first] = await readWorkbook(bytes, { trim: false });
    expect(first?.data[1]).toEqual([text, 1]);
  });

  it('has figures as numbers, those too long for a spreadsheet as text, and a dash as nothing', async () => {
    const long = '7'.repeat(40);
    const rows = [
      ['a', '1,234'],
      ['b', { text: 'about 7.77 x 10^39', tone: 'plain' as const, exact: long }],
      ['c', '-'],
      ['1,234', 12.5],
    ];
    const [first] = await read({ title: 'T', parts: [table(COLUMNS, rows)] });
    expect(first?.data.slice(1)).toEqual([
      ['a', 1234],
      ['b', long],
      ['c', null],
      ['1,234', 12.5],
    ]);
  });

  it('has each table on a sheet called by its heading, and says in the text where it is', async () => {
    const one = table(COLUMNS, [['a', 1]]);
    const name = 'A heading: that is [much] longer than a sheet may be called';
    const sheets = await read({ title: 'T', parts: [line('First.'), heading(name), one, one, heading('text'), one] });
    const cut = 'A heading that is much longer t';
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Text', cut, `${cut.slice(0, 29)} 2`, 'text 2']);
    const words = sheets[0]?.data.map(([cell]) => cell);
    expect(words).toEqual(expect.arrayContaining(['T', 'First.', `Table: sheet '${cut}'`]));
  });

  it('has a single table first', async () => {
    const sheets = await read({ title: 'Units', parts: [line('Two.'), table(COLUMNS, [['a', 1]])] });
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Units', 'Text']);
  });

  it('is the same bytes whenever it is written', async () => {
    const sheet: Sheet = { title: 'T', parts: [table(COLUMNS, [['a', 1]])] };
    const before = await workbookBytes(workbookOf(sheet));
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect(Buffer.from(await workbookBytes(workbookOf(sheet))).equals(Buffer.from(before))).toBe(true);
  });
});
