import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atLeast } from '../../../src/domain/interval.js';
import { EVERY_UNIT } from '../../../src/domain/unit-filter.js';
import { count, countBest } from '../../../src/diagram/query/count.js';
import { countWithin } from '../../../src/diagram/query/count-within.js';
import { problemOf } from '../../support/arbitrary-problem.js';
import { everyPathway } from '../../support/brute-force.js';
import { arbitraryQuestion, bestOf, built, compareBy } from '../built.js';

const question = arbitraryQuestion({ maxEntries: 9, maxConditions: 3, goals: 2 });

/** Units that count one credit each, of which at least `min` are wanted. */
function anyOf(units: number, min: number) {
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
  const rows = Array.from({ length: units }, (_, at) => ({ ...unit, ref: `U ${at}` }));
  const interval = atLeast(min);
  return problemOf(rows, [{ kind: 'amount', quantity: 'credits', filter: EVERY_UNIT, interval, source: place }]);
}

describe('the number of pathways', () => {
  it('is how many selections the evaluator accepts', () => {
    fc.assert(
      fc.property(question, ({ problem }) => {
        expect(count(built(problem))).toBe(BigInt(everyPathway(problem).length));
      }),
      { numRuns: 500 },
    );
  });

  it('is exact beyond what a double can hold', () => {
    const all = 2n ** 120n;
    expect(count(built(anyOf(120, 0)))).toBe(all);
    expect(count(built(anyOf(120, 2)))).toBe(all - 121n);
  });
});

describe('the number of best pathways', () => {
  it('is how many tie with the best under every goal', () => {
    fc.assert(
      fc.property(question, ({ problem, goals }) => {
        const pathways = everyPathway(problem);
        const best = bestOf(goals, pathways);
        const tied = pathways.filter((pathway) => best !== undefined && compareBy(goals, pathway, best) === 0);
        expect(countBest(built(problem), goals)).toBe(BigInt(tied.length));
      }),
      { numRuns: 500 },
    );
  });
});

describe('the number of pathways within a slack', () => {
  it('is how many come that near to the best', () => {
    fc.assert(
      fc.property(question, fc.nat(25), ({ problem, goals: [goal] }, slack) => {
        if (goal === undefined) return;
        const values = everyPathway(problem).map((pathway) =>
          pathway.reduce((sum, index) => sum + (goal.amounts[index] ?? 0), 0),
        );
        const best = goal.sense === 'minimise' ? Math.min(...values) : Math.max(...values);
        const near = values.filter((value) => Math.abs(value - best) <= slack);
        expect(countWithin(built(problem), goal, slack)).toBe(BigInt(near.length));
      }),
      { numRuns: 500 },
    );
  });

  it('is not told when that takes more pairs than allowed, except where the slack covers everything', () => {
    const problem = anyOf(30, 1);
    const goal = { sense: 'minimise' as const, amounts: problem.entries.map(({ index }) => 2 ** (29 - index)) };
    const diagram = built(problem);
    expect(countWithin(diagram, goal, 2 ** 29, 20)).toBeNull();
    expect(countWithin(diagram, goal, 2 ** 30, 20)).toBe(2n ** 30n - 1n);
    expect(countWithin(diagram, goal, 2 ** 29, 2000)).toBe(2n ** 29n + 1n);
  });
});
