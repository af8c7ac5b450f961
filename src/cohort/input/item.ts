import type { IssueCode } from '../../domain/issue-code.js';

/** The most characters that a learner may take: an NDJSON line, or all rows of a CSV together. */
export const LARGEST_LEARNER = 1_000_000;

/** The most units that a learner may hold. */
export const MOST_UNITS = 10_000;

/** One learner: its identifier, and the references of the units held, as given. Lines count from 0 in their block. */
export interface CohortLearner {
  readonly kind: 'learner';
  readonly learner: string;
  readonly held: readonly string[];
  readonly line: number;
  /** Units held with the credit that they are recorded with, where the input has any. */
  readonly credits?: readonly HeldCredit[];
  /** The day on which the learner registered, as given, where the input has any. */
  readonly registeredOn?: string;
}

/** A unit held with the credit that it is recorded with; lines count from 0 in their block. */
export interface HeldCredit {
  readonly ref: string;
  readonly credit: number;
  readonly line: number;
}

/** Lines that are not answered, and why: `line` to `last` from 0 in their block, `column` from 1. */
export interface CohortProblem {
  readonly kind: 'problem';
  readonly code: IssueCode;
  readonly line: number;
  readonly last: number;
  readonly column: number;
  readonly message: string;
  /** The learner who is left out as a whole; null when the problem is that of a line. */
  readonly learner: string | null;
}

/** What a block of a cohort holds, in the order of its lines. */
export type CohortItem = CohortLearner | CohortProblem;

/** The items of a block, and how many lines it has. */
export interface CohortBlock {
  readonly items: readonly CohortItem[];
  readonly lines: number;
}

/** A problem with one line. */
export function lineProblem(code: IssueCode, message: string, line: number, column = 1): CohortProblem {
  return { kind: 'problem', code, line, last: line, column, message, learner: null };
}

/** A line that is longer than anything that is read. */
export function lineTooLong(line: number): CohortProblem {
  return lineProblem(
    'line-too-long',
    `This line has more than ${LARGEST_LEARNER} characters, the most that are read.`,
    line,
  );
}

/** More units than a learner can hold. */
export function tooManyUnits(line: number): CohortProblem {
  return lineProblem('too-many-units', `A learner may hold at most ${MOST_UNITS} units.`, line);
}
