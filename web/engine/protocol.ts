import type { IssueDocument, Sheet, SolveDocument, UnitsAnswerDocument } from '../../src/index.js';

/** Something that is wrong or odd, with its place: as the library tells it of input, and as a check lists it. */
export type PageIssue = IssueDocument;

/** A qualification as the engine reads it. */
export interface QualificationText {
  readonly id: string;
  /** The model file, YAML. */
  readonly model: string;
  /** The unit table, CSV. */
  readonly units: string;
}

/** What is asked besides the rule. */
export interface Wishes {
  readonly set: Readonly<Record<string, number>>;
  readonly require: readonly string[];
  readonly exclude: readonly string[];
  readonly achieved: readonly string[];
  /** Further conditions, in the words of a rule. */
  readonly also?: readonly string[];
}

/** A qualification and what is asked of it. */
export interface Asked {
  readonly qualification: QualificationText;
  readonly equivalences: string;
  readonly wishes: Wishes;
}

/** A figure or threshold that is to be set. */
export interface OpenValue {
  readonly name: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly note: string | null;
}

/** A line of the rule and what the answer comes to under it. */
export interface LineStanding {
  /** The line of the model file, from 1. */
  readonly line: number;
  readonly statement: string;
  /** What was counted; null where there is nothing to count. */
  readonly value: number | null;
  readonly holds: boolean;
  /** How far the value is from the nearer bound; null where there is none. */
  readonly slack: number | null;
  readonly isShare: boolean;
}

/** The names that statements may use. */
export interface RuleNames {
  readonly groups: readonly { readonly name: string; readonly title: string }[];
  readonly units: readonly { readonly ref: string; readonly title: string }[];
  readonly open: readonly string[];
}

/** The answer to an edit: what is wrong, or the best pathway. */
export interface DesignAnswer {
  readonly issues: readonly PageIssue[];
  /** Null where the model cannot be read, or has values to be set. */
  readonly answer: SolveDocument | null;
  readonly lines: readonly LineStanding[];
  /** Null where the model cannot be read. */
  readonly title: string | null;
  readonly open: readonly OpenValue[];
  readonly names: RuleNames | null;
  /** What the answer says in words; null where there is none. */
  readonly words: Sheet | null;
  /** How long it took. */
  readonly milliseconds: number;
}

/** What takes longer than an edit may: prices of units, and what is odd about the rule. */
export interface DetailAnswer {
  readonly prices: UnitsAnswerDocument | null;
  readonly notes: readonly PageIssue[];
  /** Whether the answer was proved once more, by the checker of certificates. */
  readonly reproved: boolean;
}

/** One position of a slider and what it comes to. */
export interface SliderPoint {
  readonly value: number;
  /** The least new hours; null where there is no pathway or none is known. */
  readonly glh: number | null;
  readonly infeasible: boolean;
}

/** An answer for people to read, or why there is none. */
export interface SheetAnswer<D = unknown> {
  readonly document: D | null;
  readonly sheet: Sheet | null;
  readonly issues: readonly PageIssue[];
}
