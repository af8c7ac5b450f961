import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expression, inLeastSteps } from '../../src/compile/formula.js';
import { valueAt } from '../../src/program/feasibility.js';

const arbitraryFactors = fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 1, maxLength: 4 });

describe('an expression in its least steps', () => {
  it('is at least 0 exactly where the expression is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(1, 2, 10, 1000),
        arbitraryFactors,
        fc.integer({ min: -9000, max: 9000 }),
        (step, factors, constant) => {
          const whole = expression(new Map(factors.map((factor, column) => [column, factor * step])), constant);
          const least = inLeastSteps(whole);
          for (let bits = 0; bits < 1 << factors.length; bits += 1) {
            const point = factors.map((_, column) => (bits >> column) & 1);
            expect(valueAt(least, point) >= 0).toBe(valueAt(whole, point) >= 0);
          }
        },
      ),
    );
  });

  it('has no factors that share a divisor', () => {
    const whole = expression(
      new Map([
        [0, 2000],
        [3, -464000],
      ]),
      -1,
    );
    expect(inLeastSteps(whole)).toEqual({
      terms: [
        { column: 0, factor: 1 },
        { column: 3, factor: -232 },
      ],
      constant: -1,
    });
  });

  it('leaves a constant as it is', () => {
    expect(inLeastSteps({ terms: [], constant: -7 })).toEqual({ terms: [], constant: -7 });
  });
});
