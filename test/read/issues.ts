import { expect } from 'vitest';
import type { Issue } from '../../src/domain/issue.js';
import type { Result } from '../../src/domain/result.js';
import { formatSource } from '../../src/domain/source.js';
import { normaliseLineEnds } from '../../src/read/text/decode-text.js';

/** The issues of a result, whether they refuse it or come with it. */
export function issuesOf(result: Result<unknown>): readonly Issue[] {
  return result.ok ? result.warnings : result.issues;
}

/** Each issue as `code place`, which is what a test mostly cares for. */
export function codesOf(issues: readonly Issue[]): string[] {
  return issues.map(({ code, source }) => `${code} ${source === null ? '-' : formatSource(source)}`);
}

/** The value of a result that must be one, with a readable failure where it is not. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(codesOf(result.issues).join('\n'));
  return result.value;
}

/** Fails unless every issue has a message and stands on a character, or just behind the last one, of its file. */
export function expectWithin(issues: readonly Issue[], texts: { readonly [file: string]: string }): void {
  for (const { message, source } of issues) {
    expect(message).toMatch(/^\S.*\.$/s);
    if (source === null || 'option' in source) throw new Error(`no place: ${message}`);
    const lines = normaliseLineEnds(texts[source.file] ?? '').split('\n');
    expect(source.line).toBeGreaterThanOrEqual(1);
    expect(source.line).toBeLessThanOrEqual(lines.length);
    expect(source.column).toBeGreaterThanOrEqual(1);
    expect(source.column).toBeLessThanOrEqual((lines[source.line - 1] ?? '').length + 1);
  }
}

/** The one issue among `issues` with this code. */
export function onlyIssue(issues: readonly Issue[], code: string): Issue {
  const [found, ...rest] = issues.filter((issue) => issue.code === code);
  if (found === undefined || rest.length > 0) throw new Error(`not one ${code}: ${codesOf(issues).join('\n')}`);
  return found;
}
