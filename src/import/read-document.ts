import { itemAt } from '../domain/item-at.js';
import { error } from '../domain/issue.js';
import { failure, success, type Result } from '../domain/result.js';
import type { SourceDocument } from './document.js';
import { signatureOf, type DocumentKind } from './kind.js';
import { explainFailure } from './unreadable.js';
import { readCsvDocument } from './readers/csv.js';
import { readTextDocument } from './readers/text.js';
import { zipContents } from './zip-contents.js';

/** The largest document that is read, in bytes, and the most that one may unpack to. */
export const LARGEST_DOCUMENT = 50_000_000;
export const LARGEST_UNPACKED = 200_000_000;
const MOST_ENTRIES = 5000;
/** The most lines and rows, and cells, of one document that are looked at. */
const MOST_LINES = 100_000;
const MOST_CELLS_IN_ALL = 500_000;
const MEGABYTE = 1_000_000;

/**
 * Reads a document of a kind as lines and rows with their places; what reads its kind is loaded only now. Errors: more
 * than 50 MB, another kind of file, one that is encrypted, broken, or has no text.
 *
 * @example
 * ```ts
 * import { readDocument, valueOrThrow } from 'qualpath';
 *
 * const html = `<h1>Level 2 Award in Baking</h1><p>Learners must achieve at least 3 credits.</p>
 * <table><tr><th>Unit reference<th>Title<th>Level<th>Credit<th>GLH<tr><td>X 1<td>Bread<td>2<td>3<td>24</table>`;
 * const bytes = new TextEncoder().encode(html);
 * const { lines } = valueOrThrow(await readDocument(bytes, 'html', 'handbook.html'));
 * console.log(lines.length, lines[0].kind); // 4 text
 * ```
 */
export async function readDocument(
  bytes: Uint8Array,
  kind: DocumentKind,
  file: string,
): Promise<Result<SourceDocument>> {
  const refused = refuse(bytes, kind);
  if (refused !== null) return refusal(refused, file);
  try {
    const read = await readKind(bytes, kind, file);
    const much = read.ok ? tooMuch(read.value) : null;
    return much === null
      ? read
      : refusal(`This document has ${much}; import the pages that list units and rules by themselves.`, file);
  } catch (thrown) {
    return refusal(explainFailure(thrown, kind), file);
  }
}

/** What a document has more of than is looked at; null where it is no such document. */
function tooMuch({ lines }: SourceDocument): string | null {
  if (lines.length > MOST_LINES) return `more than ${MOST_LINES} lines`;
  const cells = lines.reduce((sum, line) => sum + (line.kind === 'row' ? line.cells.length : 0), 0);
  return cells > MOST_CELLS_IN_ALL ? `more than ${MOST_CELLS_IN_ALL} cells` : null;
}

function refusal(message: string, file: string): Result<never> {
  return failure([error('document-unreadable', message, { file, line: 1, column: 1 })]);
}

/** Why the bytes are not even looked at; null where they are. */
function refuse(bytes: Uint8Array, kind: DocumentKind): string | null {
  if (bytes.length > LARGEST_DOCUMENT)
    return `This file is larger than ${LARGEST_DOCUMENT / MEGABYTE} MB, the most that is read of a document.`;
  if (bytes.length === 0) return 'This file is empty.';
  const signature = signatureOf(bytes);
  if (signature === 'old-office') {
    return holds(bytes, 'EncryptedPackage')
      ? 'This file is protected with a password; open it and save it without one.'
      : 'This file is in the format of Office before 2007, or damaged; open it and save it as .docx, .xlsx or PDF without a password.';
  }
  const zipped = kind === 'docx' || kind === 'xlsx';
  if (kind === 'pdf' ? signature !== 'pdf' : zipped ? signature !== 'zip' : signature !== 'plain') {
    const is =
      signature === 'pdf' ? 'a PDF' : signature === 'zip' ? 'a zip archive, as .docx and .xlsx are' : 'plain text';
    return `This file is read as ${kind}, but it is ${is}; say what it is with --kind.`;
  }
  return zipped ? refuseZip(bytes, kind) : null;
}

/** Whether a file of the older format of Office, whose names are in UTF-16, has a part of this name in its directory. */
function holds(bytes: Uint8Array, name: string): boolean {
  const wanted = name.split('').flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(itemAt(wanted, 0)); at !== -1; at = bytes.indexOf(itemAt(wanted, 0), at + 1)) {
    if (wanted.every((byte, step) => bytes[at + step] === byte)) return true;
  }
  return false;
}

function refuseZip(bytes: Uint8Array, kind: DocumentKind): string | null {
  const contents = zipContents(bytes);
  if (contents === null) return `This is no whole .${kind} file; it may have been cut off.`;
  if (contents.encrypted) return 'This file is protected with a password; save it without one.';
  if (contents.entries > MOST_ENTRIES || contents.unpacked > LARGEST_UNPACKED) {
    return `This file unpacks to more than ${LARGEST_UNPACKED / MEGABYTE} MB, or to more than ${MOST_ENTRIES} files; that is no document.`;
  }
  const part = kind === 'docx' ? 'word/' : 'xl/';
  if (contents.names.some((name) => name.startsWith(part))) return null;
  return `This file is read as ${kind}, but there is no ${kind === 'docx' ? 'Word document' : 'workbook'} in it.`;
}

async function readKind(bytes: Uint8Array, kind: DocumentKind, file: string): Promise<Result<SourceDocument>> {
  switch (kind) {
    case 'text':
      return success(readTextDocument(decode(bytes), file));
    case 'csv':
      return readCsvDocument(decode(bytes), file);
    case 'html':
      return success((await import('./readers/html.js')).readHtmlDocument(decode(bytes), file));
    case 'docx':
      return success(await (await import('./readers/docx.js')).readDocxDocument(bytes, file));
    case 'xlsx':
      return success(await (await import('./readers/xlsx.js')).readXlsxDocument(bytes, file));
    case 'pdf':
      return success(await (await import('./readers/pdf.js')).readPdfDocument(bytes, file));
  }
}

/** Text of web pages and of pasted documents: UTF-8, UTF-16 with its mark, and otherwise what Windows saved for long. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
