/** When a search has to be over. Everything that one answer takes shares one deadline, so it cannot be spent twice. */
export interface Deadline {
  /** Milliseconds of wall time left, 0 when it has passed. */
  readonly remaining: () => number;
  /** Whether it has passed. */
  readonly passed: () => boolean;
}

/**
 * The deadline that lies `milliseconds` from now; `now` is a clock in milliseconds that never goes back.
 *
 * @example
 * ```ts
 * import { deadlineIn } from 'qualpath';
 *
 * const deadline = deadlineIn(60_000);
 * console.log(deadline.passed(), deadline.remaining() > 59_000); // false true
 * ```
 */
export function deadlineIn(milliseconds: number, now: () => number = () => performance.now()): Deadline {
  const end = now() + milliseconds;
  return { remaining: () => Math.max(0, end - now()), passed: () => now() >= end };
}

/** The earlier of a deadline, which may come before its time, and one that lies `milliseconds` from now. */
export function within(deadline: Deadline, milliseconds: number): Deadline {
  const own = deadlineIn(milliseconds);
  return {
    remaining: () => Math.min(own.remaining(), deadline.remaining()),
    passed: () => own.passed() || deadline.passed(),
  };
}

/** A deadline that never comes, for work that is bounded by itself. */
export const NO_DEADLINE: Deadline = { remaining: () => Infinity, passed: () => false };
