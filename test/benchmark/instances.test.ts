import { describe, expect, it } from 'vitest';
import { curriculumProgram, type Curriculum } from '../../src/benchmark/curriculum.js';
import { pinnedProgram } from '../../src/benchmark/families/pinned.js';
import { pinnedInstances } from '../../src/node/pinned-instances.js';
import { createSolver } from '../../src/solvers/create-solver.js';

const PINNED = pinnedInstances();

describe.each(PINNED.map((instance) => [instance.name, instance] as const))('%s', (_, instance) => {
  it('has the optimum that its file says, as HiGHS proves', async () => {
    const outcome = await createSolver('highs').solve(pinnedProgram(instance), { milliseconds: 120_000 });
    expect(outcome).toMatchObject({ status: 'optimal', value: instance.optimum });
  }, 130_000);
});

describe('the published tables', () => {
  const optimaOf = (name: string): readonly number[] =>
    PINNED.filter((it) => it.name.startsWith(name)).map(({ optimum }) => optimum);

  it('are reproduced', () => {
    expect(optimaOf('Balanced academic curriculum')).toEqual([17, 14, 17]);
    // The second is 8706.1, in tenths.
    expect(optimaOf('Multidimensional knapsack')).toEqual([3800, 87_061, 4015, 6120, 12_400, 10_618, 16_537]);
  });
});

describe('curriculumProgram', () => {
  const small: Curriculum = {
    periods: 2,
    load: [1, 9],
    courses: [1, 9],
    credits: { a: 2, b: 3, c: 4 },
    needs: [['c', 'a']],
  };

  it('spreads courses evenly, the needed ones before', async () => {
    const outcome = await createSolver('highs').solve(curriculumProgram(small), { milliseconds: 10_000 });
    expect(outcome).toMatchObject({ status: 'optimal', value: 5, point: [1, 0, 1, 0, 0, 1, 5] });
  });

  it('refuses a course that nobody knows', () => {
    expect(() => curriculumProgram({ ...small, needs: [['c', 'z']] })).toThrow(RangeError);
  });
});
