import { buildDraft } from './build-draft.js';
import type { SourceDocument } from './document.js';
import type { QualificationDraft } from './draft.js';
import { idOfTitle, idsOfTitles } from './qualification-id.js';
import { reviewLines, type ReviewLine } from './review.js';
import { survey } from './survey/survey.js';
import { writeModel } from './write-model.js';
import { writeTable } from './write-table.js';

/** One qualification of a document: a draft, and the files that it becomes. */
export interface ImportedQualification {
  readonly id: string;
  readonly draft: QualificationDraft;
  /** The text of `models/<id>.yaml`. */
  readonly model: string;
  /** The text of `data/<id>.csv`. */
  readonly table: string;
}

/** What an import comes to. */
export interface Imported {
  /** The qualifications that list units or say conditions; none where nothing could be read. */
  readonly qualifications: readonly ImportedQualification[];
  /** Every line of the document with how it was read. */
  readonly review: readonly ReviewLine[];
}

/** Reads lines of documents as qualifications. Several documents are read as one, in their order. `id` is for the first qualification. */
export function importLines(documents: readonly SourceDocument[], id: string | null = null): Imported {
  const lines = documents.flatMap((document) => document.lines);
  const files = documents.map(({ file }) => file);
  const { found, asides } = survey({ file: files.join(', '), lines });
  const said = found.filter(
    ({ tables, sentences, title }) => tables.length > 0 || (title !== null && sentences.length > 0),
  );
  const all = said.map((it) => buildDraft(it, titleOfFile(files[0] ?? ''), files));
  const built = all.filter(({ draft }) => draft.units.length > 0 || draft.statements.length > 0);
  const ids = idsOfTitles(built.map(({ draft }) => draft.title));
  const qualifications = built.map(({ draft }, at) => {
    const own = at === 0 && id !== null ? id : (ids[at] ?? idOfTitle(draft.title));
    return { id: own, draft, model: writeModel(draft, `../data/${own}.csv`), table: writeTable(draft.units) };
  });
  return { qualifications, review: reviewLines(lines, asides, all) };
}

function titleOfFile(file: string): string {
  const name = file.replace(/^.*[\\/]/, '').replace(/\.[a-z]+$/i, '');
  const words = name.replace(/[-_]+/g, ' ').trim();
  return words === '' ? 'Qualification' : words.charAt(0).toUpperCase() + words.slice(1);
}
