import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { curriculumProgram, type Curriculum } from '../../src/benchmark/curriculum.js';
import { createSolver } from '../../src/solvers/create-solver.js';
import { ROOT } from '../support/command.js';

interface Pinned {
  readonly optimum: number;
  readonly curriculum: Curriculum;
}

const FOLDER = join(ROOT, 'bench/instances');

describe.each(readdirSync(FOLDER).filter((name) => name.startsWith('curriculum')))('%s', (name) => {
  it('has the heaviest period that is published, as HiGHS proves', async () => {
    const { optimum, curriculum } = JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Pinned;
    const outcome = await createSolver('highs').solve(curriculumProgram(curriculum), { milliseconds: 120_000 });
    expect(outcome).toMatchObject({ status: 'optimal', value: optimum });
  }, 130_000);
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
