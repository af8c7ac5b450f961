import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDiagramMethod, createDiagramStore } from '../../src/methods/diagram-method.js';
import { createProgramMethod } from '../../src/methods/program-method.js';
import { createSolver } from '../../src/solvers/create-solver.js';
import { answersOf } from '../support/agreement.js';
import { arbitraryObjectives } from '../support/arbitrary-objectives.js';
import { arbitraryProblem } from '../support/arbitrary-problem.js';

const METHODS = [
  createDiagramMethod(createDiagramStore()),
  createProgramMethod(createSolver('javascript-lp-solver')),
  createProgramMethod(createSolver('highs')),
];

const hasDeclined = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'status' in answer && answer.status === 'unknown';

describe('on problems too large for brute force', () => {
  it('the diagram and both solvers come to the same values, or all find no pathway', async () => {
    const larger = arbitraryProblem({ minEntries: 14, maxEntries: 26, maxAmount: 40, maxConditions: 5 });
    await fc.assert(
      fc.asyncProperty(larger, arbitraryObjectives(), async (problem, objectives) => {
        const [diagram, first, second] = Object.values(await answersOf(problem, objectives, METHODS));
        expect(second).toEqual(diagram);
        // The embedded solver declines programs whose factors it could not be trusted with; it must not be wrong.
        expect(hasDeclined(first) ? diagram : first).toEqual(diagram);
      }),
      { numRuns: 150 },
    );
  });
});
