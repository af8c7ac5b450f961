import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distribution } from '../../../src/diagram/query/distribution.js';
import { frontier } from '../../../src/diagram/query/frontier.js';
import type { Goal } from '../../../src/diagram/query/goal.js';
import type { Selection } from '../../../src/domain/problem.js';
import { problemOf } from '../../support/arbitrary-problem.js';
import { costOf, everyPathway } from '../../support/brute-force.js';
import { arbitraryQuestion, built } from '../built.js';

const question = arbitraryQuestion({ maxEntries: 9, maxConditions: 3, goals: 2, largestAmount: 4 });

/** Goals over the same entries with no amount below nought. */
function upwards(goals: readonly Goal[]): readonly (readonly number[])[] {
  return goals.map(({ amounts }) => Array.from(amounts, Math.abs));
}

function tally(pathways: readonly Selection[], amounts: readonly number[]): readonly (readonly [number, bigint])[] {
  const counts = new Map<number, bigint>();
  for (const pathway of pathways) {
    const value = costOf(pathway, amounts);
    counts.set(value, (counts.get(value) ?? 0n) + 1n);
  }
  return [...counts].sort(([a], [b]) => a - b);
}

describe('a distribution', () => {
  it('is what enumerating every pathway gives', () => {
    fc.assert(
      fc.property(question, ({ problem, goals }) => {
        const [amounts = []] = upwards(goals);
        expect(distribution(built(problem), { amounts })).toEqual(tally(everyPathway(problem), amounts));
      }),
      { numRuns: 200 },
    );
  });

  it('stays exact beyond the whole numbers of a double', () => {
    const rows = Array.from({ length: 70 }, (_, at) => ({
      group: 'A',
      ref: `U ${at}`,
      urn: null,
      title: `Unit ${at}`,
      level: 1 as const,
      credit: 1,
      glh: 1,
      columns: new Map<string, string>(),
      figures: new Map<string, number>(),
      place: { file: 'units.csv', line: at + 2, column: 1 },
    }));
    const told = distribution(built(problemOf(rows, [])), { amounts: rows.map(() => 1) });
    let expected = 1n;
    for (let chosen = 0; chosen <= 70; chosen++) {
      expect(told?.[chosen]).toEqual([chosen, expected]);
      expected = (expected * BigInt(70 - chosen)) / BigInt(chosen + 1);
    }
  });

  it('is told in the scale of its amounts', () => {
    fc.assert(
      fc.property(question, ({ problem, goals }) => {
        const [amounts = []] = upwards(goals);
        const told = distribution(built(problem), { amounts, scale: 10 });
        expect(told).toEqual(tally(everyPathway(problem), amounts).map(([value, ways]) => [value / 10, ways]));
      }),
      { numRuns: 100 },
    );
  });

  it('is given up at the limit, and never called empty then', () => {
    fc.assert(
      fc.property(question, ({ problem, goals }) => {
        const [amounts = []] = upwards(goals);
        const diagram = built(problem);
        const told = distribution(diagram, { amounts }, { cells: 0 });
        expect(told).toEqual(diagram.arcs.length > 4 ? null : distribution(diagram, { amounts }));
      }),
      { numRuns: 100 },
    );
  });
});

describe('a frontier', () => {
  it('has the least and the most of one measure for each value of another', () => {
    fc.assert(
      fc.property(question, ({ problem, goals }) => {
        const [along = [], across = []] = upwards(goals);
        const pathways = everyPathway(problem);
        const expected = tally(pathways, along).map(([at]) => {
          const values = pathways.filter((it) => costOf(it, along) === at).map((it) => costOf(it, across));
          return { at, least: Math.min(...values), most: Math.max(...values) };
        });
        expect(frontier(built(problem), { amounts: along }, { amounts: across })).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });
});
