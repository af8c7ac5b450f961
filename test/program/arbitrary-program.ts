import fc from 'fast-check';
import type { Interval } from '../../src/domain/interval.js';
import type { Column, LinearExpression, LinearProgram, Row } from '../../src/program/linear-program.js';
import { termsOf } from './build-program.js';

/** Columns of a random program: mostly binary, some general, some with negative bounds, some fixed. */
const arbitraryColumn: fc.Arbitrary<Column> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ lower: 0, upper: 1 }) },
  {
    weight: 3,
    arbitrary: fc
      .record({ lower: fc.integer({ min: -3, max: 2 }), width: fc.integer({ min: 0, max: 3 }) })
      .map(({ lower, width }) => ({ lower, upper: lower + width })),
  },
);

function arbitraryFactor(largest: number): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 6, arbitrary: fc.integer({ min: -9, max: 9 }) },
    { weight: 1, arbitrary: fc.constantFrom(-largest, 1 - largest, largest - 1, largest) },
  );
}

const arbitraryInterval: fc.Arbitrary<Interval> = fc
  .record({
    kind: fc.constantFrom('min', 'max', 'both', 'equal'),
    bound: fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: -9, max: 16 }) },
      { weight: 1, arbitrary: fc.integer({ min: -1_000_000, max: 1_000_000 }) },
    ),
    width: fc.integer({ min: -1, max: 9 }),
  })
  .map(({ kind, bound, width }) => ({
    min: kind === 'max' ? null : bound,
    max: kind === 'min' ? null : kind === 'equal' ? bound : bound + width,
  }));

function arbitraryExpression(columns: number, largest: number): fc.Arbitrary<LinearExpression> {
  return fc
    .record({
      factors: fc.array(arbitraryFactor(largest), { minLength: columns, maxLength: columns }),
      constant: fc.integer({ min: -5, max: 5 }),
    })
    .map(({ factors, constant }) => ({ terms: termsOf(factors), constant }));
}

/** What a random program is to look like. */
export interface ProgramShape {
  /** Keeps a program within reach of trying every point; 8 unless given. */
  readonly maxColumns?: number;
  /** The largest factor of a row; a million unless given. The objective has factors up to a million in any case. */
  readonly largestFactor?: number;
}

/** A small program, feasible or not, with rows of every shape. */
export function arbitraryProgram({
  maxColumns = 8,
  largestFactor = 1_000_000,
}: ProgramShape = {}): fc.Arbitrary<LinearProgram> {
  return fc.array(arbitraryColumn, { maxLength: maxColumns }).chain((columns) => {
    const row: fc.Arbitrary<Row> = fc
      .tuple(arbitraryExpression(columns.length, largestFactor), arbitraryInterval)
      .map(([{ terms }, interval]) => ({ terms, interval }));
    return fc.record({
      sense: fc.constantFrom('minimise', 'maximise'),
      columns: fc.constant(columns),
      rows: fc.array(row, { maxLength: 5 }),
      objective: arbitraryExpression(columns.length, 1_000_000),
    });
  });
}
