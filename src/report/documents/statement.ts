import { cellName, type Source } from '../../domain/source.js';
import type { Standing } from '../../evaluate/standing.js';
import { printStatement } from '../../notation/print-statement.js';
import type { Conflict } from '../../questions/conflict.js';

/** Where something was said: a place in a file (line and column from 1), or an option of the command. */
export type SourceDocument =
  | {
      readonly file: string;
      readonly line: number;
      readonly column: number;
      /** In a workbook, the sheet, and the cell as spreadsheets name it. */
      readonly sheet?: string;
      readonly cell?: string;
    }
  | { readonly option: string };

/** One statement of a rule and where it stands for a pathway. */
export interface StandingDocument {
  /** In the words of the notation. */
  readonly statement: string;
  /** What was counted, in the statement's own unit (per cent for a share); null where there is nothing to count. */
  readonly value: number | null;
  readonly holds: boolean;
}

/** One condition that takes part in a conflict. */
export interface ConflictMemberDocument {
  readonly statement: string;
  readonly source: SourceDocument;
  /** The nearest figure at which a pathway would exist, all else staying as it is; null when none is known. */
  readonly nearest: number | null;
}

/** Why no pathway exists. */
export interface ConflictDocument {
  /** Conditions that cannot hold together. */
  readonly conflict: readonly ConflictMemberDocument[];
  /** Whether leaving out any one of them lets the others be met; false when a limit kept that from being tested. */
  readonly smallest: boolean;
}

/** Statements with where each stands. */
export function standingDocuments(standings: readonly Standing[]): readonly StandingDocument[] {
  return standings.map(({ statement, value, holds }) => ({ statement: printStatement(statement), value, holds }));
}

/** The conflict of a rule that cannot be met. */
export function conflictDocument({ members, smallest }: Conflict): ConflictDocument {
  return {
    conflict: members.map(({ statement, nearest }) => ({
      statement: printStatement(statement),
      source: sourceDocument(statement.source),
      nearest,
    })),
    smallest,
  };
}

/** Where something was said. */
export function sourceDocument(source: Source): SourceDocument {
  if ('option' in source) return { option: source.option };
  const { file, line, column, sheet } = source;
  return { file, line, column, ...(sheet === undefined ? {} : { sheet, cell: cellName(source) }) };
}
