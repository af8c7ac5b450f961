import { closeSync, fstatSync, lstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { error, type Issue } from '../domain/issue.js';
import { failure, success, type Result } from '../domain/result.js';
import type { Source } from '../domain/source.js';
import { nearest } from '../domain/suggest.js';
import { decodeText, LARGEST_FILE, tooLarge } from '../read/text/decode-text.js';
import { quote } from '../domain/quote.js';
import { startOf } from '../read/text/text-places.js';
import { codeOf, reasonFor } from './system-error.js';

const CHUNK = 64 * 1024;
const LONGEST_PATH = 120;

/**
 * The text of the file at `path`. `named` is where somebody wrote the path (an option, a line of a model); issues that
 * concern the path stand there, or at the file's start when it is left out. Errors: no such file (with the nearest
 * name in its folder), a folder, a file that may not be read, one that is too large, and a text that is not UTF-8.
 *
 * @example
 * ```ts
 * import { readTextFile } from 'qualpath/node';
 *
 * const read = readTextFile('data/samples/none.csv');
 * if (!read.ok) console.log(read.issues[0].code); // file-missing
 * ```
 */
export function readTextFile(path: string, named: Source = startOf(path)): Result<string> {
  const bytes = readFileBytes(path, named);
  return bytes.ok ? decodeText(bytes.value, path) : bytes;
}

/** The bytes of the file at `path`, at most `largest` of them; errors as {@link readTextFile} has them, but for those of its text. */
export function readFileBytes(
  path: string,
  named: Source = startOf(path),
  largest: number = LARGEST_FILE,
): Result<Uint8Array> {
  try {
    const descriptor = openSync(path, 'r');
    try {
      return readOpenFile(descriptor, path, named, largest);
    } finally {
      closeSync(descriptor);
    }
  } catch (thrown) {
    return failure([cannotOpen(path, codeOf(thrown), named)]);
  }
}

function readOpenFile(descriptor: number, path: string, named: Source, largest: number): Result<Uint8Array> {
  const status = fstatSync(descriptor);
  if (status.isDirectory()) return failure([folder(path, named)]);
  if (status.size > largest) return failure([tooLarge(path, largest)]);
  const bytes = readAtMost(descriptor, largest + 1);
  return bytes.length > largest ? failure([tooLarge(path, largest)]) : success(bytes);
}

/** Pipes and devices tell no size beforehand, so reading stops by itself. */
function readAtMost(descriptor: number, limit: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let total = 0;
  while (total < limit) {
    const chunk = new Uint8Array(CHUNK);
    const length = readSync(descriptor, chunk, 0, CHUNK, null);
    if (length === 0) break;
    chunks.push(chunk.subarray(0, length));
    total += length;
  }
  return Buffer.concat(chunks);
}

function cannotOpen(path: string, code: string, named: Source): Issue {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return missing(path, named);
    case 'EISDIR':
      return folder(path, named);
    default: {
      const message = `The file ${quote(path, LONGEST_PATH)} cannot be read: ${reasonFor(code)}.`;
      return error('file-unreadable', message, named);
    }
  }
}

function missing(path: string, named: Source): Issue {
  const message = isLink(path)
    ? `The link ${quote(path, LONGEST_PATH)} leads to a file that is not there.`
    : `There is no file ${quote(path, LONGEST_PATH)}${suggestFile(path)}.`;
  return error('file-missing', message, named);
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  } catch {
    return false;
  }
}

function folder(path: string, named: Source): Issue {
  return error('file-is-folder', `${quote(path, LONGEST_PATH)} is a folder; a file is needed here.`, named);
}

function suggestFile(path: string): string {
  const found = nearest(basename(path), namesIn(dirname(path)));
  return found === null ? '' : ` (did you mean ${join(dirname(path), found)}?)`;
}

function namesIn(folderPath: string): string[] {
  try {
    return readdirSync(folderPath);
  } catch {
    return [];
  }
}
