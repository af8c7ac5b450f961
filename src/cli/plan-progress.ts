import type { DeliveryProgress } from '../ask/delivery/delivery-question.js';
import type { Terminal } from './terminal.js';

const INTERVAL = 200;
const ERASE = '\r\u001B[K';
const MILLISECONDS_PER_SECOND = 1000;

/** Draws how far the search for a plan has come, now and then: only on a terminal. */
export interface PlanProgress {
  readonly heard: (progress: DeliveryProgress) => void;
  /** Takes the line away again. */
  readonly clear: () => void;
}

/** The progress line of a search that begins now. */
export function planProgressOn(terminal: Terminal): PlanProgress {
  if (!terminal.showsProgress) return { heard: () => undefined, clear: () => undefined };
  const start = performance.now();
  let drawn = start;
  let shown = false;
  return {
    heard: (progress) => {
      const now = performance.now();
      if (now - drawn < INTERVAL) return;
      drawn = now;
      shown = true;
      terminal.draw(`${ERASE}${progressWords(progress)}, ${Math.round((now - start) / MILLISECONDS_PER_SECOND)} s`);
    },
    clear: () => {
      if (shown) terminal.draw(ERASE);
      shown = false;
    },
  };
}

/** `best plan so far 4463, no plan below 4450, gap 0.3%`. */
export function progressWords({ found, bound }: DeliveryProgress): string {
  const parts = [
    found === null ? 'no plan yet' : `best plan so far ${found}`,
    ...(bound === null ? [] : [`no plan below ${bound}`]),
    ...(found === null || bound === null || found === 0
      ? []
      : [`gap ${((100 * (found - bound)) / found).toFixed(1)}%`]),
  ];
  return parts.join(', ');
}
