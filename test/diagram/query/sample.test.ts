import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samplerOf } from '../../../src/diagram/query/sample.js';
import { arbitraryProblem } from '../../support/arbitrary-problem.js';
import { everyPathway } from '../../support/brute-force.js';
import { built } from '../built.js';

/** Numbers from 0 up to, not including, 1: the multiples of 1/`steps`, over and over, in a fixed scattered order. */
function scattered(seed: number): () => number {
  let state = seed + 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

describe('a sample', () => {
  it('is a pathway, and null when there is none', () => {
    fc.assert(
      fc.property(arbitraryProblem({ maxEntries: 8, maxConditions: 3 }), fc.nat(1000), (problem, seed) => {
        const pathways = everyPathway(problem).map((pathway) => pathway.join());
        const draw = samplerOf(built(problem));
        const drawn = Array.from({ length: 5 }, () => draw(scattered(seed))?.join() ?? null);
        expect(drawn.every((it) => (it === null ? pathways.length === 0 : pathways.includes(it)))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('finds the first and the last pathway at the ends of the numbers', () => {
    fc.assert(
      fc.property(arbitraryProblem({ maxEntries: 8, maxConditions: 3 }), (problem) => {
        const pathways = everyPathway(problem).map((pathway) => pathway.join());
        const draw = samplerOf(built(problem));
        const ends = [() => 0, () => 1 - 2 ** -53].map((random) => draw(random)?.join());
        expect(ends.every((it) => it === undefined || pathways.includes(it))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('is each pathway about as often as any other', () => {
    const shape = { minEntries: 4, maxEntries: 6, maxConditions: 2 };
    const problems = fc.sample(arbitraryProblem(shape), { numRuns: 30, seed: 5 });
    for (const problem of problems) {
      const pathways = everyPathway(problem);
      const draw = samplerOf(built(problem));
      const random = scattered(1);
      const drawn = Array.from({ length: 200 * pathways.length }, () => draw(random)?.join());
      const counts = pathways.map((pathway) => drawn.filter((it) => it === pathway.join()).length);
      // Each is drawn 200 times on average, with a spread of at most 14: six of those either way.
      expect(counts.every((times) => Math.abs(times - 200) < 85)).toBe(true);
    }
  });
});
