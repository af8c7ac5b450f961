import type { SweepPointDocument } from '../report/documents/sweep.js';
import type { Question } from './question.js';

/** What is swept of a qualification, besides what is asked of it anyway. One or two axes in all. */
export interface SweepQuestion extends Omit<Question, 'objectives' | 'confirm'> {
  /** Open names with their values: `c-minimum=0..69`, `B&A 38.credit=2..10:2`. */
  readonly parameters?: readonly string[];
  /** Thresholds of statements, by their place in the rule, from 1: `3=40..50`. */
  readonly statements?: readonly string[];
  /** Told of every point as soon as it is answered, and how many there are in all. */
  readonly point?: (point: SweepPointDocument, done: number, all: number) => void;
}
