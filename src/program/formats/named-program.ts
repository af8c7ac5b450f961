import type { LinearProgram } from '../linear-program.js';

/** What a column or a row of a program stands for. */
export interface Meaning {
  /** What others know it by, such as the reference of a unit; null where it has no name of its own. */
  readonly ref: string | null;
  /** In words. */
  readonly text: string;
}

/** A program with what it is about, ready to be handed to somebody else's solver. */
export interface NamedProgram {
  readonly program: LinearProgram;
  /** What is asked and how the objective is to be read, a sentence a line. */
  readonly about: readonly string[];
  /** One a column, in their order. */
  readonly columns: readonly Meaning[];
  /** One a row, in their order. */
  readonly rows: readonly Meaning[];
}

/** The formats in which a program may be written. */
export const PROGRAM_FORMATS = ['lp', 'mps', 'opb', 'mzn', 'json'] as const;

/** One of them. */
export type ProgramFormat = (typeof PROGRAM_FORMATS)[number];

/** Whether a text names a format. */
export function isProgramFormat(text: string): text is ProgramFormat {
  return PROGRAM_FORMATS.some((name) => name === text);
}
