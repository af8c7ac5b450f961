import type { Issue } from './issue.js';

/** How many issues of one code and file are told one by one. */
export const MOST_ALIKE = 20;

/**
 * The issues, in their order, without those beyond {@link MOST_ALIKE} of one code and file: the first of those gives way
 * to one that counts them. It has their severity, so that what was refused stays refused.
 */
export function cutLike(issues: readonly Issue[]): readonly Issue[] {
  if (issues.length <= MOST_ALIKE) return issues;
  const seen = new Map<string, number>();
  for (const issue of issues) seen.set(kindOf(issue), (seen.get(kindOf(issue)) ?? 0) + 1);
  const told = new Map<string, number>();
  return issues.flatMap((issue) => {
    const kind = kindOf(issue);
    const place = (told.get(kind) ?? 0) + 1;
    told.set(kind, place);
    const all = seen.get(kind) ?? place;
    if (place <= MOST_ALIKE || issue.code === 'more-issues') return [issue];
    return place === MOST_ALIKE + 1 ? [remainder(issue, all - MOST_ALIKE)] : [];
  });
}

function kindOf({ code, severity, source }: Issue): string {
  return `${code} ${severity} ${source !== null && 'file' in source ? source.file : ''}`;
}

function remainder(issue: Issue, count: number): Issue {
  // One alone is told as it is: counting it would take as much room.
  if (count === 1) return issue;
  const message = `There are ${count} more issues like those before (${issue.code}); this is where the first of them is.`;
  return { ...issue, code: 'more-issues', message };
}
