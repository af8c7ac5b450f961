import type { Issue } from '../../domain/issue.js';
import { issueList, line, type Sheet } from '../sheet.js';
import { plural } from './plural.js';

const SEVERITIES = ['error', 'warning', 'note'] as const;

/** Issues one a line, with their places, and how many there are of each kind; `checked` says what was looked at. */
export function checkSheet(issues: readonly Issue[], checked: string): Sheet {
  const counts = SEVERITIES.map((severity) =>
    plural(issues.filter((issue) => issue.severity === severity).length, severity),
  );
  const summary = line(`${checked} checked: ${counts.join(', ')}.`);
  return { title: '', parts: issues.length === 0 ? [summary] : [issueList(issues), summary] };
}
