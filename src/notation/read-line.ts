import type { Source } from '../domain/source.js';
import type { Statement, Threshold } from '../domain/statement.js';
import { readCombinationWord } from './combination-word.js';
import { Cursor, Misread, sourceAt } from './cursor.js';
import type { Names } from './names.js';
import { readSimpleStatement } from './simple-statement.js';

/** How deep statements may nest. */
export const DEEPEST_NESTING = 20;

/** Reads a line that is one whole statement. Throws a {@link Misread} where it cannot be read on. */
export function readLine(text: string, source: Source, names: Names): Statement<Threshold> {
  const cursor = new Cursor(withoutFinalMark(text));
  const statement = readStatement(cursor, source, names, 1);
  if (!cursor.atEnd) cursor.fail(expectedAfter(statement));
  return statement;
}

/** A final full stop, semicolon or comma says nothing. */
export function withoutFinalMark(text: string): string {
  const trimmed = text.trimEnd();
  return /[.;,]$/.test(trimmed.slice(-1)) ? trimmed.slice(0, -1).trimEnd() : trimmed;
}

/** What could have followed a statement that was read, while more stands there. */
function expectedAfter({ kind }: Statement<Threshold>): string {
  const filtered = kind === 'amount' || kind === 'all-units' || kind === 'of-each';
  return filtered ? "'from', 'at level', or the end of the statement" : 'the end of the statement';
}

function readStatement(cursor: Cursor, source: Source, names: Names, depth: number): Statement<Threshold> {
  if (depth > DEEPEST_NESTING) throw new Misread(`statements nest at most ${DEEPEST_NESTING} deep`, cursor.offset);
  const start = cursor.offset;
  const count = readCombinationWord(cursor);
  if (count === null || cursor.match(/^:?\s*\(/) === null) {
    cursor.offset = start;
    return readSimpleStatement(cursor, source, names);
  }
  const parts: Statement<Threshold>[] = [];
  do parts.push(readStatement(cursor, source, names, depth + 1));
  while (cursor.accept(';'));
  if (!cursor.accept(')')) cursor.fail("')', or ';' and another statement");
  return { kind: 'combination', interval: count(parts.length), parts, source: sourceAt(source, start) };
}
