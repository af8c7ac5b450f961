import { EXIT } from './exit-code.js';
import type { Streams } from './streams.js';
import type { Terminal } from './terminal.js';

/**
 * Watches what becomes of the output. A reader who has gone, as `head` does, is no matter: the command goes on to its
 * end, so that its exit code does not depend on chance, and what it writes is dropped. Output that cannot be written,
 * as on a full disk, is told and ends the process.
 */
export function watchOutput({ stdout, stderr }: Streams, terminal: Terminal): void {
  stderr.on('error', () => undefined);
  stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED') return;
    terminal.tell(`error: The answer cannot be written (${code}); what was written may be cut.`);
    process.exit(EXIT.disputed);
  });
}
