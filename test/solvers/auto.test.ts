import { describe, expect, it, vi } from 'vitest';
import { createAutoSolver } from '../../src/solvers/auto.js';
import type { Solver, SolverOutcome } from '../../src/solvers/solver.js';
import { binaries, buildProgram } from '../program/build-program.js';

const LIMITS = { milliseconds: 10_000 };
const minimise = buildProgram({ columns: binaries(1), objective: [1] });
const maximise = buildProgram({ sense: 'maximise', columns: binaries(1), objective: [1] });

const infeasible: SolverOutcome = { status: 'infeasible' };
const outOfTime: SolverOutcome = { status: 'unknown', limit: 'time' };
const tooLarge: SolverOutcome = { status: 'unknown', limit: 'size' };

function optimal(value: number): SolverOutcome {
  return { status: 'optimal', point: [value], value };
}

function feasible(value: number, bound: number | null = null): SolverOutcome {
  return { status: 'feasible', point: [value], value, bound, limit: 'time' };
}

function failed(reason: string): SolverOutcome {
  return { status: 'failed', reason };
}

/** A solver that gives the outcomes in their order, the last one for good. */
function answering(name: string, ...outcomes: readonly SolverOutcome[]) {
  let asked = 0;
  const solve = vi.fn<Solver['solve']>(() => {
    asked += 1;
    return Promise.resolve(outcomes[Math.min(asked, outcomes.length) - 1] ?? outOfTime);
  });
  return { name, solve } satisfies Solver;
}

describe('createAutoSolver', () => {
  it.each([optimal(4), infeasible])(
    'takes the proved answer $status of the first and asks no one else',
    async (proved) => {
      const second = answering('second', failed('asked'));
      const auto = createAutoSolver({ first: answering('first', proved), second });
      expect(await auto.solve(minimise, LIMITS)).toEqual({ by: 'first', ...proved });
      expect(second.solve).not.toHaveBeenCalled();
    },
  );

  it.each([outOfTime, tooLarge, feasible(9), failed('a broken row')])(
    'asks the second where the first answers $status',
    async (unproved) => {
      const auto = createAutoSolver({ first: answering('first', unproved), second: answering('second', optimal(4)) });
      expect(await auto.solve(minimise, LIMITS)).toEqual({ by: 'second', ...optimal(4) });
    },
  );

  it('gives the first its patience, but never more than half of the time, and the second the rest', async () => {
    const first = answering('first', outOfTime);
    const second = answering('second', optimal(4));
    const auto = createAutoSolver({ first, second, patience: 300 });
    await auto.solve(minimise, { milliseconds: 10_000 });
    await auto.solve(minimise, { milliseconds: 100 });
    const shares = first.solve.mock.calls.map(([, { milliseconds }]) => milliseconds);
    expect(shares).toEqual([300, 50]);
    for (const [index, [, { milliseconds }]] of second.solve.mock.calls.entries()) {
      expect(milliseconds).toBeGreaterThanOrEqual(1);
      expect(milliseconds).toBeLessThanOrEqual([10_000, 100][index] ?? 0);
    }
  });

  it.each<[string, SolverOutcome, SolverOutcome, SolverOutcome]>([
    ['the point of the first where the second has none', feasible(9), outOfTime, { by: 'first', ...feasible(9) }],
    ['the better point, with the bound of the second', feasible(8), feasible(9, 5), { by: 'first', ...feasible(8, 5) }],
    ['the point of the second where it is as good', feasible(9), feasible(9, 5), { by: 'second', ...feasible(9, 5) }],
    ['an optimum as good as the point', feasible(4), optimal(4), { by: 'second', ...optimal(4) }],
    ['that nothing is known', outOfTime, outOfTime, { by: 'second', ...outOfTime }],
    ['that nothing exists', outOfTime, infeasible, { by: 'second', ...infeasible }],
  ])('reports %s', async (_, one, two, expected) => {
    const auto = createAutoSolver({ first: answering('first', one), second: answering('second', two) });
    expect(await auto.solve(minimise, LIMITS)).toEqual(expected);
  });

  it.each<[string, SolverOutcome]>([
    ['calls a worse value the best', optimal(5)],
    ['says that no point exists', infeasible],
    ['proves a bound that the point beats', feasible(7, 5)],
  ])('fails where the second %s than the point of the first', async (_, two) => {
    const auto = createAutoSolver({ first: answering('first', feasible(4)), second: answering('second', two) });
    const reason = 'second denies the point with value 4 of first';
    expect(await auto.solve(minimise, LIMITS)).toEqual({ status: 'failed', contradiction: true, reason });
  });

  it('compares in the direction of the objective', async () => {
    const pair = (one: SolverOutcome, two: SolverOutcome) =>
      createAutoSolver({ first: answering('first', one), second: answering('second', two) }).solve(maximise, LIMITS);
    expect(await pair(feasible(9), optimal(8))).toMatchObject({ status: 'failed' });
    expect(await pair(feasible(9), feasible(8, 12))).toEqual({ by: 'first', ...feasible(9, 12) });
    expect(await pair(feasible(8), optimal(9))).toEqual({ by: 'second', ...optimal(9) });
  });

  it('lets the first go on where the second fails', async () => {
    const first = answering('first', outOfTime, optimal(4));
    const auto = createAutoSolver({ first, second: answering('second', failed('not loaded')) });
    expect(await auto.solve(minimise, LIMITS)).toEqual({ by: 'first', ...optimal(4) });
  });

  it('gives both reasons where both fail', async () => {
    const first = answering('first', failed('a fraction'));
    const auto = createAutoSolver({ first, second: answering('second', failed('a trap')) });
    expect(await auto.solve(minimise, LIMITS)).toEqual(failed('first: a fraction; second: a trap'));
    expect(first.solve).toHaveBeenCalledTimes(1);
  });
});
