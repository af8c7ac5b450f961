import type { Outcome } from '../ask/answer.js';

/** How a run of the command ended, as its exit code. */
export const EXIT = {
  answered: 0,
  noPathway: 1,
  wrongUsage: 2,
  badInput: 3,
  limitReached: 4,
  disputed: 5,
} as const;

/** One of the exit codes. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The exit code of each way in which an answer comes out. */
export const EXIT_OF: Readonly<Record<Outcome, ExitCode>> = {
  answered: EXIT.answered,
  'no-pathway': EXIT.noPathway,
  'wrong-usage': EXIT.wrongUsage,
  'bad-input': EXIT.badInput,
  limit: EXIT.limitReached,
  failed: EXIT.disputed,
  disputed: EXIT.disputed,
};
