import type { Issue, Severity } from '../../domain/issue.js';
import { sourceDocument, type SourceDocument } from './statement.js';

/** One thing that is wrong or odd about a model or table. */
export interface IssueDocument {
  /** Stable for programs; docs/issues.md lists all of them. */
  readonly code: string;
  readonly severity: Severity;
  /** A whole sentence for people. */
  readonly message: string;
  readonly source: SourceDocument | null;
}

/** The answer to `check`. */
export type CheckDocument = readonly IssueDocument[];

/**
 * Issues in the order given; the code may be one that this library does not know.
 *
 * @example
 * ```ts
 * import { checkDocument } from 'qualpath';
 *
 * const issue = { code: 'of-my-own', severity: 'note', message: 'Worth knowing.', source: null } as const;
 * console.log(checkDocument([issue])); // [ { code: 'of-my-own', severity: 'note', message: 'Worth knowing.', source: null } ]
 * ```
 */
export function checkDocument(issues: readonly (Omit<Issue, 'code'> & { readonly code: string })[]): CheckDocument {
  return issues.map(({ code, severity, message, source }) => ({
    code,
    severity,
    message,
    source: source === null ? null : sourceDocument(source),
  }));
}
