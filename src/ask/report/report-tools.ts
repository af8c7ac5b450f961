import type { InputDocument, MadeByDocument } from '../../report/documents/report.js';

/** What a report says of the machine's side: versions, and digests of files and texts. */
export interface ReportTools {
  readonly madeBy: MadeByDocument;
  /** The SHA-256 of a file's bytes; throws an InputError where it can no longer be read. */
  readonly fingerprint: (file: string) => string;
  /** The SHA-256 of a text in UTF-8. */
  readonly digest: (text: string) => string;
}

/** Files with their digests, each once; none without tools. */
export function inputsOf(files: readonly string[], tools: ReportTools | undefined): readonly InputDocument[] {
  if (tools === undefined) return [];
  return [...new Set(files)].map((file) => ({ file: shortFile(file), sha256: tools.fingerprint(file) }));
}

/** The name of a file with that of its folder: what is the same on every machine. */
export function shortFile(file: string): string {
  return file.split(/[\\/]/).slice(-2).join('/');
}
