import type { Issue } from '../domain/issue.js';

/** How a run of the command ended, as its exit code. */
export const EXIT = {
  answered: 0,
  noPathway: 1,
  wrongUsage: 2,
  badInput: 3,
  limitReached: 4,
  disputed: 5,
} as const;

/** One of the exit codes. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const USAGE_CODES: ReadonlySet<string> = new Set(['open-value', 'unknown-qualification']);

/** Bad input when an issue lies in a file; wrong usage when all of them lie in what was typed. */
export function exitCodeFor(issues: readonly Issue[]): ExitCode {
  const errors = issues.filter(({ severity }) => severity === 'error');
  const typed = errors.every(({ code, source }) => {
    return USAGE_CODES.has(code) || (source !== null && 'option' in source);
  });
  return typed ? EXIT.wrongUsage : EXIT.badInput;
}
