import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createProgramMethod } from '../../src/plan/program-method.js';
import { createSolver } from '../../src/solvers/create-solver.js';
import { answersOf, bestByBruteForce } from '../support/agreement.js';
import { arbitraryObjectives } from '../support/arbitrary-objectives.js';
import { arbitraryProblem } from '../support/arbitrary-problem.js';

const METHODS = (['javascript-lp-solver', 'highs'] as const).map((name) => createProgramMethod(createSolver(name)));

describe('the best pathway', () => {
  it('is worth the same to brute force and to every method, or exists for none', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryProblem({ maxEntries: 8 }), arbitraryObjectives(), async (problem, objectives) => {
        const expected = bestByBruteForce(problem, objectives);
        const answers = await answersOf(problem, objectives, METHODS);
        expect(answers).toEqual(Object.fromEntries(METHODS.map(({ name }) => [name, expected])));
      }),
      { numRuns: 300 },
    );
  });
});
