import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atLeast, atMost, between, contains, exactly, type Interval } from '../../src/domain/interval.js';
import { valueAt } from '../../src/program/feasibility.js';
import type { Row } from '../../src/program/linear-program.js';
import { reduceRow } from '../../src/program/reduce-row.js';
import { arbitraryProgram } from './arbitrary-program.js';
import { termsOf } from './build-program.js';
import { everyPoint } from './every-point.js';

const columns = [
  { lower: 0, upper: 1 },
  { lower: -2, upper: 3 },
];

function reduce(factors: readonly number[], interval: Interval): Row | 'always' | 'never' {
  return reduceRow({ terms: termsOf(factors), interval }, columns);
}

describe('reduceRow', () => {
  it('divides by what the factors share and rounds the bounds inwards', () => {
    expect(reduce([6, -4], between(-7, 9))).toEqual({ terms: termsOf([3, -2]), interval: between(-3, 4) });
    expect(reduce([50, 100], atLeast(51))).toEqual({ terms: termsOf([1, 2]), interval: atLeast(2) });
  });

  it('drops a bound that cannot be reached', () => {
    expect(reduce([1, 1], between(-2, 3))).toEqual({ terms: termsOf([1, 1]), interval: atMost(3) });
  });

  it.each<[string, readonly number[], Interval]>([
    ['implied by the columns', [1, 1], between(-2, 4)],
    ['without terms that holds', [0, 0], between(0, 5)],
    ['without bounds', [3, 1], { min: null, max: null }],
  ])('calls a row %s always true', (_, factors, interval) => {
    expect(reduce(factors, interval)).toBe('always');
  });

  it.each<[string, readonly number[], Interval]>([
    ['out of reach above', [1, 1], atLeast(5)],
    ['out of reach below', [1, 1], atMost(-3)],
    ['that parity forbids', [2, 4], exactly(3)],
    ['without terms that does not hold', [0, 0], atLeast(1)],
    ['with an empty interval', [1, 1], between(3, 2)],
  ])('calls a row %s never true', (_, factors, interval) => {
    expect(reduce(factors, interval)).toBe('never');
  });

  it('holds at exactly the points at which the row holds', () => {
    const always: Row = { terms: [], interval: atLeast(0) };
    const never: Row = { terms: [], interval: atLeast(1) };
    fc.assert(
      fc.property(arbitraryProgram({ maxColumns: 5 }), fc.constantFrom(1, 2, 6), (program, multiple) => {
        for (const { terms, interval } of program.rows) {
          const row = { terms: terms.map((term) => ({ ...term, factor: term.factor * multiple })), interval };
          const result = reduceRow(row, program.columns);
          const reduced = result === 'always' ? always : result === 'never' ? never : result;
          const differing = [...everyPoint(program)].filter((point) => holds(row, point) !== holds(reduced, point));
          expect(differing).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });
});

function holds({ terms, interval }: Row, point: readonly number[]): boolean {
  return contains(interval, valueAt({ terms, constant: 0 }, point));
}
