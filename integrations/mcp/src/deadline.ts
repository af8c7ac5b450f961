import { deadlineIn, type Deadline } from 'qualpath';

const MILLISECONDS_A_SECOND = 1000;

/** The deadline of one answer: its time limit in seconds, or the client's word that nobody waits any more. */
export function deadlineOf(seconds: number, cancelled: AbortSignal): Deadline {
  const own = deadlineIn(seconds * MILLISECONDS_A_SECOND);
  return {
    remaining: () => (cancelled.aborted ? 0 : own.remaining()),
    passed: () => cancelled.aborted || own.passed(),
  };
}
