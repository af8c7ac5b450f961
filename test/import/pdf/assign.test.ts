import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignLines } from '../../../src/import/pdf/assign.js';
import type { Fragment } from '../../../src/import/pdf/fragment.js';

const SIZE = 10;
const LEADING = 11.6;

const lineAt = (text: string, y: number): Fragment => ({ text, left: 0, right: 100, y, size: SIZE });

type Mode = 'top' | 'centre' | 'bottom';

/**
 * Titles of so many lines each, and where the other cells of each row stand. Half a point
 * stands between rows, as Word leaves it.
 */
function setTight(counts: readonly number[], mode: Mode): { readonly rows: number[]; readonly lines: Fragment[] } {
  const gap = 0.04;
  let next = 0;
  const rows: number[] = [];
  const lines = counts.flatMap((count, row) => {
    const ys = Array.from({ length: count }, (_, at) => (next + at) * LEADING);
    next += count + gap;
    const [first = 0, last = 0] = [ys[0], ys.at(-1)];
    rows.push(mode === 'top' ? first : mode === 'bottom' ? last : (first + last) / 2);
    return ys.map((y, at) => lineAt(`${row}.${at}`, y));
  });
  return { rows, lines };
}

describe('lines of titles', () => {
  it.each(['top', 'centre', 'bottom'] as const)(
    'go to the rows that they stand in, aligned at the %s, as tight as it can be told',
    (mode) => {
      fc.assert(
        fc.property(
          fc
            .array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 12 })
            .filter((all) => all.some((count) => count > 1)),
          (counts) => {
            const { rows, lines } = setTight(counts, mode);
            const { rows: given, leftOver } = assignLines(rows, lines);
            expect(leftOver).toEqual([]);
            expect(given.map((run) => run.map(({ text }) => text))).toEqual(
              counts.map((count, row) => Array.from({ length: count }, (_, at) => `${row}.${at}`)),
            );
          },
        ),
        { numRuns: 100 },
      );
    },
  );

  it('that stand far from every row are left over', () => {
    const { rows, leftOver } = assignLines([0, 20], [lineAt('a', 0), lineAt('b', 20), lineAt('far', 90)]);
    expect([rows.map((run) => run.length), leftOver.map(({ text }) => text)]).toEqual([[1, 1], ['far']]);
  });

  it('may be missing from a row', () => {
    expect(
      assignLines([0, 20, 40], [lineAt('a', 0), lineAt('c', 40)]).rows.map((run) => run.map(({ text }) => text)),
    ).toEqual([['a'], [], ['c']]);
  });
});
