import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.js';
import { prepareEvaluator } from '../../src/evaluate/prepare-evaluator.js';
import { arbitraryProblem } from '../support/arbitrary-problem.js';
import { everySelection } from '../support/brute-force.js';

describe('the prepared evaluator', () => {
  it('says of every selection what the evaluator says', () => {
    fc.assert(
      fc.property(arbitraryProblem({ maxEntries: 7 }), (problem) => {
        const holds = prepareEvaluator(problem);
        const counted = new Uint8Array(problem.entries.length);
        const wrong = [...everySelection(problem)].filter((selection) => {
          counted.fill(0);
          for (const index of selection) counted[index] = 1;
          return holds(counted) !== evaluate(problem, selection).holds;
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
