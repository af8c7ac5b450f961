import { error } from '../domain/issue.js';
import { failure, success, type Result } from '../domain/result.js';
import { importLines, type Imported } from './import-lines.js';
import type { DocumentKind } from './kind.js';
import type { KnownModel } from './update/known-model.js';
import { updateFromLines } from './update/update-from-lines.js';
import { readDocument } from './read-document.js';

/** What may be said about a document that is imported. */
export interface ImportOptions {
  /** The name of the file, for places and for a title where the document has none. */
  readonly file?: string;
  /** The id of the first qualification, instead of one made of its title. */
  readonly id?: string;
}

/**
 * Reads a document as qualifications: draft models, unit tables, and a review of every line. Nothing of Node is needed,
 * and what reads the kind of document is loaded only now. Errors: those of {@link readDocument}, and a document in which
 * there are neither units nor conditions.
 */
export async function importDocument(
  bytes: Uint8Array,
  kind: DocumentKind,
  options: ImportOptions = {},
): Promise<Result<Imported>> {
  const { file = nameOf(kind), id = null } = options;
  const read = await readDocument(bytes, kind, file);
  if (!read.ok) return read;
  const imported = importLines([read.value], id);
  return imported.qualifications.length === 0 ? failure([nothingFound(file)]) : success(imported);
}

/**
 * Reads a document as a new issue of a model that is there (`changes` of the one qualification says what differs); its
 * comments, notes and further columns stay. Errors: those of {@link readDocument} and {@link updateFromLines}.
 */
export async function updateFromDocument(
  bytes: Uint8Array,
  kind: DocumentKind,
  model: KnownModel,
  options: ImportOptions = {},
): Promise<Result<Imported>> {
  const read = await readDocument(bytes, kind, options.file ?? nameOf(kind));
  return read.ok ? updateFromLines([read.value], model, options.id) : read;
}

/** What stands for the name of a file. */
function nameOf(kind: DocumentKind): string {
  return `document.${kind === 'text' ? 'txt' : kind}`;
}

/** The issue for a document that says nothing of units or rules. */
export function nothingFound(file: string): ReturnType<typeof error> {
  const message =
    'No table of units and no rule was found here. A table needs a header row with words such as Unit, Title, Level, Credit and GLH.';
  return error('nothing-to-import', message, { file, line: 1, column: 1 });
}
