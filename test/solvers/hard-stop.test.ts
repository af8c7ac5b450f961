import { describe, expect, it, vi } from 'vitest';
import { atLeast } from '../../src/domain/interval.js';
import { createSolver } from '../../src/solvers/create-solver.js';
import { LARGEST_IN_PROCESS, type Isolate } from '../../src/solvers/hard-stop.js';
import { isSolverName, SOLVER_NAMES } from '../../src/solvers/solver-name.js';
import { binaries, buildProgram } from '../program/build-program.js';

const LIMITS = { milliseconds: 5000 };

/** A program of `rows` equal rows over 100 columns; the cheapest point has one column at 1. */
function programOf(rows: number) {
  const ones = Array.from({ length: 100 }, () => 1);
  return buildProgram({
    columns: binaries(100),
    rows: Array.from({ length: rows }, () => [ones, atLeast(1)] as const),
    objective: ones,
  });
}

const small = programOf(LARGEST_IN_PROCESS / 100);
const large = programOf(LARGEST_IN_PROCESS / 100 + 1);

function recordingIsolate() {
  return vi.fn<Isolate>((by) => Promise.resolve({ by, status: 'unknown', limit: 'time' }));
}

describe('a solver with an isolate', () => {
  it.each(SOLVER_NAMES)('%s keeps small programs in process', async (name) => {
    const isolate = recordingIsolate();
    const outcome = await createSolver(name, { isolate }).solve(small, LIMITS);
    expect(outcome).toMatchObject({ status: 'optimal', value: 1 });
    expect(isolate).not.toHaveBeenCalled();
  });

  it.each(['javascript-lp-solver', 'highs'] as const)('%s sends larger programs away', async (name) => {
    const isolate = recordingIsolate();
    const outcome = await createSolver(name, { isolate }).solve(large, LIMITS);
    expect(outcome).toEqual({ by: name, status: 'unknown', limit: 'time' });
    expect(isolate.mock.calls).toEqual([[name, large, LIMITS]]);
  });

  it('auto sends larger programs away with one backend after the other', async () => {
    const isolate = recordingIsolate();
    await createSolver('auto', { isolate }).solve(large, LIMITS);
    expect(isolate.mock.calls.map(([name]) => name)).toEqual(['javascript-lp-solver', 'highs']);
  });

  it('sends no program away that is none', async () => {
    const isolate = recordingIsolate();
    const broken = { ...large, columns: [{ lower: 1, upper: 0 }, ...large.columns.slice(1)] };
    await expect(createSolver('highs', { isolate }).solve(broken, LIMITS)).rejects.toThrow(RangeError);
    expect(isolate).not.toHaveBeenCalled();
  });

  it('solves larger programs in process without one', async () => {
    expect(await createSolver('auto').solve(large, LIMITS)).toMatchObject({ status: 'optimal', value: 1 });
  });
});

describe('isSolverName', () => {
  it('knows the solvers and nothing else', () => {
    expect(SOLVER_NAMES.every(isSolverName)).toBe(true);
    expect(['', 'HiGHS', 'toString', 'glpk'].filter(isSolverName)).toEqual([]);
  });
});
