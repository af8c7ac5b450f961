/** The worker that reads documents; what it needs is large, and loaded only when a document is dropped. */
import { describePlace, importDocument, kindOf, sheetsForWriter, workbookOf, type Sheet } from '../../src/index.js';
import { issuesInPageWords } from '../engine/page-words.js';
import type { ReadDocument } from './read-document.js';

interface Scope {
  readonly addEventListener: (kind: 'message', hear: (event: { readonly data: Wanted }) => void) => void;
  readonly postMessage: (message: unknown) => void;
}

type Wanted = { readonly number: number } & (
  | { readonly name: 'import'; readonly file: string; readonly bytes: Uint8Array }
  | { readonly name: 'workbook'; readonly sheet: Sheet }
);

const scope = globalThis as unknown as Scope;

scope.addEventListener('message', ({ data }) => {
  const work: Promise<unknown> = data.name === 'import' ? read(data.file, data.bytes) : workbook(data.sheet);
  work.then(
    (answer) => scope.postMessage({ number: data.number, answer }),
    (thrown: unknown) =>
      scope.postMessage({ number: data.number, failure: thrown instanceof Error ? thrown.message : String(thrown) }),
  );
});

async function read(file: string, bytes: Uint8Array): Promise<ReadDocument> {
  const kind = kindOf(file, bytes);
  const result = await importDocument(bytes, kind, { file });
  if (!result.ok) return { qualifications: [], review: [], issues: issuesInPageWords(result.issues) };
  const { qualifications, review } = result.value;
  return {
    qualifications: qualifications.map(({ id, model, table, draft }) => ({
      id,
      title: draft.title,
      model,
      units: table,
      remarks: draft.remarks.map(({ place, text }) => (place === null ? text : `${describePlace(place)}: ${text}`)),
      unread: draft.notUnderstood.map(({ place, text, why, perhaps }) => ({
        place: describePlace(place),
        text,
        why,
        perhaps,
      })),
      inferred: draft.statements.flatMap(({ text, how, why }) =>
        how === 'inferred' ? [{ text, why: why ?? '' }] : [],
      ),
    })),
    review: review.map(({ place, ...line }) => ({ ...line, place: describePlace(place) })),
    issues: issuesInPageWords(result.warnings),
  };
}

async function workbook(sheet: Sheet): Promise<Blob> {
  const { default: write } = await import('write-excel-file/browser');
  return write([...sheetsForWriter(workbookOf(sheet))]).toBlob();
}
