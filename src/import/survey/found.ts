import type { ColumnKind } from '../columns.js';
import type { DocumentPlace } from '../document.js';
import type { Remark } from '../draft.js';

/** A group as a document names it. */
export interface FoundGroup {
  readonly name: string;
  readonly title: string;
  readonly place: DocumentPlace | null;
}

/** A row that probably lists a unit, before its cells are understood. `index` is the line of the document. */
export interface FoundRow {
  readonly index: number;
  readonly place: DocumentPlace;
  readonly group: string;
  readonly cells: string[];
  /** What the reader of the document has to say of it. */
  readonly notes: readonly string[];
}

/** Rows below one header. `named` are the kinds that the header words tell. */
export interface FoundTable {
  readonly headers: readonly string[];
  readonly named: readonly (ColumnKind | null)[] | null;
  readonly runTogether: boolean;
  readonly rows: FoundRow[];
}

/** A text that may hold a condition. */
export interface FoundSentence {
  readonly index: number;
  readonly place: DocumentPlace;
  readonly text: string;
  /** A label and its value, where the two stand in cells of their own. */
  readonly pair: readonly [label: string, value: string] | null;
  /** The group whose heading it stands under; null above all groups. */
  readonly group: string | null;
  /** Whether it stands above the title of the qualification, where it may be about something else. */
  readonly aboveTitle: boolean;
}

/** A row of totals. */
export interface FoundTotal {
  readonly index: number;
  readonly place: DocumentPlace;
  readonly group: string;
  readonly table: FoundTable | null;
  readonly cells: readonly string[];
}

/** A qualification as a document sets it out. */
export interface FoundQualification {
  /** Null when the document names none. */
  readonly title: string | null;
  readonly level: string | null;
  readonly place: DocumentPlace | null;
  readonly groups: FoundGroup[];
  readonly tables: FoundTable[];
  readonly sentences: FoundSentence[];
  readonly totals: FoundTotal[];
  /** Rows that nothing could be made of. */
  readonly lost: FoundSentence[];
  /** What is to be looked at of how its lines were sorted. */
  readonly remarks: Remark[];
}

/** What was made of a line that is neither a unit nor a sentence; by the index of the line. */
export type Asides = Map<number, string>;
