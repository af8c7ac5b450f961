import { closeSync, createReadStream, fstatSync, openSync } from 'node:fs';
import { addAbortSignal, type Readable } from 'node:stream';
import { InputError } from '../ask/input-error.js';
import { error } from '../domain/issue.js';
import { readTextFile } from './read-text-file.js';
import { codeOf } from './system-error.js';
import { startOf } from '../read/text/text-places.js';

/** What standard input is called in messages. */
export const STANDARD_INPUT = '<stdin>';

const CHUNK = 128 * 1024;

/** The bytes of a file, or of standard input for null, until they end or `stop` says so. */
export function readChunks(file: string | null, stdin: Readable, stop: AbortSignal): AsyncIterable<Uint8Array> {
  const stream = file === null ? stdin : openFile(file);
  return chunksOf(addAbortSignal(stop, stream), file ?? STANDARD_INPUT, stop);
}

function openFile(file: string): Readable {
  try {
    const descriptor = openSync(file, 'r');
    if (!fstatSync(descriptor).isDirectory()) return createReadStream(file, { fd: descriptor, highWaterMark: CHUNK });
    closeSync(descriptor);
  } catch (thrown) {
    // Anything but a refusal of the operating system is a bug.
    codeOf(thrown);
  }
  // It cannot be read, and this says why.
  const read = readTextFile(file, { option: `--from ${file}` });
  throw new InputError(read.ok ? [error('file-unreadable', `${file} cannot be read.`, startOf(file))] : read.issues);
}

async function* chunksOf(stream: Readable, file: string, stop: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of stream) yield chunk as Uint8Array;
  } catch (thrown) {
    if (stop.aborted) return;
    throw new InputError([error('file-unreadable', `Reading broke off (${codeOf(thrown)}).`, startOf(file))]);
  }
}
