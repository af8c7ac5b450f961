import type { Issue } from '../domain/issue.js';
import type { Unanswered } from '../questions/pathway.js';
import type { Sheet } from '../report/sheet.js';

/** How an answer came out: in full, as "no pathway exists", as "the input is wrong" (in a file, or in what was asked), cut short, or as a contradiction. */
export type Outcome = 'answered' | 'no-pathway' | 'bad-input' | 'wrong-usage' | 'limit' | 'failed' | 'disputed';

/** An answer in all its forms. */
export interface Answer<D> {
  /** For programs: what `--json` prints. */
  readonly document: D;
  readonly outcome: Outcome;
  /** What is to be told about the input: warnings, and the errors of whatever had to be left out of the answer. */
  readonly issues: readonly Issue[];
  /** For people. */
  readonly sheet: () => Sheet;
}

/** How an answer without a proved best pathway came out. */
export function outcomeOf(answer: Unanswered): Outcome {
  switch (answer.status) {
    case 'infeasible':
      return 'no-pathway';
    case 'feasible':
      return 'limit';
    case 'unknown':
      return answer.limit === null ? 'failed' : 'limit';
    case 'disputed':
      return 'disputed';
  }
}

const WORST_FIRST: readonly Outcome[] = ['disputed', 'failed', 'bad-input', 'wrong-usage', 'no-pathway', 'limit'];

/** How an answer of several parts came out: as the worst of them. */
export function worstOutcome(outcomes: readonly Outcome[]): Outcome {
  return WORST_FIRST.find((outcome) => outcomes.includes(outcome)) ?? 'answered';
}
