import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LinearProgram } from '../../src/program/linear-program.js';
import { createSolver } from '../../src/solvers/create-solver.js';

/** A program of nineteen columns at which the package goes round in a circle, found by the long run. */
const CIRCLING = JSON.parse(readFileSync(new URL('./circling-program.json', import.meta.url), 'utf8')) as LinearProgram;

describe('the YALPS adapter', () => {
  it('declines a program at which its search goes round in a circle, whatever the time', async () => {
    const outcome = await createSolver('yalps').solve(CIRCLING, { milliseconds: Infinity });
    expect(outcome).toEqual({ by: 'yalps', status: 'unknown', limit: 'size' });
  });

  it.each(['javascript-lp-solver', 'highs'] as const)('leaves it to %s', async (name) => {
    expect(await createSolver(name).solve(CIRCLING, { milliseconds: 20_000 })).toMatchObject({
      status: 'optimal',
      value: 0,
    });
  });
});
