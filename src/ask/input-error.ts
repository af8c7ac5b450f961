import type { Issue } from '../domain/issue.js';
import type { Result } from '../domain/result.js';

/**
 * Input that cannot be answered: every issue at once, each with its place, in `issues`.
 *
 * @example
 * ```ts
 * import { InputError } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * try {
 *   await openShipped('level-1-certificate-customer-service').pathway({ require: ['CS 99'], also: ['at least 3 apples'] });
 * } catch (thrown) {
 *   if (!(thrown instanceof InputError)) throw thrown;
 *   console.log(thrown.issues.length); // 2
 * }
 * ```
 */
export class InputError extends Error {
  readonly issues: readonly Issue[];

  /** An error about all of these issues; its message is theirs, one a line. */
  constructor(issues: readonly Issue[]) {
    super(issues.map(({ message }) => message).join('\n'));
    this.name = 'InputError';
    this.issues = issues;
  }
}

/**
 * The value of a result; throws an {@link InputError} with every issue when there is none.
 *
 * @example
 * ```ts
 * import { readEquivalences, valueOrThrow } from 'qualpath';
 *
 * const rows = valueOrThrow(readEquivalences('unit,other,kind,basis\nX 1,X 2,same,one title\n', 'equivalences.csv'));
 * console.log(rows.length); // 1
 * ```
 */
export function valueOrThrow<T>(result: Result<T>): T {
  if (!result.ok) throw new InputError(result.issues);
  return result.value;
}

const USAGE_CODES: ReadonlySet<string> = new Set(['open-value', 'unknown-qualification']);
/** A value that the rule or its tables rule out is wrong data, wherever it was typed. */
const DATA_CODES: ReadonlySet<string> = new Set(['setting-out-of-range']);

/**
 * Whether all errors lie in what was asked, rather than in a file.
 *
 * @example
 * ```ts
 * import { isWrongUsage } from 'qualpath';
 *
 * const typed = { code: 'setting', severity: 'error', message: 'No.', source: { option: '--set x' } } as const;
 * console.log(isWrongUsage([typed])); // true
 * ```
 */
export function isWrongUsage(issues: readonly Issue[]): boolean {
  return issues
    .filter(({ severity }) => severity === 'error')
    .every(({ code, source }) => {
      if (DATA_CODES.has(code)) return false;
      return USAGE_CODES.has(code) || (source !== null && 'option' in source);
    });
}
