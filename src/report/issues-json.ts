import type { Issue } from '../domain/issue.js';

/** Issues as the JSON document of `check`. */
export function issuesJson(issues: readonly Issue[]): readonly object[] {
  return issues.map(({ code, severity, message, source }) => ({ code, severity, message, source }));
}
