import { error, type Issue } from '../domain/issue.js';
import { conclude, failure, success, type Result } from '../domain/result.js';
import type { Source } from '../domain/source.js';
import type { Statement, Threshold } from '../domain/statement.js';
import { adviceAtStart } from './advice.js';
import { readCombinationWord, type Count } from './combination-word.js';
import { Cursor, Misread, sourceAt } from './cursor.js';
import type { Names } from './names.js';
import { adviseSentence, withAdvice, type Advice } from './perhaps.js';
import { DEEPEST_NESTING, readLine } from './read-line.js';
import type { StatementText } from './statement-text.js';

/** The longest statement, in characters, that is read; anything longer is refused. */
export const LONGEST_STATEMENT = 20_000;

/**
 * Reads one statement of the notation, however deeply nested. Errors say what was expected and what stands there, each
 * with its place: one a line, and all lines of a nested list are looked at.
 *
 * @example
 * ```ts
 * import { namesOf, parseStatement, printStatement } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * const text = { kind: 'line', text: 'Learners must achieve a minimum of 6 credits from B.', source: { option: 'typed' } } as const;
 * const parsed = parseStatement(text, namesOf(specification));
 * if (parsed.ok) console.log(printStatement(parsed.value)); // at least 6 credits from B
 * ```
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
  const interval = attempt(text.word, text.source, () => readHeading(new Cursor(text.word))(parts.length));
  const results: readonly Result<unknown>[] = [interval, ...parts];
  const issues = results.flatMap((result): readonly Issue[] => (result.ok ? result.warnings : result.issues));
  return conclude(
    () => ({
      kind: 'combination',
      interval: valueOf(interval),
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

/** Reads the word above a list of statements. */
function readHeading(cursor: Cursor): Count {
  const count = readCombinationWord(cursor);
  if (count === null || !cursor.atEnd) {
    cursor.offset = 0;
    cursor.fail(
      "'any of', 'all of', 'none of', 'at least n of' or 'exactly n of' above a list of statements",
      adviceAtStart(cursor.rest) ?? "a statement that stands for itself ends without ':'",
    );
  }
  return count;
}

function parseLine(text: string, source: Source, names: Names): Result<Statement<Threshold>> {
  if (text.length > LONGEST_STATEMENT) {
    const message = `The statement has ${text.length} characters; at most ${LONGEST_STATEMENT} are read.`;
    return failure([error('statement-too-long', message, source)]);
  }
  return attempt(
    text,
    source,
    () => readLine(text, source, names),
    () => adviseSentence(text, names),
  );
}

function attempt<T>(text: string, source: Source, read: () => T, advise: () => Advice | null = () => null): Result<T> {
  try {
    return success(read());
  } catch (thrown) {
    if (!(thrown instanceof Misread)) throw thrown;
    const message = `In the statement '${shorten(text)}': ${withAdvice(thrown.message, advise())}.`;
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
