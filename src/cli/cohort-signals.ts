const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** What a shell adds to the number of the signal that ended a process. */
const SIGNAL_BASE = 128;
const NUMBERS: Readonly<Partial<Record<NodeJS.Signals, number>>> = { SIGINT: 2, SIGTERM: 15 };

/** What is known of interrupts while a run goes on. */
export interface Interrupts {
  /** The signal that came; null when none did. */
  readonly received: () => NodeJS.Signals | null;
  /** Leaves signals to the process again. */
  readonly release: () => void;
}

/** Has the first interrupt stop the run instead of the process; a second one ends the process at once. */
export function onInterrupt(stop: AbortController): Interrupts {
  let received: NodeJS.Signals | null = null;
  const release = (): void => {
    for (const name of SIGNALS) process.off(name, listener);
  };
  const listener = (signal: NodeJS.Signals): void => {
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
export async function endBySignal(signal: NodeJS.Signals | null): Promise<void> {
  if (signal === null) return;
  await new Promise((resolve) => process.stdout.write('', resolve));
  process.exit(SIGNAL_BASE + (NUMBERS[signal] ?? 0));
}
