import type { Deadline } from '../methods/deadline.js';

/** How long, in milliseconds, work may keep a thread from noticing anything else. */
const LONGEST_BREATH = 40;

/** Lets whatever else the thread has to do come in between now and then; true when the time is up. */
export type Breathe = () => boolean | Promise<boolean>;

/** A breath that looks at a deadline; most calls cost a look at the clock and nothing else. */
export function breatheUntil(deadline: Deadline): Breathe {
  let last = performance.now();
  return () => {
    if (performance.now() - last < LONGEST_BREATH) return deadline.passed();
    return new Promise((resolve) => {
      setTimeout(() => {
        last = performance.now();
        resolve(deadline.passed());
      }, 0);
    });
  };
}
