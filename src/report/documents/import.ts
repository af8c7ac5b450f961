import { describePlace } from '../../import/document.js';
import type { ImportedQualification } from '../../import/import-lines.js';
import type { ModelChanges } from '../../import/update/changes.js';

/** Something that was not understood. */
export interface NotUnderstoodDocument {
  /** A row that is no unit as it stands, or a sentence. */
  readonly kind: 'row' | 'sentence';
  /** Where it stands, in words: `page 2, line 14`. */
  readonly place: string;
  readonly text: string;
  readonly why: string;
  /** Ways to say it, each a list of statements that together take its place; empty where there are none. */
  readonly perhaps: readonly (readonly string[])[];
}

/** One qualification of a document. */
export interface ImportedDocument {
  readonly id: string;
  readonly title: string;
  /** The path of the model that was written, or would be. */
  readonly model: string;
  /** The path of the unit table that was written, or would be. */
  readonly table: string;
  /** How many units were read. */
  readonly units: number;
  /** How many statements were read or inferred. */
  readonly statements: number;
  /** What is to be looked at, each with its place in words. */
  readonly remarks: readonly string[];
  /** What was inferred and no word of the document says. */
  readonly inferred: readonly string[];
  readonly notUnderstood: readonly NotUnderstoodDocument[];
  /** What a new issue changed in a model that was there; null where the model is new. */
  readonly changes: ModelChanges | null;
}

/** What `import --json` prints. */
export interface ImportDocument {
  readonly qualifications: readonly ImportedDocument[];
  /** The paths of the review, a table and a page; empty where nothing was written. */
  readonly review: readonly string[];
}

/** Where the files of a qualification are written. */
export interface WrittenPaths {
  readonly model: string;
  readonly table: string;
}

/** The document of one qualification. */
export function importedDocument({ id, draft, changes }: ImportedQualification, paths: WrittenPaths): ImportedDocument {
  const remark = ({ place, text }: (typeof draft.remarks)[number]): string =>
    place === null ? text : `${describePlace(place)}: ${text}`;
  return {
    id,
    title: draft.title,
    ...paths,
    units: draft.units.length,
    statements: draft.statements.length,
    remarks: draft.remarks.map(remark),
    inferred: draft.statements.flatMap(({ text, how, why }) => (how === 'inferred' ? [`${text} (${why})`] : [])),
    notUnderstood: draft.notUnderstood.map(({ kind, place, text, why, perhaps }) => ({
      kind,
      place: describePlace(place),
      text,
      why,
      perhaps,
    })),
    changes,
  };
}
