import type { NamedText } from './delivery/delivery-question.js';
import type { SetText } from './offered.js';
import type { SearchText } from './question.js';

/** What is compared besides the two models. */
export interface CompareQuestion extends Pick<SearchText, 'timeLimit'> {
  /** Values for open names: `NAME=VALUE` holds for both models if they know it, `ID: NAME=VALUE` for one. */
  readonly set?: SetText;
  /** The day on which units are to be started. */
  readonly asOf?: string;
  /** Learners with what they hold, to be told what the change means for each. */
  readonly cohort?: NamedText;
}
