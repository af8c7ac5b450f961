import type { Deadline } from '../methods/deadline.js';
import { onInterrupt, type Interrupts } from './cohort-signals.js';

/** A deadline that the first interrupt brings about. */
export interface InterruptibleDeadline {
  readonly deadline: Deadline;
  readonly interrupts: Interrupts;
}

/** The deadline, or the first interrupt, whichever comes first; a second interrupt ends the process at once. */
export function interruptible(deadline: Deadline): InterruptibleDeadline {
  const stop = new AbortController();
  const interrupts = onInterrupt(stop);
  return {
    deadline: {
      remaining: () => (stop.signal.aborted ? 0 : deadline.remaining()),
      passed: () => stop.signal.aborted || deadline.passed(),
    },
    interrupts,
  };
}
