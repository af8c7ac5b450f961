import { PREFERENCES, type Preference } from '../../questions/tune.js';
import type { Question } from '../question.js';

export { PREFERENCES, type Preference };

/** What a rule is to come to, and what of it may be changed for that. */
export interface TuneQuestion extends Omit<Question, 'objectives' | 'confirm'> {
  /** `least GLH >= 300`, `most GLH <= 500`, `pathways >= 1000`: all of them are to hold. */
  readonly aims: readonly string[];
  /** Statements by their place in the rule, from 1, whose threshold may be changed, and open names that are set. */
  readonly mayChange?: readonly string[];
  /** The values to choose from: `c-minimum=0..20`; without, all that may make a difference. */
  readonly parameters?: readonly string[];
  /** The same for thresholds of statements, which may be changed then: `3=40..50`. */
  readonly statements?: readonly string[];
  readonly prefer?: Preference;
  /** Told of how many settings have been looked at, and how many there are. */
  readonly progress?: (done: number, all: number) => void;
}
