import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Objective } from '../../src/domain/measure.js';
import { compareInTable } from '../../src/questions/objective-values.js';
import { bestOfValues } from '../../src/questions/price-of.js';

const selection = fc.uniqueArray(fc.nat(6), { maxLength: 5 }).map((it) => it.toSorted((a, b) => a - b));

describe('the order of the table', () => {
  it('puts first who counts the first entry on which two selections differ', () => {
    fc.assert(
      fc.property(selection, selection, (a, b) => {
        const first = [0, 1, 2, 3, 4, 5, 6].find((entry) => a.includes(entry) !== b.includes(entry));
        expect(Math.sign(compareInTable(a, b))).toBe(first === undefined ? 0 : a.includes(first) ? -1 : 1);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the best of several values', () => {
  it('is told by the first objective, and by each next one among equals', () => {
    const sense = fc.constantFrom<Objective['sense']>('minimise', 'maximise');
    const values = fc.option(fc.tuple(fc.nat(2), fc.nat(2)));
    fc.assert(
      fc.property(sense, sense, fc.array(values, { maxLength: 5 }), (one, two, all) => {
        const objectives = [one, two].map((it): Objective => ({
          sense: it,
          measure: { over: 'all', quantity: 'glh' },
        }));
        const signed = all
          .filter((it) => it !== null)
          .map(([a, b]) => [one === 'minimise' ? a : -a, two === 'minimise' ? b : -b] as const)
          .toSorted(([a, b], [c, d]) => a - c || b - d);
        const [best] = signed;
        const expected = best === undefined ? null : [Math.abs(best[0]), Math.abs(best[1])];
        expect(bestOfValues(objectives, all)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});
