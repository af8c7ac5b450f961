import { afterEach, describe, expect, it, vi } from 'vitest';
import { atLeast, between } from '../../src/domain/interval.js';
import { findViolations } from '../../src/program/feasibility.js';
import type { LinearProgram } from '../../src/program/linear-program.js';
import { createSolver } from '../../src/solvers/create-solver.js';
import { SOLVER_NAMES } from '../../src/solvers/solver-name.js';
import type { SolverOutcome } from '../../src/solvers/solver.js';
import { binaries, buildProgram } from '../program/build-program.js';
import { knapsacks, marketSplit, severalGroups } from './hard-programs.js';
import { proved, summarise } from './summarise.js';

/** Found and proved by HiGHS in five seconds. */
const BEST_OF_KNAPSACKS = 7062;

const NOTHING_FOUND = { point: null, value: -Infinity, bound: null };

afterEach(() => {
  vi.restoreAllMocks();
});

describe.each(SOLVER_NAMES)('%s at its time limit', (name) => {
  const solver = createSolver(name);

  it.each([1, 40, 200])('claims nothing of a market split after %d ms', async (milliseconds) => {
    const outcome = await solver.solve(marketSplit(), { milliseconds });
    expect(outcome).toMatchObject({ status: 'unknown', limit: 'time' });
  });

  it('gives the best point so far and what it can still be off', async () => {
    const outcome = await solver.solve(knapsacks(), { milliseconds: 200 });
    expect(['feasible', 'unknown']).toContain(outcome.status);
    const { point, value, bound } = outcome.status === 'feasible' ? outcome : NOTHING_FOUND;
    expect(point === null ? [] : findViolations(knapsacks(), point)).toEqual([]);
    expect(value).toBeLessThanOrEqual(BEST_OF_KNAPSACKS);
    expect(bound ?? Infinity).toBeGreaterThanOrEqual(BEST_OF_KNAPSACKS);
  });
});

describe('javascript-lp-solver, wherever the limit falls', () => {
  it('knows what it has: nothing, a point, or the proved best', async () => {
    const complete = await createSolver('javascript-lp-solver').solve(severalGroups(), { milliseconds: Infinity });
    const best = complete.status === 'optimal' ? complete.value : NaN;
    const outcomes = await cutOffAfterEachStep(severalGroups());
    expect([...new Set(outcomes.map(({ status }) => status))]).toEqual(['unknown', 'feasible', 'optimal']);
    expect(summarise(outcomes.at(-1) ?? complete)).toBe(proved(best));
    const values = outcomes.flatMap((outcome) => (outcome.status === 'feasible' ? [outcome.value] : []));
    expect(Math.min(...values)).toBeGreaterThanOrEqual(best);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
  });

  it('is cut off in the middle of a relaxation', async () => {
    // One relaxation solves this, in one pivot or more for each of the nine rows.
    const rows = binaries(9).map(
      (_, row) => [binaries(9).map((__, column) => Number(row === column)), atLeast(1)] as const,
    );
    const outcomes = await cutOffAfterEachStep(buildProgram({ columns: binaries(9), rows }));
    expect(outcomes.at(-1)).toMatchObject({ status: 'optimal' });
    expect(outcomes.filter(({ status }) => status === 'unknown').length).toBeGreaterThanOrEqual(9);
  });
});

/**
 * What javascript-lp-solver answers when the limit cuts it off after its first step, its second and so on, up to the
 * proved optimum. The clock moves on by 1 whenever it is read.
 */
async function cutOffAfterEachStep(program: LinearProgram): Promise<readonly SolverOutcome[]> {
  const solver = createSolver('javascript-lp-solver');
  const outcomes: SolverOutcome[] = [];
  for (let limit = 1; outcomes.at(-1)?.status !== 'optimal' && limit < 1000; limit += 1) {
    let time = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (time += 1));
    outcomes.push(await solver.solve(program, { milliseconds: limit }));
  }
  return outcomes;
}

describe('a program too large for javascript-lp-solver', () => {
  const count = 4000;
  const ones = Array.from({ length: count }, () => 1);
  const wide = buildProgram({ columns: binaries(count), rows: [[ones, atLeast(5)]], objective: ones });
  const steep = buildProgram({ columns: binaries(2), rows: [[[3001, 3000], between(3000, 6000)]], objective: [1, 2] });

  it.each([
    ['a tableau of ten million numbers', wide, 5],
    ['a row factor above 3000', steep, 1],
  ])('is left to highs: %s', async (_, program, best) => {
    const limits = { milliseconds: 20_000 };
    const outcome = await createSolver('javascript-lp-solver').solve(program, limits);
    expect(outcome).toEqual({ by: 'javascript-lp-solver', status: 'unknown', limit: 'size' });
    expect(await createSolver('auto').solve(program, limits)).toMatchObject({ by: 'highs', value: best });
  });
});
