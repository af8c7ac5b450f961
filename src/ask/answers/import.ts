import type { Imported, ImportedQualification } from '../../import/import-lines.js';
import { importedDocument, type ImportDocument, type WrittenPaths } from '../../report/documents/import.js';
import { importSheet } from '../../report/sheets/import.js';
import type { Answer } from '../answer.js';

/** What an import came to. `pathsOf` says where the files of each qualification stand, `review` where the review does. */
export function answerImport(
  { qualifications }: Imported,
  pathsOf: (one: ImportedQualification) => WrittenPaths,
  review: readonly string[],
): Answer<ImportDocument> {
  const document = { qualifications: qualifications.map((it) => importedDocument(it, pathsOf(it))), review };
  return { document, outcome: 'answered', issues: [], sheet: () => importSheet(document) };
}
