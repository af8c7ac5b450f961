import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jointTable } from '../../../src/diagram/query/joint-table.js';
import { costOf, everyPathway } from '../../support/brute-force.js';
import { arbitraryQuestion, built } from '../built.js';

const question = arbitraryQuestion({ maxEntries: 8, maxConditions: 3, goals: 3, largestAmount: 3 });

describe('a table of all pathways', () => {
  it('has every combination of values with its pathways and their ends, as enumerating gives them', () => {
    fc.assert(
      fc.property(question, ({ problem, goals }) => {
        const [a = [], b = [], across = []] = goals.map(({ amounts }) => Array.from(amounts, Math.abs));
        const pathways = everyPathway(problem).map((it) => ({
          values: [costOf(it, a), costOf(it, b)],
          hours: costOf(it, across),
        }));
        const table = jointTable(built(problem), [a, b], across) ?? [];
        expect(new Set(table.map(({ values }) => values.join())).size).toBe(table.length);
        expect(table.length).toBe(new Set(pathways.map(({ values }) => values.join())).size);
        for (const { values, pathways: ways, least, most } of table) {
          const own = pathways.filter((it) => it.values.join() === values.join()).map(({ hours }) => hours);
          expect([ways, least, most]).toEqual([BigInt(own.length), Math.min(...own), Math.max(...own)]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is given up at the limit', () => {
    const [one] = fc.sample(arbitraryQuestion({ minEntries: 8, maxConditions: 0, goals: 1 }), { numRuns: 1, seed: 3 });
    if (one === undefined) throw new Error('there is one');
    const amounts = one.problem.entries.map(() => 1);
    expect(jointTable(built(one.problem), [amounts], amounts, 3)).toBeNull();
  });
});
