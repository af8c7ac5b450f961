import { describe, expect, it } from 'vitest';
import { atLeast, atMost } from '../../src/domain/interval.js';
import { createBackend, type RawAnswer } from '../../src/solvers/backend.js';
import { binaries, buildProgram } from '../program/build-program.js';
import { summarise } from './summarise.js';

const LIMITS = { milliseconds: 1000 };

/** Two of three, cheapest first: the best is 3 at (1, 1, 0). */
const program = buildProgram({ columns: binaries(3), rows: [[[1, 1, 1], atLeast(2)]], objective: [1, 2, 4] });

function outcomeOf(answer: RawAnswer, of = program) {
  return createBackend('test', () => Promise.resolve(answer)).solve(of, LIMITS);
}

describe('createBackend', () => {
  it('passes on a sound answer in whole numbers, with its exact value', async () => {
    const values = [1 - 1e-9, 1, -1e-9];
    expect(await outcomeOf({ status: 'optimal', values, bound: 2.9999999 })).toEqual({
      by: 'test',
      status: 'optimal',
      point: [1, 1, 0],
      value: 3,
    });
    expect(await outcomeOf({ status: 'feasible', values: [1, 0, 1], bound: 1.5 })).toEqual({
      by: 'test',
      status: 'feasible',
      point: [1, 0, 1],
      value: 5,
      bound: 2,
      limit: 'time',
    });
  });

  it('passes on an optimum of which no bound is known', async () => {
    const outcome = await outcomeOf({ status: 'optimal', values: [1, 1, 0], bound: null });
    expect(outcome).toMatchObject({ status: 'optimal', value: 3 });
  });

  it.each<[string, RawAnswer, string]>([
    ['a fractional optimum', { status: 'optimal', values: [1, 0.5, 0.5], bound: null }, 'x1 = 0.5 in its answer'],
    ['a fractional point', { status: 'feasible', values: [1, 1, 0.001], bound: null }, 'x2 = 0.001 in its answer'],
    ['no number', { status: 'optimal', values: [1, NaN, 0], bound: null }, 'x1 = NaN in its answer'],
    ['a broken row', { status: 'optimal', values: [1, 0, 0], bound: null }, 'r0 = 1 is not in 2 to inf'],
    ['a broken row, unproved', { status: 'feasible', values: [0, 0, 0], bound: null }, 'r0 = 0 is not in 2 to inf'],
    ['a value outside its bounds', { status: 'optimal', values: [2, 0, 0], bound: null }, 'x0 = 2 is not in 0 to 1'],
    ['an optimum that its bound does not prove', { status: 'optimal', values: [1, 0, 1], bound: 3 }, 'proves only 3'],
    ['a bound that excludes the answer', { status: 'feasible', values: [1, 1, 0], bound: 4 }, 'its bound 4 excludes'],
    ['a point of the wrong length', { status: 'optimal', values: [1, 1], bound: null }, 'has 2 values for 3 columns'],
  ])('calls %s a failure', async (_, answer, reason) => {
    const summary = summarise(await outcomeOf(answer));
    expect(summary).toMatch(/^failed: /);
    expect(summary).toContain(reason);
  });

  it('holds a bound against the answer in the direction of the objective', async () => {
    const upward = { ...program, sense: 'maximise' } as const;
    expect(await outcomeOf({ status: 'optimal', values: [0, 1, 1], bound: 9 }, upward)).toMatchObject({
      status: 'failed',
    });
    expect(await outcomeOf({ status: 'feasible', values: [0, 1, 1], bound: 6.9 }, upward)).toMatchObject({
      status: 'feasible',
      bound: 6,
    });
    expect(await outcomeOf({ status: 'feasible', values: [0, 1, 1], bound: 5 }, upward)).toMatchObject({
      status: 'failed',
    });
  });

  it.each([
    [new Error('trapped'), 'trapped'],
    ['thrown as text', 'thrown as text'],
  ])('calls a search that throws a failure', async (thrown, reason) => {
    const backend = createBackend('test', () => Promise.reject(thrown));
    expect(await backend.solve(program, LIMITS)).toEqual({ by: 'test', status: 'failed', reason });
  });

  it.each<RawAnswer>([
    { status: 'infeasible' },
    { status: 'unknown', limit: 'time' },
    { status: 'unknown', limit: 'size' },
  ])('passes on $status', async (answer) => {
    expect(await outcomeOf(answer)).toEqual({ by: 'test', ...answer });
  });

  it('asks no search about a program without columns', async () => {
    const backend = createBackend('test', () => Promise.reject(new Error('asked')));
    const holds = buildProgram({ columns: [], rows: [[[], atMost(0)]], constant: 4 });
    const fails = buildProgram({ columns: [], rows: [[[], atMost(-1)]] });
    expect(await backend.solve(holds, LIMITS)).toEqual({ by: 'test', status: 'optimal', point: [], value: 4 });
    expect(await backend.solve(fails, LIMITS)).toEqual({ by: 'test', status: 'infeasible' });
  });

  it('throws on a program that is none', async () => {
    const broken = { ...program, columns: [{ lower: 0, upper: 0.5 }] };
    await expect(outcomeOf({ status: 'infeasible' }, broken)).rejects.toThrow(RangeError);
  });
});
