/**
 * A program of its own that turns a document on its standard input into JSON on its standard output: what reads PDF and
 * Office documents is slow to load, and may be led astray by a file that was made for it. See `read-documents.ts`.
 * Its arguments are the kind of document and the name of the file.
 */
import type { Result } from '../domain/result.js';
import type { SourceDocument } from '../import/document.js';
import { DOCUMENT_KINDS } from '../import/kind.js';
import { readDocument } from '../import/read-document.js';

async function read(): Promise<Result<SourceDocument>> {
  const [wanted, file = ''] = process.argv.slice(2);
  const kind = DOCUMENT_KINDS.find((known) => known === wanted);
  if (kind === undefined) throw new Error(`there is no kind of document called ${wanted}`);
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return readDocument(new Uint8Array(Buffer.concat(chunks)), kind, file);
}

const written = JSON.stringify(await read());
// What a reader left running is of no use once the answer is there.
process.stdout.write(written, () => process.exit(0));
