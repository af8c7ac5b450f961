import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presolve } from '../../src/delivery/presolve/presolve.js';
import { findViolations, valueAt } from '../../src/program/feasibility.js';
import type { Column, LinearProgram, Row } from '../../src/program/linear-program.js';
import { arbitraryProgram } from '../program/arbitrary-program.js';
import { bestByTrying, everyPoint } from '../program/every-point.js';

/** Programs of 0 and 1 in which columns follow and sum others, as those of plans do. */
function arbitraryLinked(): fc.Arbitrary<LinearProgram> {
  return fc.integer({ min: 2, max: 8 }).chain((count) => {
    const columns = Array.from({ length: count }, (): Column => ({ lower: 0, upper: 1 }));
    const index = fc.nat(count - 1);
    const link = fc.tuple(fc.uniqueArray(index, { minLength: 1, maxLength: 3 }), index).map(([parts, top]): Row => {
      const others = parts.filter((it) => it !== top);
      return {
        terms: [...others.map((column) => ({ column, factor: 1 })), { column: top, factor: -1 }],
        interval: { min: null, max: 0 },
      };
    });
    const cover = fc.uniqueArray(index, { minLength: 1 }).chain((members) =>
      fc
        .record({
          factors: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: members.length, maxLength: members.length }),
          min: fc.integer({ min: 1, max: 9 }),
        })
        .map(({ factors, min }): Row => ({
          terms: members.map((column, at) => ({ column, factor: factors[at] ?? 1 })),
          interval: { min, max: null },
        })),
    );
    const costs = fc.array(fc.integer({ min: -1, max: 9 }), { minLength: count, maxLength: count });
    return fc.record({
      sense: fc.constant('minimise' as const),
      columns: fc.constant(columns),
      rows: fc.array(fc.oneof(link, cover), { maxLength: 7 }),
      objective: costs.map((factors) => ({
        terms: factors.flatMap((factor, column) => (factor === 0 ? [] : [{ column, factor }])),
        constant: 3,
      })),
    });
  });
}

const programs = fc.oneof(
  arbitraryLinked(),
  arbitraryProgram({ maxColumns: 6, largestFactor: 50 }).map((it): LinearProgram => ({ ...it, sense: 'minimise' })),
);

describe('a presolved program', () => {
  it('has the best value of the plain one', () => {
    fc.assert(
      fc.property(programs, (program) => {
        const small = presolve(program);
        expect(small.kind === 'impossible' ? null : bestByTrying(small.program)).toBe(bestByTrying(program));
      }),
      { numRuns: 2000 },
    );
  });

  it('has points that are points of the plain one, with the same value', () => {
    fc.assert(
      fc.property(programs, (program) => {
        const small = presolve(program);
        if (small.kind === 'impossible') return;
        for (const point of everyPoint(small.program)) {
          if (findViolations(small.program, point).length > 0) continue;
          const lifted = small.lift(point);
          expect(findViolations(program, lifted)).toEqual([]);
          expect(valueAt(program.objective, lifted)).toBe(valueAt(small.program.objective, point));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('needs no column for a unit of one qualification, nor one for a unit that no cap can punish', () => {
    // y0 >= x1, y0 >= x2 with 3 x1 + 2 x3 >= 3 and 4 x2 + 2 x3 >= 4; x3 is in y4.
    const terms = (...factors: readonly number[]): Row['terms'] =>
      factors.flatMap((factor, column) => (factor === 0 ? [] : [{ column, factor }]));
    const small = presolve({
      sense: 'minimise',
      columns: Array.from({ length: 5 }, () => ({ lower: 0, upper: 1 })),
      rows: [
        { terms: terms(-1, 1), interval: { min: null, max: 0 } },
        { terms: terms(-1, 0, 1), interval: { min: null, max: 0 } },
        { terms: terms(0, 0, 0, 1, -1), interval: { min: null, max: 0 } },
        { terms: terms(0, 3, 0, 2), interval: { min: 2, max: null } },
        { terms: terms(0, 0, 4, 3), interval: { min: 3, max: null } },
      ],
      objective: { terms: terms(5, 0, 0, 0, 7), constant: 0 },
    });
    if (small.kind === 'impossible') throw new Error('it has a point');
    expect(small.program.columns).toHaveLength(2);
    expect(small.program.rows).toEqual([
      {
        terms: [
          { column: 0, factor: 1 },
          { column: 1, factor: 1 },
        ],
        interval: { min: 1, max: null },
      },
    ]);
  });
});
