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
 *
 * @example
 * ```ts
 * import { importDocument, valueOrThrow } from 'qualpath';
 *
 * const html = `<h1>Level 2 Award in Baking</h1><p>Learners must achieve at least 3 credits.</p>
 * <table><tr><th>Unit reference<th>Title<th>Level<th>Credit<th>GLH<tr><td>X 1<td>Bread<td>2<td>3<td>24</table>`;
 * const bytes = new TextEncoder().encode(html);
 * const [draft] = valueOrThrow(await importDocument(bytes, 'html')).qualifications;
 * console.log(draft.id, draft.model.includes('- at least 3 credits')); // level-2-award-baking true
 * ```
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
 *
 * @example
 * ```ts
 * import { updateFromDocument, valueOrThrow } from 'qualpath';
 *
 * const html = `<h1>Level 2 Award in Baking</h1><p>Learners must achieve at least 3 credits.</p>
 * <table><tr><th>Unit reference<th>Title<th>Level<th>Credit<th>GLH<tr><td>X 1<td>Bread<td>2<td>3<td>24</table>`;
 * const bytes = new TextEncoder().encode(html);
 * const UNITS = 'group,ref,title,level,credit,glh\nA,X 1,Bread,2,3,20\n';
 * const known = {
 *   id: 'baking',
 *   file: 'baking.yaml',
 *   text: 'title: Level 2 Award in Baking\nunits: u.csv\ngroups: { A: Units }\nrule:\n  - at least 2 credits\n',
 *   openUnits: () => ({ file: 'u.csv', text: { ok: true, value: UNITS, warnings: [] } }) as const,
 * };
 * const [{ changes }] = valueOrThrow(await updateFromDocument(bytes, 'html', known)).qualifications;
 * console.log(changes?.units.changed); // [ { ref: 'X 1', field: 'groups', before: 'A', after: 'Units' }, { ref: 'X 1', field: 'glh', before: '20', after: '24' } ]
 * ```
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
