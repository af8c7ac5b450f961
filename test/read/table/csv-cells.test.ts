import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_CELL, MOST_CELLS } from '../../../src/read/table/cells.js';
import { readCells } from '../../../src/read/table/csv-cells.js';
import { codesOf } from '../issues.js';

const read = (text: string): ReturnType<typeof readCells> => readCells(text, 'f', ['group', 'ref', 'title']);
const texts = (text: string): string[][] => read(text).rows.map((row) => row.map((cell) => cell.text));

describe('readCells', () => {
  it.each([
    ['commas', 'group,ref,title\nA,1,x; y'],
    ['semicolons', 'group;ref;title\nA;1;x, y, z, or w'],
    ['tabs', 'group\tref\ttitle\nA\t1\tx, y; z'],
    ['semicolons below a header full of commas', 'group;ref;one, two, three, four, five\nA;1;x'],
    ['commas below a header in quotes', '"Group" , "REF","title; or so"\nA,1,x'],
  ])('takes cells apart at %s', (_, text) => {
    const { rows, issues } = read(text);
    expect(issues).toEqual([]);
    expect(rows.map((row) => row.length)).toEqual([3, 3]);
    expect(rows[1]?.slice(0, 2).map((cell) => cell.text)).toEqual(['A', '1']);
  });

  it('leaves out blank rows, whether empty, of white space or of separators alone', () => {
    expect(texts('\n\ngroup,ref\n  \n,,\nA,1\n\n')).toEqual([
      ['group', 'ref'],
      ['A', '1'],
    ]);
  });

  it.each(['\n', '\r\n', '\r'])('counts lines the same with line end %j', (end) => {
    const { rows } = read(['group,ref,title', '', 'A,"two', 'lines",x', 'B,2, é😀,"y""z",end'].join(end));
    expect(rows.map((row) => row.map(({ text, place }) => [text, place.line, place.column]))).toEqual([
      [
        ['group', 1, 1],
        ['ref', 1, 7],
        ['title', 1, 11],
      ],
      [
        ['A', 3, 1],
        ['two\nlines', 3, 3],
        ['x', 4, 8],
      ],
      [
        ['B', 5, 1],
        ['2', 5, 3],
        ['é😀', 5, 5],
        ['y"z', 5, 10],
        ['end', 5, 17],
      ],
    ]);
  });

  it('keeps quotes inside a cell without quotes', () => {
    expect(texts('group,ref\nA,5" pipe\nB,"a"b')).toEqual([
      ['group', 'ref'],
      ['A', '5" pipe'],
      ['B', '"a"b'],
    ]);
  });

  it('warns of a cell over several lines', () => {
    const { issues } = read('group,ref,title\nA,1,"two\nlines"\nB,2,x');
    expect(issues.map(({ severity }) => severity)).toEqual(['warning']);
    expect(codesOf(issues)).toEqual(['cell-over-lines f:2:5']);
  });

  it('refuses a cell over several lines that goes on behind its closing quote', () => {
    const { issues } = read('group,ref,title\nA,1,"x\nA,2,"y\nB,2,x');
    expect(issues.map(({ severity }) => severity)).toEqual(['error']);
    expect(codesOf(issues)).toEqual(['cell-over-lines f:2:5']);
  });

  it('says where a quote opens that is never closed, and keeps the rows before it', () => {
    const { rows, issues } = read('group,ref\nA,1\nB,"2\nC,3\n');
    expect(codesOf(issues)).toEqual(['quote-not-closed f:3:3']);
    expect(rows).toHaveLength(2);
  });

  it.each(['', '\n\n', '\ufeff', ' \n ,, \n'])('calls %j empty', (text) => {
    expect(codesOf(read(text).issues)).toEqual(['empty-file f:1:1']);
  });

  it('refuses a cell that is too long, and accepts the longest', () => {
    const { issues } = read(`group,ref\n${'x'.repeat(LONGEST_CELL)},1\nA,${'y'.repeat(LONGEST_CELL + 1)}`);
    expect(codesOf(issues)).toEqual(['cell-too-long f:3:3']);
  });

  it('stops at too many cells', () => {
    const { rows, issues } = read(','.repeat(MOST_CELLS + 10));
    expect(rows).toEqual([]);
    expect(codesOf(issues)).toEqual([`too-many-cells f:1:${MOST_CELLS + 1}`]);
  });

  it('gives back cells that were written in quotes, each at its place', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', '😀', '"', ',', ';', '\t', '\n', ' ', '\ud800'),
      maxLength: 8,
    });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t'), (body, delimiter) => {
        const rows = [['group', 'ref', 'title'], ...body];
        const text = rows.map((row) => row.map((it) => `"${it.replaceAll('"', '""')}"`).join(delimiter)).join('\n');
        const found = readCells(text, 'f', ['group', 'ref', 'title']);
        const wanted = rows.filter((row) => row.some((it) => it.trim() !== ''));
        expect(found.issues.filter(({ code }) => code !== 'cell-over-lines')).toEqual([]);
        // The parser replaces half a surrogate pair, which no file can hold, so only the rest is compared.
        const plain = (it: string): string => it.replace(/\p{Cs}/gu, '\ufffd').trim();
        expect(found.rows.map((row) => row.map((it) => it.text))).toEqual(wanted.map((row) => row.map(plain)));
        const lines = text.split('\n');
        for (const { place } of found.rows.flat()) expect(lines[place.line - 1]?.[place.column - 1]).toBe('"');
      }),
      { numRuns: 500 },
    );
  });

  it('takes cells apart as the parser of CSV does, whatever stands in a line', () => {
    const piece = fc.constantFrom('a', 'é', ' ', ',', ',', '"', '""', '\n', '\n', '"x,y"', 'b c');
    let quotedCells = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const body = pieces.join('');
        const { rows, issues } = read(`group,ref,title\n${body}`);
        const parsed = parsedAlone(body);
        const isUnclosed = issues.some(({ code }) => code === 'quote-not-closed');
        expect([isUnclosed, isUnclosed ? null : rows.slice(1).map((row) => row.map(({ text }) => text))]).toEqual([
          parsed === null,
          parsed,
        ]);
        for (const { text, place } of rows.flat().filter((it) => it.text !== '')) {
          const line = `group,ref,title\n${body}`.split('\n')[place.line - 1] ?? '';
          const from = line.slice(place.column - 1).trimStart();
          expect([from[0] === '"' || from.startsWith(text.split('\n')[0] ?? ''), text]).toEqual([true, text]);
          quotedCells += from[0] === '"' ? 1 : 0;
        }
      }),
      { numRuns: 2000 },
    );
    expect(quotedCells).toBeGreaterThan(500);
  });
});

/** What csv-parse makes of a text by itself; null where a quote is never closed. */
function parsedAlone(text: string): readonly (readonly string[])[] | null {
  try {
    const records: string[][] = parse(text, { record_delimiter: '\n', relax_column_count: true, relax_quotes: true });
    return records.map((row) => row.map((cell) => cell.trim())).filter((row) => row.some((cell) => cell !== ''));
  } catch {
    return null;
  }
}
