import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestPathways, kBest } from '../../../src/diagram/query/k-best.js';
import { shortest } from '../../../src/diagram/query/shortest.js';
import { everyPathway } from '../../support/brute-force.js';
import { compareInTable } from '../../support/units.js';
import { arbitraryQuestion, built, compareBy, exactValues } from '../built.js';

const question = arbitraryQuestion({ maxEntries: 8, maxConditions: 2, goals: 2 });
const largeQuestion = arbitraryQuestion({ maxEntries: 7, maxConditions: 2, goals: 3, largestAmount: 1_000_000_000 });

describe('the best pathways', () => {
  it('are all the pathways, each once, from the best to the worst, ties in table order', () => {
    fc.assert(
      fc.property(fc.oneof(question, largeQuestion), ({ problem, goals }) => {
        const pathways = everyPathway(problem);
        const given = [...bestPathways(built(problem), goals)];
        const sorted = pathways.toSorted((a, b) => compareBy(goals, a, b) || compareInTable(a, b));
        expect(given.map(({ values }) => values.map(BigInt))).toEqual(sorted.map((it) => exactValues(goals, it)));
        expect(given.map(({ selection }) => selection)).toEqual(sorted);
      }),
      { numRuns: 500 },
    );
  });

  it('begin with the shortest and come in the same order every time', () => {
    fc.assert(
      fc.property(question, fc.nat(20), ({ problem, goals }, k) => {
        const diagram = built(problem);
        const best = kBest(diagram, goals, k);
        expect(best).toEqual(kBest(built(problem), goals, k));
        expect(best).toEqual(kBest(diagram, goals, 1000).slice(0, k));
        expect(best.slice(0, 1)).toEqual([shortest(diagram, goals)].filter((it) => k > 0 && it !== null));
      }),
      { numRuns: 200 },
    );
  });
});
