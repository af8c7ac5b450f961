import { InputError, valueOrThrow } from '../ask/input-error.js';
import { nothingFound } from '../import/import-document.js';
import { importLines, type Imported } from '../import/import-lines.js';
import type { DocumentKind } from '../import/kind.js';
import { updateFromLines } from '../import/update/update-from-lines.js';
import { knownModel } from './known-model.js';
import { readDocuments } from './read-documents.js';

/** How files are imported. */
export interface ImportFilesOptions {
  /** What the files are, where their names do not say. */
  readonly kind?: DocumentKind;
  /** The id of the first qualification, instead of one made of its title. */
  readonly id?: string;
  /** The id or file of a model that the files are a new issue of. */
  readonly update?: string;
}

/**
 * Reads files as one document, in a process of its own within limits of time and memory, and makes draft models of it.
 * Nothing is written. Throws an {@link InputError} with everything that is wrong: files that cannot be read, a model to be
 * updated that cannot be, and a document in which there are neither units nor conditions.
 *
 * @example
 * ```ts
 * import { importFiles } from 'qualpath/node';
 *
 * const { qualifications } = await importFiles(['data/level-1-certificate-customer-service.csv']);
 * console.log(qualifications[0].draft.units.length); // 17
 * ```
 */
export async function importFiles(paths: readonly string[], options: ImportFilesOptions = {}): Promise<Imported> {
  const { kind = null, id, update } = options;
  const documents = valueOrThrow(await readDocuments(paths, kind));
  const imported =
    update === undefined
      ? importLines(documents, id ?? null)
      : valueOrThrow(updateFromLines(documents, valueOrThrow(knownModel(update)), id));
  if (imported.qualifications.length === 0) throw new InputError(paths.map(nothingFound));
  return imported;
}
