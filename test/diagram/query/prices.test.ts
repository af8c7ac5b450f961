import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atLeast } from '../../../src/domain/interval.js';
import type { Selection } from '../../../src/domain/problem.js';
import { EVERY_UNIT } from '../../../src/domain/unit-filter.js';
import type { Goal } from '../../../src/diagram/query/goal.js';
import { bestWithoutAny, prices } from '../../../src/diagram/query/prices.js';
import { problemOf } from '../../support/arbitrary-problem.js';
import { everyPathway } from '../../support/brute-force.js';
import { arbitraryQuestion, bestOf, built, exactValues } from '../built.js';

/** The best values over the pathways; null of none. */
function bestValues(goals: readonly Goal[], pathways: readonly Selection[]): readonly number[] | null {
  const best = bestOf(goals, pathways);
  return best === undefined ? null : exactValues(goals, best).map(Number);
}

const question = arbitraryQuestion({ maxEntries: 9, maxConditions: 3, goals: 3, largestAmount: 3 });

describe('the price of an entry', () => {
  it('is the best values with it, the best without it, and the share of the pathways that count it', () => {
    fc.assert(
      fc.property(question, fc.integer({ min: 0, max: 3 }), ({ problem, goals: drawn }, several) => {
        const goals = drawn.slice(0, several);
        const pathways = everyPathway(problem);
        const expected = problem.entries.map(({ index }) => {
          const counting = pathways.filter((pathway) => pathway.includes(index));
          const others = pathways.filter((pathway) => !pathway.includes(index));
          const share = pathways.length === 0 ? 0 : counting.length / pathways.length;
          return { with: bestValues(goals, counting), without: bestValues(goals, others), share };
        });
        expect(prices(built(problem), goals)).toEqual(expected);
      }),
      { numRuns: 600 },
    );
  });

  it('is known of several entries left out together', () => {
    fc.assert(
      fc.property(question, fc.uniqueArray(fc.nat(8)), ({ problem, goals }, left) => {
        const others = everyPathway(problem).filter((it) => !it.some((index) => left.includes(index)));
        expect(bestWithoutAny(built(problem), goals, new Set(left))).toEqual(bestValues(goals, others));
      }),
      { numRuns: 400 },
    );
  });

  it('keeps its share where the number of pathways passes every double', () => {
    const place = { file: 'test.csv', line: 1, column: 1 };
    const unit = {
      group: 'A',
      urn: null,
      title: '',
      level: 1 as const,
      credit: 1,
      glh: 1,
      columns: new Map(),
      figures: new Map(),
      place,
    };
    const rows = Array.from({ length: 1200 }, (_, at) => ({ ...unit, ref: `U ${at}` }));
    const interval = atLeast(2);
    const problem = problemOf(rows, [
      { kind: 'amount', quantity: 'units', filter: EVERY_UNIT, interval, source: place },
    ]);
    const goal: Goal = { sense: 'minimise', amounts: rows.map((_, at) => at) };
    const all = prices(built(problem), [goal]);
    expect(all.map((price) => price.with)).toEqual(rows.map((_, at) => [at === 0 ? 1 : at]));
    expect(all.every(({ share }) => Math.abs(share - 0.5) < 1e-12)).toBe(true);
  });
});
