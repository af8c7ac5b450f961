import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createProgramMethod } from '../../src/methods/program-method.js';
import { createSolver } from '../../src/solvers/create-solver.js';
import { BACKEND_NAMES } from '../../src/solvers/solver-name.js';
import { arbitraryRule } from '../long-run/arbitrary-rule.js';
import { compareReadings } from '../long-run/readings.js';

const METHODS = BACKEND_NAMES.map((name) => createProgramMethod(createSolver(name)));

/** The share of `npm run test:long` that every test run does. */
describe('every reading of a random rule', () => {
  it('agrees on every selection and on the best pathway', async () => {
    let declined = 0;
    let rules = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryRule(), async ({ problem, objectives }) => {
        const comparison = await compareReadings(problem, objectives, METHODS);
        rules += 1;
        declined += comparison.declined.length;
        expect(comparison.disagreements).toEqual([]);
      }),
      { numRuns: 500 },
    );
    expect(declined).toBeLessThan(rules / 20);
  });
});
