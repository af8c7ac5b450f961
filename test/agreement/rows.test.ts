import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.js';
import { evaluate } from '../../src/evaluate/evaluate.js';
import { arbitraryProblem } from '../support/arbitrary-problem.js';
import { everySelection } from '../support/brute-force.js';
import { canHold } from '../support/rows.js';

const ANY_PATHWAY = { sense: 'minimise', terms: [] } as const;

describe('the rows of a rule', () => {
  it('can hold on exactly the selections that the evaluator accepts', () => {
    fc.assert(
      fc.property(arbitraryProblem({ maxEntries: 7 }), (problem) => {
        const program = compile(problem, ANY_PATHWAY);
        const wrong = [...everySelection(problem)].filter(
          (selection) => canHold(program, problem.entries.length, selection) !== evaluate(problem, selection).holds,
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it('can hold on exactly the right selections when one condition of each kind stands alone', () => {
    fc.assert(
      fc.property(arbitraryProblem({ maxEntries: 8, maxConditions: 1, depth: 3 }), (problem) => {
        const program = compile(problem, ANY_PATHWAY);
        const wrong = [...everySelection(problem)].filter(
          (selection) => canHold(program, problem.entries.length, selection) !== evaluate(problem, selection).holds,
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });
});
