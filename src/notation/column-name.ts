import type { Cursor } from './cursor.js';
import type { Names } from './names.js';
import { ADJECTIVE, hasNotationWord, inQuotes, phrase } from './words.js';

const QUOTED = /^"((?:[^"]|"")*)"/;
const PLAIN = /^\p{L}[\p{L}\p{N}_-]*$/u;
/** Words that may stand where a column does, and not where the name of a group or unit does. */
const BEFORE_NAMES = phrase(`groups?|${ADJECTIVE}`);

/** Words that may follow a column in a statement, and at which its name ends where a shorter one is known. */
const FOLLOWER = phrase(
  'from|in|within|across|outside|at|above|below|except|other|excluding|are|is|must|of|may|can|that|which',
);

/** A column's name as it must be written in a statement: in double quotes where it could be misread. */
export function printColumn(column: string): string {
  return PLAIN.test(column) && !hasNotationWord(column) && !BEFORE_NAMES.test(column) ? column : inQuotes(column);
}

/** Reads the name of a column as declared, in double quotes or not; null, and no movement, when none comes next. */
export function readColumnName(cursor: Cursor, { columns }: Names): string | null {
  return cursor.attempt(() => {
    const wanted = cursor.match(QUOTED)?.[1]?.replaceAll('""', '"');
    if (wanted === undefined) return readPlain(cursor, columns);
    if (columns.includes(wanted)) return wanted;
    return columns.find((name) => name.toLowerCase() === wanted.toLowerCase()) ?? null;
  });
}

/** The longest name that comes next, unless a shorter one ends where the words of the statement go on. */
function readPlain(cursor: Cursor, columns: readonly string[]): string | null {
  const start = cursor.offset;
  let found: { readonly name: string; readonly end: number } | null = null;
  for (const name of [...columns].sort((a, b) => a.length - b.length)) {
    cursor.offset = start;
    if (name.trim() === '' || !cursor.accept(name.trim())) continue;
    const exact = cursor.text.startsWith(name.trim(), start);
    if (found === null || cursor.offset > found.end || exact) found = { name, end: cursor.offset };
    if (exact && (cursor.atEnd || FOLLOWER.test(cursor.rest))) break;
  }
  if (found === null) return null;
  cursor.offset = found.end;
  return found.name;
}
