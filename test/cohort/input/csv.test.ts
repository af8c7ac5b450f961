import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CsvForm } from '../../../src/cohort/input/form.js';
import { readCohortBlock } from '../../../src/cohort/input/input.js';
import { LARGEST_LEARNER, MOST_UNITS, type CohortItem } from '../../../src/cohort/input/item.js';

const FORM: CsvForm = { format: 'csv', delimiter: ',', learner: 0, ref: 1, width: 2 };

const itemsOf = (text: string | Uint8Array, form = FORM): readonly CohortItem[] =>
  readCohortBlock(typeof text === 'string' ? new TextEncoder().encode(text) : text, form).items;

/** Items in short: `L1: A B`, or `2-4 code` for lines (from 0) that are not answered. */
const brief = (items: readonly CohortItem[]): string[] =>
  items.map((item) =>
    item.kind === 'learner' ? `${item.learner}: ${item.held.join(' ')}` : `${item.line}-${item.last} ${item.code}`,
  );

describe('rows of a CSV cohort', () => {
  it('make a learner of rows that stand together', () => {
    expect(brief(itemsOf('L1,A\nL1,B\nL2,C\n'))).toEqual(['L1: A B', 'L2: C']);
    expect(itemsOf('L1,A\nL2,B\n')[1]).toMatchObject({ kind: 'learner', line: 1 });
  });

  it('count their lines with and without a last line end', () => {
    const lines = (text: string): number => readCohortBlock(new TextEncoder().encode(text), FORM).lines;
    expect([lines(''), lines('L1,A'), lines('L1,A\n'), lines('L1,A\n\n')]).toEqual([0, 1, 1, 2]);
  });

  it('may end in CRLF, be blank, have white space around cells and quotes', () => {
    const text = 'L1 , A\r\n\r\n,\r\n"L1","B, or so"\r\n L1,"say ""B"""\r\n"Smith, J", C "D" \r\n"Smith, J",E';
    expect(itemsOf(text)).toMatchObject([
      { learner: 'L1', held: ['A', 'B, or so', 'say "B"'] },
      { learner: 'Smith, J', held: ['C "D"', 'E'] },
    ]);
  });

  it('may say that a learner holds nothing', () => {
    expect(brief(itemsOf('L1,\nL2,\nL2,A\n'))).toEqual(['L1: ', 'L2: A']);
  });

  it('may have further columns in any order', () => {
    const form: CsvForm = { format: 'csv', delimiter: ';', learner: 2, ref: 0, width: 3 };
    expect(brief(itemsOf('A;2024;L1\nB;;L1\nC;2025;L2;;\n', form))).toEqual(['L1: A B', 'L2: C']);
  });

  it.each([
    ['too short', 'L1,A\nL1\nL1,B\nL2,C\n', ['1-1 row-too-short', '0-2 learner-left-out', 'L2: C']],
    ['too long', 'L1,A\nL2,B,more\nL3,C\n', ['L1: A', '1-1 row-too-long', '1-1 learner-left-out', 'L3: C']],
    ['after an open quote', 'L1,A\nL2,"B\nL3,C\n', ['L1: A', '1-1 quote', '1-1 learner-left-out', 'L3: C']],
    ['after text behind a quote', 'L2,"B"x\nL3,C\n', ['0-0 quote', '0-0 learner-left-out', 'L3: C']],
  ])('that cannot be read leave out their learner: %s', (_, text, expected) => {
    expect(brief(itemsOf(text))).toEqual(expected);
  });

  it('that do not say whose they are leave out the learners on both sides', () => {
    const expected = ['2-2 no-learner', '0-2 learner-left-out', '3-4 learner-left-out', 'L3: D'];
    expect(brief(itemsOf('L1,A\nL1,B\n,C\nL2,C\nL2,D\nL3,D\n'))).toEqual(expected);
    expect(brief(itemsOf('L1,A\n"L1,B\nL1,C\nL2,D\n'))).toEqual(['1-1 quote', '0-2 learner-left-out', 'L2: D']);
    expect(brief(itemsOf('L1,A\n"L1,B\n"L1",C\nL2,D\n'))).toEqual(['1-1 quote', '0-2 learner-left-out', 'L2: D']);
    expect(brief(itemsOf('"L1,B\n'))).toEqual(['0-0 quote']);
  });

  it('that are not UTF-8 are told with the column, whoever can be named', () => {
    const bytes = Uint8Array.from(Buffer.from('L1,A\nL2,Caf\xe9\nL3,B\n', 'latin1'));
    const items = itemsOf(bytes);
    expect(brief(items)).toEqual(['L1: A', '1-1 encoding', '1-1 learner-left-out', 'L3: B']);
    expect(items[1]).toMatchObject({ column: 7 });
  });

  it('are refused when there are too many of a learner, or too much of them', () => {
    const many = `L1,A\n${'L2,A\n'.repeat(MOST_UNITS + 1)}L3,B\n`;
    const last = MOST_UNITS + 1;
    const told = [`${last}-${last} too-many-units`, `1-${last} learner-left-out`];
    expect(brief(itemsOf(many))).toEqual(['L1: A', ...told, 'L3: B']);
    expect(brief(itemsOf('L2,A\n'.repeat(MOST_UNITS)))).toHaveLength(1);
    const large = `L2,${'A'.repeat(LARGEST_LEARNER / 4)}\n`.repeat(5);
    expect(brief(itemsOf(large))).toEqual(['4-4 learner-too-large', '0-4 learner-left-out']);
    expect(brief(itemsOf(`L1,A\nL2,${'A'.repeat(LARGEST_LEARNER)}\nL3,B\nL4,C\n`))).toEqual([
      '1-1 line-too-long',
      '0-1 learner-left-out',
      '2-2 learner-left-out',
      'L4: C',
    ]);
  });

  it('give back what was written, whatever it is', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'B', '"', ',', ' ', 'é', ';', '-') }).map((it) => it.trim());
    const rows = fc.uniqueArray(
      fc.tuple(
        cell.filter((it) => it !== ''),
        fc.array(cell, { minLength: 1, maxLength: 4 }),
      ),
      {
        selector: ([learner]) => learner,
      },
    );
    const written = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(rows, fc.constantFrom('\n', '\r\n'), (learners, end) => {
        const text = learners
          .flatMap(([id, held]) => held.map((ref) => `${written(id)},${written(ref)}${end}`))
          .join('');
        const expected = learners.map(([learner, held]) => ({ learner, held: held.filter((ref) => ref !== '') }));
        expect(itemsOf(text)).toMatchObject(expected);
      }),
    );
  });
});
