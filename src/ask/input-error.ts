import type { Issue } from '../domain/issue.js';
import type { Result } from '../domain/result.js';

/** Input that cannot be answered: every issue at once, each with its place, in `issues`. */
export class InputError extends Error {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(issues.map(({ message }) => message).join('\n'));
    this.name = 'InputError';
    this.issues = issues;
  }
}

/** The value of a result; throws an {@link InputError} with every issue when there is none. */
export function valueOrThrow<T>(result: Result<T>): T {
  if (!result.ok) throw new InputError(result.issues);
  return result.value;
}

const USAGE_CODES: ReadonlySet<string> = new Set(['open-value', 'unknown-qualification']);
/** A value that the rule or its tables rule out is wrong data, wherever it was typed. */
const DATA_CODES: ReadonlySet<string> = new Set(['setting-out-of-range']);

/** Whether all errors lie in what was asked, rather than in a file. */
export function isWrongUsage(issues: readonly Issue[]): boolean {
  return issues
    .filter(({ severity }) => severity === 'error')
    .every(({ code, source }) => {
      if (DATA_CODES.has(code)) return false;
      return USAGE_CODES.has(code) || (source !== null && 'option' in source);
    });
}
