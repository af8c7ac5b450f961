import type { Issue } from '../../domain/issue.js';
import { formatSource } from '../../domain/source.js';

/**
 * An issue on one line, as compilers write it, so that editors find the place: where, how grave, and what.
 *
 * @example
 * ```ts
 * import { formatIssue } from 'qualpath';
 *
 * const source = { file: 'units.csv', line: 3, column: 13 };
 * console.log(formatIssue({ severity: 'error', message: "The credit 'x' is not a number.", source })); // units.csv:3:13: error: The credit 'x' is not a number.
 * ```
 */
export function formatIssue({ severity, message, source }: Omit<Issue, 'code'>): string {
  return `${source === null ? '' : `${formatSource(source)}: `}${severity}: ${message}`;
}
