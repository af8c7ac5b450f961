import { once } from 'node:events';
import type { Output } from './streams.js';

/**
 * A writer to standard output, no faster than it is read. When its reader has gone it calls `gone`, and from then on
 * writes nothing.
 */
export function writerTo(stdout: Output, gone: () => void): (bytes: Uint8Array) => Promise<void> {
  let unread = false;
  const leave = ({ code }: NodeJS.ErrnoException): void => {
    if (unread || (code !== 'EPIPE' && code !== 'ERR_STREAM_DESTROYED')) return;
    unread = true;
    gone();
  };
  stdout.on('error', leave);
  return async (bytes) => {
    if (unread || stdout.write(bytes)) return;
    await once(stdout, 'drain').catch((thrown: NodeJS.ErrnoException) => {
      leave(thrown);
      if (!unread) throw thrown;
    });
  };
}
