import type { Issue } from './issue.js';
import { cutLike } from './like-issues.js';

/** Either a value, with whatever warnings came with it, or the complete list of what is wrong. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** A value, with its warnings. */
export function success<T>(value: T, warnings: readonly Issue[] = []): Result<T> {
  return { ok: true, value, warnings };
}

/** No value: `issues` holds at least one error. */
export function failure(issues: readonly Issue[]): { readonly ok: false; readonly issues: readonly Issue[] } {
  return { ok: false, issues };
}

/** A value when `issues` holds no error, otherwise the list; of many that are alike the rest is counted. */
export function conclude<T>(value: () => T, issues: readonly Issue[]): Result<T> {
  const told = cutLike(issues);
  return told.some((issue) => issue.severity === 'error') ? failure(told) : success(value(), told);
}
