import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findViolations, valueAt } from '../../src/program/feasibility.js';
import { createSolver } from '../../src/solvers/create-solver.js';
import type { SolverName } from '../../src/solvers/solver-name.js';
import { arbitraryProgram, type ProgramShape } from '../program/arbitrary-program.js';
import { bestByTrying } from '../program/every-point.js';
import { proved, summarise } from './summarise.js';

const MOST_DECLINED = 3;
const LIMITS = { milliseconds: 20_000 };

describe.each<[SolverName, ProgramShape, number]>([
  ['javascript-lp-solver', { largestFactor: 3000 }, 3000],
  ['highs', {}, 500],
  ['yalps', { largestFactor: 3000 }, 3000],
  ['auto', {}, 300],
])('%s', (name, shape, numRuns) => {
  const solver = createSolver(name);

  it('finds the best of every point of a random program, or that none fits', async () => {
    let declined = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryProgram(shape), async (program) => {
        const outcome = await solver.solve(program, LIMITS);
        // One program in many thousands has YALPS go round in a circle, which it declines; see yalps.test.ts.
        const declines = name === 'yalps' && summarise(outcome) === 'unknown for size';
        declined += Number(declines);
        fc.pre(!declines);
        const best = bestByTrying(program);
        expect(summarise(outcome)).toBe(proved(best));
        const points = outcome.status === 'optimal' ? [outcome.point] : [];
        expect(points.flatMap((point) => findViolations(program, point))).toEqual([]);
        expect(points.map((point) => valueAt(program.objective, point))).toEqual(best === null ? [] : [best]);
      }),
      { numRuns },
    );
    expect(declined).toBeLessThanOrEqual(MOST_DECLINED);
  });
});
