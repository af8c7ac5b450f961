import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactly } from '../../../src/domain/interval.js';
import type { Selection } from '../../../src/domain/problem.js';
import type { Statement } from '../../../src/domain/statement.js';
import { EVERY_UNIT } from '../../../src/domain/unit-filter.js';
import type { Goal } from '../../../src/diagram/query/goal.js';
import { optimiserOf, shortest, type Optimum } from '../../../src/diagram/query/shortest.js';
import { problemOf } from '../../support/arbitrary-problem.js';
import { everyPathway } from '../../support/brute-force.js';
import { compareInTable } from '../../support/units.js';
import { arbitraryQuestion, bestOf, built, compareBy, exactValues } from '../built.js';

const PLACE = { file: 'test.csv', line: 1, column: 1 };
const UNIT = {
  group: 'A',
  urn: null,
  title: '',
  level: 1,
  credit: 1,
  glh: 1,
  columns: new Map(),
  figures: new Map(),
  place: PLACE,
} as const;

/** Whether the optimum is one of the pathways; null is when there is none. */
function isOneOf(pathways: readonly Selection[], found: Optimum | null): boolean {
  if (found === null) return pathways.length === 0;
  return pathways.some((pathway) => pathway.join() === found.selection.join());
}

describe('the shortest path', () => {
  it('is a best pathway under one goal', () => {
    fc.assert(
      fc.property(arbitraryQuestion({ maxEntries: 9, maxConditions: 3, goals: 1 }), ({ problem, goals }) => {
        const pathways = everyPathway(problem);
        const best = bestOf(goals, pathways);
        const found = shortest(built(problem), goals);
        expect(found?.values.map(BigInt)).toEqual(best && exactValues(goals, best));
        expect(isOneOf(pathways, found)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps each goal at its best while the next is improved', () => {
    fc.assert(
      fc.property(arbitraryQuestion({ maxEntries: 8, maxConditions: 2, goals: 4 }), ({ problem, goals }) => {
        const best = bestOf(goals, everyPathway(problem));
        const found = shortest(built(problem), goals);
        expect(found?.values.map(BigInt)).toEqual(best && exactValues(goals, best));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the order of goals that do not fit in one double together', () => {
    const question = arbitraryQuestion({ maxEntries: 7, maxConditions: 2, goals: 4, largestAmount: 1_000_000_000 });
    fc.assert(
      fc.property(question, fc.nat(3), ({ problem, goals }, same) => {
        const tied = goals.map((goal, at): Goal =>
          at < same ? { ...goal, amounts: problem.entries.map(() => 1e9) } : goal,
        );
        const best = bestOf(tied, everyPathway(problem));
        const found = shortest(built(problem), tied);
        expect(found?.values.map(BigInt)).toEqual(best && exactValues(tied, best));
      }),
      { numRuns: 500 },
    );
  });

  it('tells the last of several large goals apart to the last unit', () => {
    const rows = Array.from({ length: 3 }, (_, at) => ({ ...UNIT, ref: `U ${at}` }));
    const oneUnit: Statement = {
      kind: 'amount',
      quantity: 'units',
      filter: EVERY_UNIT,
      interval: exactly(1),
      source: PLACE,
    };
    const diagram = built(problemOf(rows, [oneUnit]));
    const found = [0, 1, 2].map((best) => {
      const last = rows.map((_, at) => (at === best ? 1 : 2));
      const goals = [[1e9, 1e9, 1e9], [1e9, 1e9, 1e9], last].map((amounts): Goal => ({ sense: 'minimise', amounts }));
      return shortest(diagram, goals)?.selection;
    });
    expect(found).toEqual([[0], [1], [2]]);
  });

  it('answers each of many questions as if it were the only one', () => {
    const question = arbitraryQuestion({ maxEntries: 8, maxConditions: 2, goals: 6, largestAmount: 1e9 });
    fc.assert(
      fc.property(question, fc.array(fc.nat(6), { maxLength: 5 }), ({ problem, goals }, lengths) => {
        const diagram = built(problem);
        const ask = optimiserOf(diagram);
        const questions = lengths.map((length) => goals.slice(0, length));
        expect(questions.map((it) => ask(it))).toEqual(questions.map((it) => shortest(diagram, it)));
      }),
      { numRuns: 200 },
    );
  });

  it('is some pathway when there is no goal', () => {
    fc.assert(
      fc.property(arbitraryQuestion({ maxEntries: 7, goals: 0 }), ({ problem }) => {
        const pathways = everyPathway(problem);
        const found = shortest(built(problem), []);
        expect(found?.values ?? []).toEqual([]);
        expect(isOneOf(pathways, found)).toBe(true);
      }),
    );
  });

  it('is the first in table order of several best ones', () => {
    fc.assert(
      fc.property(arbitraryQuestion({ maxEntries: 9, maxConditions: 3, goals: 2, largestAmount: 2 }), (question) => {
        const { problem, goals } = question;
        const pathways = everyPathway(problem);
        const best = bestOf(goals, pathways);
        const tied = pathways.filter((pathway) => best !== undefined && compareBy(goals, pathway, best) === 0);
        const [first] = tied.sort(compareInTable);
        expect(shortest(built(problem), goals)?.selection).toEqual(first);
      }),
      { numRuns: 500 },
    );
  });

  it('is the first in table order beyond the bits of a word', () => {
    const rows = Array.from({ length: 70 }, (_, at) => ({ ...UNIT, group: at % 2 === 0 ? 'A' : 'B', ref: `U ${at}` }));
    const some: Statement = {
      kind: 'amount',
      quantity: 'units',
      filter: EVERY_UNIT,
      interval: exactly(2),
      source: PLACE,
    };
    const cheap = new Set([31, 33, 64, 69]);
    const goal: Goal = { sense: 'minimise', amounts: rows.map((_, at) => (cheap.has(at) ? 1 : 2)) };
    expect(shortest(built(problemOf(rows, [some])), [goal])?.selection).toEqual([31, 33]);
  });
});
