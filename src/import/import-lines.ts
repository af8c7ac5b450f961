import { itemAt } from '../domain/item-at.js';
import { buildDraft, type Built } from './build-draft.js';
import type { DocumentLine, SourceDocument } from './document.js';
import type { QualificationDraft, Remark } from './draft.js';
import { idsOfTitles } from './qualification-id.js';
import { reviewLines, type ReviewLine } from './review.js';
import type { Asides } from './survey/found.js';
import { survey } from './survey/survey.js';
import type { ModelChanges } from './update/changes.js';
import { writeModel } from './write-model.js';
import { writeTable } from './write-table.js';

/** One qualification of a document: a draft, and the files that it becomes. */
export interface ImportedQualification {
  readonly id: string;
  /** What its unit table is called, which is the id but for a model with versions. */
  readonly tableId: string;
  readonly draft: QualificationDraft;
  /** The text of `models/<id>.yaml`. */
  readonly model: string;
  /** The text of `data/<tableId>.csv`. */
  readonly table: string;
  /** What a new issue of its document changed in a model that was there; null for a new one. */
  readonly changes: ModelChanges | null;
}

/** What an import comes to. */
export interface Imported {
  /** The qualifications that list units or say conditions; none where nothing could be read. */
  readonly qualifications: readonly ImportedQualification[];
  /** Every line of the document with how it was read. */
  readonly review: readonly ReviewLine[];
}

/** Documents as qualifications, before anything is written. */
export interface ReadLines {
  readonly lines: readonly DocumentLine[];
  readonly asides: Asides;
  readonly files: readonly string[];
  readonly built: readonly Built[];
}

/** Reads lines of documents as qualifications. Several documents are read as one, in their order. */
export function readLines(documents: readonly SourceDocument[]): ReadLines {
  const lines = documents.flatMap((document) => document.lines);
  const files = documents.map(({ file }) => file);
  const { found, asides } = survey({ file: files.join(', '), lines });
  const said = found.filter(
    ({ tables, sentences, title }) => tables.length > 0 || (title !== null && sentences.length > 0),
  );
  const built = said.map((it) => buildDraft(it, titleOfFile(itemAt(files, 0)), files));
  return { lines, asides, files, built: built.map((it) => withRemarks(it, hiddenIn(lines))) };
}

/** What is said of text that nobody sees who opens the document. */
export function hiddenIn(lines: readonly DocumentLine[]): readonly Remark[] {
  const hidden = lines.filter((line) => line.kind === 'left-out' && line.hidden === true);
  const [first] = hidden;
  if (first === undefined) return [];
  const count =
    hidden.length === 1
      ? 'One part of the document is hidden and was'
      : `${hidden.length} parts of the document are hidden and were`;
  return [
    {
      place: first.place,
      text: `${count} left out; the review lists it all. Show it, and import again, where it counts.`,
    },
  ];
}

/** A draft with further remarks, before its own. */
export function withRemarks(built: Built, remarks: readonly Remark[]): Built {
  return { ...built, draft: { ...built.draft, remarks: [...remarks, ...built.draft.remarks] } };
}

/** Whether something was read of a qualification. */
export function isRead({ draft }: Built): boolean {
  return draft.units.length > 0 || draft.statements.length > 0;
}

/**
 * Reads lines of documents as qualifications that are new. `id` is for the first of them.
 *
 * @example
 * ```ts
 * import { importLines, readDocument, valueOrThrow } from 'qualpath';
 *
 * const html = `<h1>Level 2 Award in Baking</h1><p>Learners must achieve at least 3 credits.</p>
 * <table><tr><th>Unit reference<th>Title<th>Level<th>Credit<th>GLH<tr><td>X 1<td>Bread<td>2<td>3<td>24</table>`;
 * const bytes = new TextEncoder().encode(html);
 * const document = valueOrThrow(await readDocument(bytes, 'html', 'handbook.html'));
 * console.log(importLines([document]).qualifications.map(({ id }) => id)); // [ 'level-2-award-baking' ]
 * ```
 */
export function importLines(documents: readonly SourceDocument[], id: string | null = null): Imported {
  const { lines, asides, built: all } = readLines(documents);
  const built = all.filter(isRead);
  const ids = idsOfTitles(built.map(({ draft }) => draft.title));
  const qualifications = built.map(({ draft }, at) => {
    const own = at === 0 && id !== null ? id : itemAt(ids, at);
    const model = writeModel(draft, `../data/${own}.csv`);
    return { id: own, tableId: own, draft, model, table: writeTable(draft.units), changes: null };
  });
  return { qualifications, review: reviewLines(lines, asides, all) };
}

/** A title for a qualification whose document has none. */
export function titleOfFile(file: string): string {
  const name = file.replace(/^.*[\\/]/, '').replace(/\.[a-z]+$/i, '');
  const words = name.replace(/[-_]+/g, ' ').trim();
  return words === '' ? 'Qualification' : words.charAt(0).toUpperCase() + words.slice(1);
}
