import { printStatement } from '../../notation/print-statement.js';
import type { Audit } from '../../questions/audit.js';
import type { Conflict } from '../../questions/conflict.js';
import { describeMissing } from '../sheets/missing.js';
import { pathwayDocument, type PathwayDocument } from './pathway.js';
import type { StandingDocument } from './statement.js';

/** One statement of the rule and where a learner stands with the units that count. */
export interface AuditedStatementDocument extends StandingDocument {
  /** What it falls short by, in the unit counted. */
  readonly missing: number;
  /** What it goes over by. */
  readonly excess: number;
  /** The same in words. */
  readonly words: string;
}

/** A held unit that does not count, and why. */
export interface UncountedDocument {
  readonly ref: string;
  readonly why: string;
}

/** The answer to `audit`. */
export interface AuditDocument {
  readonly qualification: string;
  /** Whether a pathway exists inside what is held; null when a limit stopped the search before that was known. */
  readonly complete: boolean | null;
  readonly rule: readonly AuditedStatementDocument[];
  /** References of the held units that count. */
  readonly counted: readonly string[];
  readonly uncounted: readonly UncountedDocument[];
  /** The pathway with the least new hours, as `solve` gives it. */
  readonly completion: PathwayDocument;
  /** How many sets of new units cost equally few hours, as a string; null where that is not known. */
  readonly equallyCheap: string | null;
}

/** Where a learner stands, and the cheapest completion. */
export function auditDocument(qualification: string, audit: Audit, conflict: Conflict | null): AuditDocument {
  return {
    qualification,
    complete: audit.complete,
    rule: audit.rule.map((standing) => ({
      statement: printStatement(standing.statement),
      value: standing.value,
      holds: standing.holds,
      missing: standing.missing,
      excess: standing.excess,
      words: describeMissing(standing),
    })),
    counted: audit.counted.map(({ ref }) => ref),
    uncounted: audit.uncounted,
    completion: pathwayDocument(qualification, audit.completion, conflict),
    equallyCheap: audit.equallyCheap === null ? null : String(audit.equallyCheap),
  };
}
