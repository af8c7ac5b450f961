import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAt, pasteCells, readCells, writeCells } from '../../web/model/unit-table.js';

const TABLE = [
  ['group', 'ref', 'title'],
  ['A', 'U 1', 'One, and "more"'],
  ['B', 'U 2', 'Two'],
];

describe('a unit table as cells', () => {
  it('is read with commas, semicolons or tabs, and short rows are filled', () => {
    for (const mark of [',', ';', '\t']) {
      expect(readCells(`group${mark}ref${mark}title\nA${mark}U 1\n`)).toEqual([
        ['group', 'ref', 'title'],
        ['A', 'U 1', ''],
      ]);
    }
    expect(readCells('')).toEqual([]);
  });

  it('is written so that it is read again as it was', () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .filter((text) => !/[\r\n]/.test(text) && !text.startsWith('\uFEFF'));
    const rows = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      )
      .map((all) => [['group', ...(all[0] ?? []).slice(1).map((_, at) => `h${at}`)], ...all])
      .filter((all) => all.every((row) => row.some((text) => text !== '')));
    const wrong = fc.check(
      fc.property(rows, (table) => JSON.stringify(readCells(writeCells(table))) === JSON.stringify(table)),
      { numRuns: 2000 },
    );
    expect(wrong.counterexample).toBeNull();
  });

  it('takes a block of cells from a spreadsheet, and grows by the rows that it lacks', () => {
    expect(pasteCells(TABLE, 2, 1, 'U 9\tNine\nU 10\tTen\toff the edge\n')).toEqual([
      ['group', 'ref', 'title'],
      ['A', 'U 1', 'One, and "more"'],
      ['B', 'U 9', 'Nine'],
      ['', 'U 10', 'Ten'],
    ]);
    expect(TABLE[2]).toEqual(['B', 'U 2', 'Two']);
  });

  it('knows the cell of a place in the file', () => {
    const lines = writeCells(TABLE).split('\n');
    const column = (lines[1] ?? '').indexOf('"One') + 1;
    expect(cellAt(TABLE, 2, column)).toEqual({ row: 1, cell: 2 });
    expect(cellAt(TABLE, 3, 1)).toEqual({ row: 2, cell: 0 });
    expect(cellAt(TABLE, 3, 3)).toEqual({ row: 2, cell: 1 });
    expect(cellAt(TABLE, 9, 1)).toBeNull();
  });
});
