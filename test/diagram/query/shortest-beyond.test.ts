import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortestBeyond } from '../../../src/diagram/query/shortest-beyond.js';
import { DEFAULT_OBJECTIVES } from '../../../src/domain/measure.js';
import type { Problem, Selection } from '../../../src/domain/problem.js';
import { objectiveValues } from '../../../src/domain/totals.js';
import { arbitraryProblem } from '../../support/arbitrary-problem.js';
import { everyPathway } from '../../support/brute-force.js';
import { smallProblem } from '../../support/small-qualification.js';
import { built } from '../built.js';

/** A problem, and what several learners hold. */
const withLearners = arbitraryProblem({ maxEntries: 8 }).chain((problem) => {
  const size = problem.entries.length;
  const held = fc.uint8Array({ minLength: size, maxLength: size, max: 1 });
  return fc.record({ problem: fc.constant(problem), learners: fc.array(held, { minLength: 1, maxLength: 5 }) });
});

/** New hours and new units of a selection for the learner who holds the marked entries. */
function newOf(problem: Problem, held: Uint8Array, selection: Selection): readonly number[] {
  const own = { ...problem, achieved: Array.from(held, (mark) => mark === 1) };
  return objectiveValues(own, selection, DEFAULT_OBJECTIVES);
}

function byHoursThenUnits(a: readonly number[], b: readonly number[]): number {
  return (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0);
}

describe('the shortest way on from what is held', () => {
  it('is the best by brute force, learner after learner', () => {
    fc.assert(
      fc.property(withLearners, ({ problem, learners }) => {
        const beyond = shortestBeyond(problem, built(problem));
        const pathways = everyPathway(problem);
        for (const held of learners) {
          const counted = beyond(held);
          const selection = counted && [...counted.keys()].filter((index) => counted[index] === 1);
          const [best] = pathways.map((it) => newOf(problem, held, it)).sort(byHoursThenUnits);
          expect(selection && newOf(problem, held, selection)).toEqual(best ?? null);
          expect(pathways.some((it) => String(it) === String(selection))).toBe(selection !== null);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('counts nothing that makes no difference', () => {
    const problem = smallProblem(
      [
        ['A', 'X', 1, 3, 10],
        ['A', 'Y', 1, 3, 0],
      ],
      ['at least 3 credits'],
    );
    const beyond = shortestBeyond(problem, built(problem));
    expect(beyond(Uint8Array.of(1, 1))?.reduce((sum, mark) => sum + mark)).toBe(1);
    expect([...(beyond(Uint8Array.of(0, 0)) ?? [])]).toEqual([0, 1]);
  });

  it('stays exact where hours and units do not fit into one cost', () => {
    const others = Array.from({ length: 4500 }, (_, at) => ['A', `U ${at}`, 1, 1, 500_000_000] as const);
    const problem = smallProblem([['A', 'ONE', 1, 2, 1_000_000_000], ...others], ['at least 2 credits']);
    const beyond = shortestBeyond(problem, built(problem));
    const held = new Uint8Array(problem.entries.length);
    const counted = (): number[] =>
      [...(beyond(held)?.entries() ?? [])].flatMap(([at, mark]) => (mark === 1 ? [at] : []));
    expect(counted()).toEqual([0]);
    held[7] = 1;
    expect(counted()).toHaveLength(2);
    expect(counted()).toContain(7);
  });
});
