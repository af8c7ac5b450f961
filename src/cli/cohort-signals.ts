const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** A signal that asks a run to stop. */
export type StoppingSignal = (typeof SIGNALS)[number];

/** What a shell adds to the number of the signal that ended a process. */
const SIGNAL_BASE = 128;
const NUMBERS = { SIGINT: 2, SIGTERM: 15 } as const;

/** What is known of interrupts while a run goes on. */
export interface Interrupts {
  /** The signal that came; null when none did. */
  readonly received: () => StoppingSignal | null;
  /** Leaves signals to the process again. */
  readonly release: () => void;
}

/** Has the first interrupt stop the run instead of the process; a second one ends the process at once. */
export function onInterrupt(stop: AbortController): Interrupts {
  let received: StoppingSignal | null = null;
  const release = (): void => {
    for (const name of SIGNALS) process.off(name, listener);
  };
  const listener = (signal: StoppingSignal): void => {
    received = signal;
    release();
    stop.abort();
  };
  for (const name of SIGNALS) process.on(name, listener);
  return { received: () => received, release };
}

/**
 * Ends the process with 128 and the number of the signal, as a shell reports it, once all that was written has gone out.
 * Does nothing for null.
 */
export async function endBySignal(signal: StoppingSignal | null): Promise<void> {
  if (signal === null) return;
  await new Promise((resolve) => process.stdout.write('', resolve));
  process.exit(SIGNAL_BASE + NUMBERS[signal]);
}
