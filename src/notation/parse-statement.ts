import { atLeast, exactly, type Interval } from '../domain/interval.js';
import { error, type Issue } from '../domain/issue.js';
import { conclude, failure, success, type Result } from '../domain/result.js';
import type { Source } from '../domain/source.js';
import type { Statement, Threshold } from '../domain/statement.js';
import { Cursor, Misread, sourceAt } from './cursor.js';
import { readThreshold } from './bound.js';
import type { Names } from './names.js';
import { readSimpleStatement } from './simple-statement.js';
import type { StatementText } from './statement-text.js';

/** The longest statement, in characters, that is read; anything longer is refused. */
export const LONGEST_STATEMENT = 20_000;

/** How deep statements may nest. */
export const DEEPEST_NESTING = 20;

/**
 * Reads one statement of the notation, however deeply nested. Errors say what was expected and what stands there, each
 * with its place: one a line, and all lines of a nested list are looked at.
 */
export function parseStatement(text: StatementText, names: Names): Result<Statement<Threshold>> {
  return parseAtDepth(text, names, 1);
}

function parseAtDepth(text: StatementText, names: Names, depth: number): Result<Statement<Threshold>> {
  if (depth > DEEPEST_NESTING) return tooDeep(text.source);
  return text.kind === 'line' ? parseLine(text.text, text.source, names) : parseNested(text, names, depth);
}

function parseNested(
  text: Extract<StatementText, { kind: 'nested' }>,
  names: Names,
  depth: number,
): Result<Statement<Threshold>> {
  const parts = text.parts.map((part) => parseAtDepth(part, names, depth + 1));
  const count = attempt(text.word, text.source, (cursor) => readCount(cursor, names, parts.length));
  const results: readonly Result<unknown>[] = [count, ...parts];
  const issues = results.flatMap((result): readonly Issue[] => (result.ok ? result.warnings : result.issues));
  return conclude(
    () => ({
      kind: 'combination',
      interval: valueOf(count),
      parts: parts.map(valueOf),
      source: text.source,
    }),
    issues,
  );
}

function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error('a failed part of a statement was taken for a value');
}

function readCount(cursor: Cursor, names: Names, parts: number): Interval {
  const interval = readCombinationWord(cursor, names, parts);
  if (interval === null) cursor.fail("'any of', 'all of', 'none of', 'at least n of' or 'exactly n of'");
  if (!cursor.atEnd) cursor.fail('a list of statements below');
  return interval;
}

/** Reads `any of`, `all of`, `none of`, `at least n of`, `exactly n of`; null, and no movement, for anything else. */
function readCombinationWord(cursor: Cursor, names: Names, parts: number): Interval | null {
  if (cursor.accept('any of')) return nonEmpty(cursor, parts, atLeast(1));
  if (cursor.accept('all of')) return nonEmpty(cursor, parts, atLeast(parts));
  if (cursor.accept('none of')) return nonEmpty(cursor, parts, exactly(0));
  const start = cursor.offset;
  const make = cursor.accept('at least') ? atLeast<number> : cursor.accept('exactly') ? exactly<number> : null;
  if (make === null) return null;
  const count = readThreshold(cursor, { ...names, parameters: [] });
  cursor.expect('of');
  if (typeof count !== 'number') return cursor.fail('a whole number');
  if (count > parts) {
    throw new Misread(`${count} of the statements can never hold: the list has only ${parts}`, start);
  }
  return nonEmpty(cursor, parts, make(count));
}

function nonEmpty(cursor: Cursor, parts: number, interval: Interval): Interval {
  if (parts === 0) throw new Misread('the list of statements is empty', cursor.offset);
  return interval;
}

function parseLine(text: string, source: Source, names: Names): Result<Statement<Threshold>> {
  if (text.length > LONGEST_STATEMENT) {
    const message = `The statement has ${text.length} characters; at most ${LONGEST_STATEMENT} are read.`;
    return failure([error('statement-too-long', message, source)]);
  }
  const line = text.trimEnd().replace(/\.$/, '');
  return attempt(line, source, (cursor) => {
    const statement = readStatement(cursor, source, names, 1);
    if (!cursor.atEnd) cursor.fail('the end of the statement');
    return statement;
  });
}

function readStatement(cursor: Cursor, source: Source, names: Names, depth: number): Statement<Threshold> {
  if (depth > DEEPEST_NESTING) throw new Misread(`statements nest at most ${DEEPEST_NESTING} deep`, cursor.offset);
  if (!INLINE_COMBINATION.test(cursor.rest)) return readSimpleStatement(cursor, source, names);
  const here = sourceAt(source, cursor.offset);
  const word = cursor.offset;
  cursor.match(/^[^(]*/);
  cursor.expect('(');
  const parts: Statement<Threshold>[] = [];
  do parts.push(readStatement(cursor, sourceAt(source, cursor.offset), names, depth + 1));
  while (cursor.accept(';'));
  cursor.expect(')');
  const end = cursor.offset;
  cursor.offset = word;
  const interval = readCombinationWord(cursor, names, parts.length);
  cursor.offset = end;
  if (interval === null) return cursor.fail("'any of', 'all of', 'none of', 'at least n of' or 'exactly n of'");
  return { kind: 'combination', interval, parts, source: here };
}

const INLINE_COMBINATION = /^(?:any|all|none|at\s+least\s+\w+|exactly\s+\w+)\s+of\s*\(/i;

function attempt<T>(text: string, source: Source, read: (cursor: Cursor) => T): Result<T> {
  const cursor = new Cursor(text);
  try {
    return success(read(cursor));
  } catch (thrown) {
    if (!(thrown instanceof Misread)) throw thrown;
    const message = `In the statement '${shorten(text)}': ${thrown.message}.`;
    return failure([error('statement', message, sourceAt(source, thrown.offset))]);
  }
}

function shorten(text: string): string {
  const flat = text.trim().replace(/\s+/g, ' ');
  return flat.length > 90 ? `${flat.slice(0, 90)}…` : flat;
}

function tooDeep(source: Source): Result<Statement<Threshold>> {
  return failure([error('statement-too-deep', `Statements nest at most ${DEEPEST_NESTING} deep.`, source)]);
}
