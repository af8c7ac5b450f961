import { error, type Issue } from '../../domain/issue.js';
import { failure, success, type Result } from '../../domain/result.js';
import { indexLines, startOf } from './text-places.js';

/** The largest file that is read, in bytes. */
export const LARGEST_FILE = 10_000_000;

const ADVICE = 'save it as UTF-8 (a spreadsheet calls this "CSV UTF-8")';
const ZIP_SIGNATURE = [0x50, 0x4b, 0x03, 0x04];
const UTF_16_MARKS = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

/**
 * The text of a file: UTF-8, with or without a byte-order mark, which is dropped. Errors: more than
 * {@link LARGEST_FILE} bytes, another encoding, a workbook, bytes that belong to no text.
 */
export function decodeText(bytes: Uint8Array, file: string): Result<string> {
  if (bytes.length > LARGEST_FILE) return failure([tooLarge(file)]);
  const foreign = recogniseForeign(bytes);
  if (foreign !== null) return failure([error('encoding', `This file is ${foreign}; ${ADVICE}.`, startOf(file))]);
  const nul = bytes.indexOf(0);
  if (nul >= 0) return failure([nulByte(bytes, nul, file)]);
  try {
    return success(decodeStrictly(bytes, false));
  } catch {
    return failure([notUtf8(bytes, file)]);
  }
}

/** The issue for a file of more bytes than are read. */
export function tooLarge(file: string, largest: number = LARGEST_FILE): Issue {
  const message = `This file is larger than ${largest / 1_000_000} MB, the most that is read.`;
  return error('file-too-large', message, startOf(file));
}

/** The text with every line end as `\n` and without a byte-order mark, so that positions mean the same everywhere. */
export function normaliseLineEnds(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

/** Throws on bytes that are not UTF-8; with `beginning`, a last character may be incomplete. */
function decodeStrictly(bytes: Uint8Array, beginning: boolean): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: beginning });
}

function recogniseForeign(bytes: Uint8Array): string | null {
  const begins = (signature: readonly number[]): boolean => signature.every((byte, index) => bytes[index] === byte);
  if (UTF_16_MARKS.some(begins)) return 'in UTF-16 ("Unicode text")';
  return begins(ZIP_SIGNATURE) ? 'a workbook or another zip archive, not text' : null;
}

function nulByte(bytes: Uint8Array, offset: number, file: string): Issue {
  const before = normaliseLineEnds(new TextDecoder().decode(bytes.subarray(0, offset)));
  const message = `There is a NUL byte here, so this is no UTF-8 text file; ${ADVICE}.`;
  return error('encoding', message, indexLines(before, file)(before.length));
}

function notUtf8(bytes: Uint8Array, file: string): Issue {
  const offset = firstBadByte(bytes);
  const before = normaliseLineEnds(new TextDecoder().decode(bytes.subarray(0, offset)));
  const byte = bytes[offset] ?? 0;
  const character = ` (in Windows-1252, which older spreadsheets save, it would be '${inWindows1252(byte)}')`;
  const hex = byte.toString(16).toUpperCase();
  const message = `The byte ${hex}${character} is not UTF-8, so the file is in another encoding; ${ADVICE}.`;
  return error('encoding', message, indexLines(before, file)(before.length));
}

function inWindows1252(byte: number): string {
  return new TextDecoder('windows-1252').decode(Uint8Array.of(byte));
}

/** The length of the longest beginning that is UTF-8, by halving: whether a beginning is good is monotone. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (good + 1 < bad) {
    const middle = (good + bad) >> 1;
    if (isGoodBeginning(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return startOfCharacter(bytes, good);
}

function isGoodBeginning(bytes: Uint8Array): boolean {
  try {
    decodeStrictly(bytes, true);
    return true;
  } catch {
    return false;
  }
}

/** A beginning may end inside a character that the next byte breaks; the place to show is where that one starts. */
function startOfCharacter(bytes: Uint8Array, end: number): number {
  const isContinuation = (index: number): boolean => ((bytes[index] ?? 0) & 0xc0) === 0x80;
  let start = end;
  while (start > 0 && end - start < 3 && isContinuation(start - 1)) start--;
  const lead = bytes[start - 1] ?? 0;
  const needed = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  return needed > end - start + 1 ? start - 1 : end;
}
