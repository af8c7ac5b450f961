import { referenceKey } from '../domain/reference.js';
import { didYouMean } from '../domain/suggest.js';
import { Misread, type Cursor } from './cursor.js';
import type { Names } from './names.js';

const QUOTED = /^"((?:[^"]|"")*)"/;
const SEPARATOR = /^(?:,\s*(?:(?:or|and)(?![\w-])\s*)?|(?:or|and)(?![\w-])\s*)/i;
const PLAIN_END = /\s*(?:[,;()]|\s(?:or|and|are|needs?|at\s+level|(?:do|does)\s+not\s+count)(?![\w-])|$)/i;
const PLAIN_NAME = /^[\p{L}\p{N}][\p{L}\p{N}&/._+#-]*(?: [\p{L}\p{N}&/._+#-]+)*$/u;
const NOTATION_WORD = /(?:^|\s)(?:or|and|are|needs?|at|do|does|outside|units?|groups?|from)(?:\s|$)/i;
const MOST_LISTED = 12;

/** A group or unit name as it must be written in a statement: in double quotes where it could be misread. */
export function printName(name: string): string {
  const plain = PLAIN_NAME.test(name) && !NOTATION_WORD.test(name) && !name.endsWith('.');
  return plain ? name : `"${name.replaceAll('"', '""')}"`;
}

/** `A, B or C` with `word` before the last; one name stands alone. */
export function printNames(names: readonly string[], word: string): string {
  const printed = names.map(printName);
  const last = printed.at(-1) ?? '';
  return printed.length < 2 ? last : `${printed.slice(0, -1).join(', ')} ${word} ${last}`;
}

/** Reads one or more groups; the names come back as declared, each once. */
export function readGroups(cursor: Cursor, names: Names): string[] {
  return readList(cursor, 'a group', (text) => findGroup(text, names), groupHint(names));
}

/** Reads one or more units by reference or URN; the references come back as declared, each once. */
export function readUnits(cursor: Cursor, names: Names): string[] {
  const hint = (text: string): string => {
    const known = names.units.flatMap(({ ref, urn }) => (urn === null ? [ref] : [ref, urn]));
    return `this qualification has no such unit${didYouMean(text, known)}`;
  };
  return readList(cursor, 'a unit', (text) => findUnit(text, names), hint);
}

function findGroup(text: string, names: Names): string | null {
  const key = normalise(text);
  return names.groups.find((group) => normalise(group) === key) ?? null;
}

function findUnit(text: string, names: Names): string | null {
  const key = referenceKey(text);
  const byRef = names.units.find(({ ref }) => referenceKey(ref) === key);
  return (byRef ?? names.units.find(({ urn }) => urn !== null && referenceKey(urn) === key))?.ref ?? null;
}

function normalise(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}

function groupHint(names: Names): (text: string) => string {
  const listed = names.groups.slice(0, MOST_LISTED).join(', ');
  const more = names.groups.length > MOST_LISTED ? ' and others' : '';
  return () => `this qualification has ${names.groups.length === 0 ? 'no groups' : `${listed}${more}`}`;
}

type Find = (text: string) => string | null;

function readList(cursor: Cursor, wanted: string, find: Find, hint: (text: string) => string): string[] {
  const found = [readName(cursor, wanted, find, hint)];
  while (cursor.match(SEPARATOR) !== null) found.push(readName(cursor, wanted, find, hint));
  return [...new Set(found)];
}

function readName(cursor: Cursor, wanted: string, find: Find, hint: (text: string) => string): string {
  const start = cursor.offset;
  const quoted = cursor.match(QUOTED);
  const text = quoted === null ? cursor.rest.slice(0, cursor.rest.search(PLAIN_END)) : unquote(quoted[1] ?? '');
  if (text === '') cursor.fail(wanted);
  const name = find(text);
  if (name === null) {
    refuseAfterKnownName(text, start, find);
    throw new Misread(`expected ${wanted}; found '${text}'; ${hint(text)}`, start);
  }
  if (quoted === null) {
    cursor.offset += text.length;
    cursor.match(/^\s*/);
  }
  return name;
}

/** `A at levle 3` is better refused at `at levle 3` than as a group of that name. */
function refuseAfterKnownName(text: string, start: number, find: Find): void {
  for (let end = text.lastIndexOf(' '); end > 0; end = text.lastIndexOf(' ', end - 1)) {
    if (find(text.slice(0, end)) === null) continue;
    const rest = text.slice(end).trimStart();
    const offset = start + text.length - rest.length;
    throw new Misread(`expected 'at level', ',', 'or', or the end of the statement; found '${rest}'`, offset);
  }
}

function unquote(text: string): string {
  return text.replaceAll('""', '"');
}
