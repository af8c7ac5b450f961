import type { DocumentPlace } from './document.js';
import type { PublishedFigures } from '../notation/published-figures.js';

/** A unit as it goes into the table, with where it was read. Figures are as printed, `TBC` where they are open. */
export interface DraftUnit {
  readonly group: string;
  readonly ref: string;
  /** The Ofqual reference where `ref` is another code; otherwise null. */
  readonly urn: string | null;
  /** The running number of the document beside a reference; otherwise null. */
  readonly number: string | null;
  readonly title: string;
  readonly level: string;
  readonly credit: string;
  readonly glh: string;
  readonly index: number;
  readonly place: DocumentPlace;
  readonly remarks: readonly string[];
}

/** A statement of the rule. `read` says all that its sentence says; `inferred` holds something that no word of it says. */
export interface DraftStatement {
  /** In the words of the notation. */
  readonly text: string;
  readonly how: 'read' | 'inferred';
  /** Why it may be inferred; null for what was read. */
  readonly why: string | null;
  /** The sentence as the document has it; null where there is none. */
  readonly sentence: string | null;
  readonly index: number | null;
  readonly place: DocumentPlace | null;
}

/** What was not understood. `perhaps` lists ways to say it in statements; it is empty when there are none. */
export interface NotUnderstood {
  readonly kind: 'row' | 'sentence';
  readonly index: number;
  readonly place: DocumentPlace;
  readonly text: string;
  readonly why: string;
  readonly perhaps: readonly (readonly string[])[];
}

/** A remark about what was read, with its place where it has one. */
export interface Remark {
  readonly place: DocumentPlace | null;
  readonly text: string;
}

/** A threshold that the document leaves open, printed as `X`. */
export interface DraftParameter {
  readonly name: string;
  /** What the group holds; null while some of it is open. */
  readonly max: string | null;
  readonly note: string;
}

/** Printed totals of a group; null where the document prints none. */
export interface DraftTotal {
  readonly group: string;
  readonly credits: string | null;
  readonly glh: string | null;
}

/** A qualification as it was read: what becomes a model, a unit table and a review. */
export interface QualificationDraft {
  readonly title: string;
  readonly level: string | null;
  readonly groups: readonly { readonly name: string; readonly title: string }[];
  readonly units: readonly DraftUnit[];
  readonly statements: readonly DraftStatement[];
  readonly parameters: readonly DraftParameter[];
  readonly published: PublishedFigures | null;
  readonly totals: readonly DraftTotal[];
  /** Whether the document rules equivalents out. */
  readonly noEquivalents: boolean;
  /** Names of the documents. */
  readonly sources: readonly string[];
  readonly remarks: readonly Remark[];
  readonly notUnderstood: readonly NotUnderstood[];
}
