import type { Terminal } from './terminal.js';

const FIRST_SHOWN_AFTER = 1000;
const MILLISECONDS_PER_SECOND = 1000;

/**
 * Waits for some work and says on standard error, once a second, for how long it has been going on: only on a
 * terminal, and only from the first second. The line is wiped out when the work is done.
 */
export async function withProgressLine<T>(terminal: Terminal, doing: string, work: Promise<T>): Promise<T> {
  if (!terminal.showsProgress) return work;
  const start = performance.now();
  const timer = setInterval(() => {
    const seconds = Math.round((performance.now() - start) / MILLISECONDS_PER_SECOND);
    terminal.draw(`\r${doing} ... ${seconds} s`);
  }, FIRST_SHOWN_AFTER);
  try {
    return await work;
  } finally {
    clearInterval(timer);
    if (performance.now() - start >= FIRST_SHOWN_AFTER) terminal.draw(`\r${' '.repeat(doing.length + 12)}\r`);
  }
}
