import type { Model } from '../../read/model/model-file.js';
import type { InputDocument, MadeByDocument } from '../../report/documents/report.js';
import type { Surroundings } from '../surroundings.js';

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

/** The files that a model was read from: its own, its unit tables, and the equivalences. */
export function filesOf(
  { specification, versions }: Model,
  { equivalences }: Pick<Surroundings, 'equivalences'>,
): readonly string[] {
  const all = [specification, ...versions.map((it) => it.specification)];
  const tables = all.flatMap(({ file, rows }) => [file, ...rows.map(({ place }) => place.file)]);
  return [...tables, ...(equivalences.ok ? equivalences.value.map(({ place }) => place.file) : [])];
}
