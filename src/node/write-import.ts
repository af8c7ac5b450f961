import { rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Answer } from '../ask/answer.js';
import { answerImport } from '../ask/answers/import.js';
import { error } from '../domain/issue.js';
import { failure, success, type Result } from '../domain/result.js';
import type { Imported, ImportedQualification } from '../import/import-lines.js';
import type { ImportDocument, WrittenPaths } from '../report/documents/import.js';
import { reviewCsv } from '../report/import/review-csv.js';
import { reviewHtml } from '../report/import/review-html.js';
import { makeFolder } from './make-folder.js';
import { codeOf, reasonFor } from './system-error.js';
import { writeNewFiles, type NewFile } from './write-new-files.js';

/** Where an import is written, and whether files that are there already may be replaced. */
export interface ImportTarget {
  readonly folder: string;
  readonly replace: boolean;
}

/** An import before it is written: the answer that names its files, and the files themselves. */
export interface PlannedImport {
  readonly answer: Answer<ImportDocument>;
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/**
 * The models, unit tables and the review of an import, as they would be written below a folder; for null, where nothing
 * is to be written, the models and tables only, with their paths below any folder.
 *
 * @example
 * ```ts
 * import { importFiles, planImport } from 'qualpath/node';
 *
 * const imported = await importFiles(['data/level-1-certificate-customer-service.csv'], { id: 'draft' });
 * console.log(planImport(imported, null).files.map(({ path }) => path)); // [ 'models/draft.yaml', 'data/draft.csv' ]
 * ```
 */
export function planImport(imported: Imported, folder: string | null): PlannedImport {
  const below = folder ?? '.';
  const pathsOf = ({ id, tableId }: ImportedQualification): WrittenPaths => ({
    model: join(below, 'models', `${id}.yaml`),
    table: join(below, 'data', `${tableId}.csv`),
  });
  const drafts = imported.qualifications.flatMap((one) => [
    { path: pathsOf(one).model, text: one.model },
    { path: pathsOf(one).table, text: one.table },
  ]);
  if (folder === null) return { answer: answerImport(imported, pathsOf, []), files: drafts };
  const name = imported.qualifications[0]?.id ?? 'import';
  const page = join(below, 'review', `${name}.html`);
  const table = join(below, 'review', `${name}.csv`);
  const answer = answerImport(imported, pathsOf, [page, table]);
  const review = [
    { path: page, text: reviewHtml(answer.document.qualifications, imported.review) },
    { path: table, text: reviewCsv(imported.review) },
  ];
  return { answer, files: [...drafts, ...review] };
}

/**
 * Writes the models, unit tables and the review of an import below a folder: all of them or none. Errors: files that are
 * there already, and what keeps files from being written.
 *
 * @example
 * ```ts
 * import { mkdtempSync } from 'node:fs';
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 * import { importFiles, writeImport } from 'qualpath/node';
 *
 * const folder = mkdtempSync(join(tmpdir(), 'drafts-'));
 * const imported = await importFiles(['data/level-1-certificate-customer-service.csv'], { id: 'draft' });
 * const written = writeImport(imported, { folder, replace: false });
 * console.log(written.ok && written.value.document.qualifications[0].units); // 17
 * ```
 */
export function writeImport(imported: Imported, { folder, replace }: ImportTarget): Result<Answer<ImportDocument>> {
  const { answer, files } = planImport(imported, folder);
  return write(files, replace, answer);
}

function write(
  files: readonly NewFile[],
  replace: boolean,
  answer: Answer<ImportDocument>,
): Result<Answer<ImportDocument>> {
  const made: string[] = [];
  try {
    for (const { path } of files) made.push(...makeFolder(dirname(path)));
    const issues = writeNewFiles(files, { option: '--output', replace });
    if (issues.length === 0) return success(answer);
    removeEmpty(made);
    // What is there already is in the way of the data, and no mistake in the words of the command.
    return failure(issues.map((issue) => ({ ...issue, source: null })));
  } catch (thrown) {
    const reason = reasonFor(codeOf(thrown));
    removeEmpty(made);
    return failure([error('file-unwritable', `Nothing was written: a folder cannot be made, as ${reason}.`)]);
  }
}

function removeEmpty(folders: readonly string[]): void {
  for (const folder of [...folders].reverse()) {
    try {
      rmdirSync(folder);
    } catch (thrown) {
      codeOf(thrown);
    }
  }
}
