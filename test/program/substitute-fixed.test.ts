import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atLeast, atMost, between, exactly } from '../../src/domain/interval.js';
import { findViolations, valueAt } from '../../src/program/feasibility.js';
import { substituteFixed } from '../../src/program/substitute-fixed.js';
import { validate } from '../../src/program/validate.js';
import { arbitraryProgram } from './arbitrary-program.js';
import { buildProgram, termsOf } from './build-program.js';
import { bestByTrying, everyPoint } from './every-point.js';

describe('substituteFixed', () => {
  it('puts fixed values into rows and objective and numbers the rest anew', () => {
    const result = substituteFixed(
      buildProgram({
        columns: [
          [1, 1],
          [0, 1],
          [-2, -2],
          [0, 3],
        ],
        rows: [[[5, 2, 1, -1], between(2, 4)]],
        objective: [10, 1, 100, 7],
        constant: 3,
      }),
    );
    expect(result).toMatchObject({
      kind: 'program',
      program: {
        columns: [
          { lower: 0, upper: 1 },
          { lower: 0, upper: 3 },
        ],
        rows: [{ terms: termsOf([2, -1]), interval: { min: -1, max: 1 } }],
        objective: { terms: termsOf([1, 7]), constant: -187 },
      },
    });
    expect(result.kind === 'program' && result.lift([1, 2])).toEqual([1, 1, -2, 2]);
  });

  it('leaves out rows, and bounds of rows, that can no longer be broken', () => {
    const result = substituteFixed(
      buildProgram({
        columns: [
          [4, 4],
          [0, 1],
        ],
        rows: [
          [[1, 1], atLeast(4)],
          [[1, 0], exactly(4)],
          [[1, 1], between(4, 4)],
        ],
      }),
    );
    expect(result).toMatchObject({ program: { rows: [{ terms: termsOf([1]), interval: atMost(0) }] } });
  });

  it.each([
    ['a constant row', [[1, 0], exactly(2)] as const],
    ['a row out of reach', [[1, 1], atLeast(9)] as const],
    ['an empty interval', [[1, 1], between(5, 4)] as const],
  ])('names %s that cannot hold', (_, row) => {
    const columns = [
      [4, 4],
      [0, 1],
    ] as const;
    const result = substituteFixed(buildProgram({ columns, rows: [[[0, 1], atMost(1)], row] }));
    expect(result).toEqual({ kind: 'contradiction', row: 1 });
  });

  it('keeps exactly the points of the whole program, with their values', () => {
    fc.assert(
      fc.property(arbitraryProgram({ maxColumns: 6 }), (program) => {
        const result = substituteFixed(program);
        const best = result.kind === 'contradiction' ? null : bestByTrying(result.program);
        expect(best).toBe(bestByTrying(program));
        const smaller = result.kind === 'program' ? [result] : [];
        for (const { program: rest, lift } of smaller) {
          validate(rest);
          expect(rest.columns.every(({ lower, upper }) => lower < upper)).toBe(true);
          for (const point of everyPoint(rest)) {
            const whole = lift(point);
            expect(findViolations(program, whole).length > 0).toBe(findViolations(rest, point).length > 0);
            expect(valueAt(program.objective, whole)).toBe(valueAt(rest.objective, point));
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
