import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InternTable } from '../../../src/diagram/build/intern-table.js';

const rows = fc.integer({ min: 1, max: 3 }).chain((width) =>
  fc.record({
    width: fc.constant(width),
    rows: fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: width, maxLength: width }), {
      maxLength: 900,
    }),
    sealedAt: fc.nat(900),
  }),
);

describe('an intern table', () => {
  it('numbers rows in order of their first appearance since it was sealed', () => {
    fc.assert(
      fc.property(rows, ({ width, rows: drawn, sealedAt }) => {
        const table = new InternTable(width);
        const known = new Map<string, number>();
        let next = 0;
        for (const [at, row] of drawn.entries()) {
          if (at === sealedAt) {
            table.seal();
            known.clear();
          }
          const expected = known.get(row.join()) ?? next++;
          known.set(row.join(), expected);
          expect(table.intern(Int32Array.from(row))).toBe(expected);
        }
        expect(table.size).toBe(next);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps rows as they were given, through growing and shrinking', () => {
    const table = new InternTable(2);
    for (let round = 0; round < 3; round++) {
      table.clear();
      const size = round === 1 ? 3 : 5000;
      for (let at = 0; at < size; at++) table.intern(new Int32Array([at * 7919, -at]));
      const expected = Array.from({ length: size }, (_, at) => [at * 7919, -at]).flat();
      expect(table.rows.slice(0, 2 * size)).toEqual(Int32Array.from(expected));
      expect(table.intern(new Int32Array([7919, -1]))).toBe(1);
    }
  });
});
