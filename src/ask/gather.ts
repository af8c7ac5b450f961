import { failure, success, type Result } from '../domain/result.js';

/** All values when every result has one, otherwise every issue of all of them. */
export function gather<T>(results: readonly Result<T>[]): Result<T[]> {
  const issues = results.flatMap((result) => (result.ok ? result.warnings : result.issues));
  if (results.some((result) => !result.ok)) return failure(issues);
  return success(
    results.flatMap((result) => (result.ok ? [result.value] : [])),
    issues,
  );
}
