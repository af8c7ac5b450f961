import type { Issue } from '../../domain/issue.js';
import { formatSource } from '../../domain/source.js';

/** An issue on one line, as compilers write it, so that editors find the place: where, how grave, and what. */
export function formatIssue({ severity, message, source }: Omit<Issue, 'code'>): string {
  return `${source === null ? '' : `${formatSource(source)}: `}${severity}: ${message}`;
}
