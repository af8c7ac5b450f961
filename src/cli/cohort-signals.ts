import { EXIT } from './exit-code.js';
import type { Terminal } from './terminal.js';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** What a shell adds to the number of the signal that ended a process. */
const SIGNAL_BASE = 128;
const NUMBERS: Readonly<Partial<Record<NodeJS.Signals, number>>> = { SIGINT: 2, SIGTERM: 15 };

/**
 * Has the first interrupt stop the run instead of the process; a second one ends the process at once. Returns a function
 * that says which signal it was, or null.
 */
export function onInterrupt(stop: AbortController): () => NodeJS.Signals | null {
  let received: NodeJS.Signals | null = null;
  const listener = (signal: NodeJS.Signals): void => {
    received = signal;
    for (const name of SIGNALS) process.off(name, listener);
    stop.abort();
  };
  for (const name of SIGNALS) process.on(name, listener);
  return () => received;
}

/**
 * Ends the process with 128 and the number of the signal, as a shell reports it, once all that was written has gone out.
 * Does nothing for null.
 */
export async function endBySignal(signal: NodeJS.Signals | null): Promise<void> {
  if (signal === null) return;
  await new Promise((resolve) => process.stdout.write('', resolve));
  process.exit(SIGNAL_BASE + (NUMBERS[signal] ?? 0));
}

/** Says so when answers cannot be written, as on a full disk, and ends the process; a reader who has gone is no matter. */
export function tellWhenUnwritable(terminal: Terminal): void {
  process.stdout.prependListener('error', ({ code }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') return;
    terminal.tell(`error: The answers cannot be written (${code}); the last line written may be cut.`);
    process.exit(EXIT.disputed);
  });
}
