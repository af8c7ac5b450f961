import { deadlineIn, type Deadline } from '../methods/deadline.js';

/** The deadline that comes with another one, however early that may turn out to come, or `milliseconds` from now. */
export function sooner(deadline: Deadline, milliseconds: number): Deadline {
  const own = deadlineIn(milliseconds);
  return {
    remaining: () => Math.min(own.remaining(), deadline.remaining()),
    passed: () => own.passed() || deadline.passed(),
  };
}
