import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { error } from '../domain/issue.js';
import { failure, success, type Result } from '../domain/result.js';
import type { SourceDocument } from '../import/document.js';
import { kindOf, type DocumentKind } from '../import/kind.js';
import { LARGEST_DOCUMENT, readDocument } from '../import/read-document.js';
import { startOf } from '../read/text/text-places.js';
import { readFileBytes } from './read-text-file.js';

/** Beside this file in the package; run from the sources, the one that was built. */
const READER = ['./document-reader.mjs', './document-reader.js', '../../dist/command/document-reader.mjs']
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .find((path) => existsSync(path));

/** What the reader may take: a file that is small may unpack to more than any document holds. */
const LONGEST_MILLISECONDS = 60_000;
const LARGEST_TEXT = 256 * 1024 * 1024;
const MEMORY_MEGABYTES = 1024;
/** What is no more than text, and small, is read at once. */
const LARGEST_WITHIN = 1_000_000;
const WITHIN: ReadonlySet<DocumentKind> = new Set(['text', 'csv']);

/**
 * Reads documents at paths, of the kind given or of the one that each shows. What is more than text, or large, is read by a process of
 * its own, within limits of time and memory. Errors, all of them: files that cannot be read, and those of
 * {@link readDocument}.
 */
export async function readDocuments(
  paths: readonly string[],
  kind: DocumentKind | null,
): Promise<Result<readonly SourceDocument[]>> {
  const read = await Promise.all(paths.map(async (path) => readOne(path, kind)));
  const issues = read.flatMap((one) => (one.ok ? one.warnings : one.issues));
  if (read.some((one) => !one.ok)) return failure(issues);
  return success(
    read.flatMap((one) => (one.ok ? [one.value] : [])),
    issues,
  );
}

async function readOne(path: string, asked: DocumentKind | null): Promise<Result<SourceDocument>> {
  const bytes = readFileBytes(path, startOf(path), LARGEST_DOCUMENT);
  if (!bytes.ok) return bytes;
  const kind = asked ?? kindOf(path, bytes.value);
  const name = basename(path);
  if (WITHIN.has(kind) && bytes.value.length <= LARGEST_WITHIN)
    return withPath(await readDocument(bytes.value, kind, name), path);
  return withPath(runReader(bytes.value, kind, name), path);
}

/** Issues name the file as it was given. */
function withPath(read: Result<SourceDocument>, path: string): Result<SourceDocument> {
  if (read.ok) return read;
  return failure(read.issues.map((issue) => ({ ...issue, source: issue.source === null ? null : startOf(path) })));
}

function runReader(bytes: Uint8Array, kind: DocumentKind, name: string): Result<SourceDocument> {
  if (READER === undefined) throw new Error('the reader of documents is not there');
  const { stdout, status } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${MEMORY_MEGABYTES}`, READER, kind, name],
    {
      input: bytes,
      encoding: 'utf8',
      maxBuffer: LARGEST_TEXT,
      timeout: LONGEST_MILLISECONDS,
      killSignal: 'SIGKILL',
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
    },
  );
  if (status === 0) return JSON.parse(stdout) as Result<SourceDocument>;
  const message = `Reading this document took more than ${LONGEST_MILLISECONDS / 1000} seconds or ${MEMORY_MEGABYTES} MB of memory. Save the pages or sheets that list units and rules by themselves.`;
  return failure([error('document-unreadable', message, startOf(name))]);
}
