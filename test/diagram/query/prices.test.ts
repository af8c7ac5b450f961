import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atLeast } from '../../../src/domain/interval.js';
import type { Selection } from '../../../src/domain/problem.js';
import { EVERY_UNIT } from '../../../src/domain/unit-filter.js';
import type { Goal } from '../../../src/diagram/query/goal.js';
import { prices } from '../../../src/diagram/query/prices.js';
import { problemOf } from '../../support/arbitrary-problem.js';
import { everyPathway } from '../../support/brute-force.js';
import { arbitraryQuestion, built } from '../built.js';

function bestValue({ sense, amounts }: Goal, pathways: readonly Selection[]): number | null {
  const values = pathways.map((pathway) => pathway.reduce((sum, index) => sum + (amounts[index] ?? 0), 0));
  if (values.length === 0) return null;
  return sense === 'minimise' ? Math.min(...values) : Math.max(...values);
}

describe('the price of an entry', () => {
  it('is the best value with it, the best without it, and the share of the pathways that count it', () => {
    fc.assert(
      fc.property(arbitraryQuestion({ maxEntries: 9, maxConditions: 3, goals: 1 }), ({ problem, goals: [goal] }) => {
        if (goal === undefined) return;
        const pathways = everyPathway(problem);
        const expected = problem.entries.map(({ index }) => {
          const counting = pathways.filter((pathway) => pathway.includes(index));
          const others = pathways.filter((pathway) => !pathway.includes(index));
          const share = pathways.length === 0 ? 0 : counting.length / pathways.length;
          return { with: bestValue(goal, counting), without: bestValue(goal, others), share };
        });
        expect(prices(built(problem), goal)).toEqual(expected);
      }),
      { numRuns: 600 },
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
    const all = prices(built(problem), goal);
    expect(all.map((price) => price.with)).toEqual(rows.map((_, at) => (at === 0 ? 1 : at)));
    expect(all.every(({ share }) => Math.abs(share - 0.5) < 1e-12)).toBe(true);
  });
});
