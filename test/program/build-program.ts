import type { Interval } from '../../src/domain/interval.js';
import type { LinearProgram, Term } from '../../src/program/linear-program.js';

/** A program written densely, as one writes it on paper: one number a column in every list. */
export interface DenseProgram {
  readonly sense?: LinearProgram['sense'];
  /** Least and greatest value of each column. */
  readonly columns: readonly (readonly [number, number])[];
  readonly rows?: readonly (readonly [readonly number[], Interval])[];
  readonly objective?: readonly number[];
  readonly constant?: number;
}

/** The program that a dense one stands for; zeros are left out. */
export function buildProgram({ sense = 'minimise', columns, rows = [], objective = [], constant = 0 }: DenseProgram) {
  return {
    sense,
    columns: columns.map(([lower, upper]) => ({ lower, upper })),
    rows: rows.map(([factors, interval]) => ({ terms: termsOf(factors), interval })),
    objective: { terms: termsOf(objective), constant },
  } satisfies LinearProgram;
}

/** One term for each factor that is not 0. */
export function termsOf(factors: readonly number[]): Term[] {
  return factors.flatMap((factor, column) => (factor === 0 ? [] : [{ column, factor }]));
}

/** Columns that are 0 or 1. */
export function binaries(count: number): [number, number][] {
  return Array.from({ length: count }, () => [0, 1]);
}
