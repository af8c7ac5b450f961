import type { Interval } from '../domain/interval.js';

/**
 * An integer linear program over whole numbers, with no notion of a qualification: columns and rows are known by their
 * position only. Every coefficient and bound is a whole number; every column takes whole numbers between its bounds.
 */
export interface LinearProgram {
  readonly sense: 'minimise' | 'maximise';
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** What to minimise or maximise; columns without a term cost nothing. */
  readonly objective: LinearExpression;
}

/** A whole-numbered unknown with finite bounds; a column whose bounds are equal is fixed. */
export interface Column {
  readonly lower: number;
  readonly upper: number;
}

/** One factor times one column. Within an expression each column occurs at most once and no factor is 0. */
export interface Term {
  readonly column: number;
  readonly factor: number;
}

/** A constant plus a sum of terms. */
export interface LinearExpression {
  readonly terms: readonly Term[];
  readonly constant: number;
}

/** The sum of `terms` must lie in `interval`. */
export interface Row {
  readonly terms: readonly Term[];
  readonly interval: Interval;
}
