import { didYouMean } from '../domain/suggest.js';
import { adviceWithin } from './advice.js';
import { seesBound, seesFigure } from './bound.js';
import { Misread, quoted as cut, type Cursor } from './cursor.js';
import { findGroup, findUnit, type FindName } from './name-index.js';
import type { Names } from './names.js';
import { ADJECTIVE, hasNotationWord, inQuotes, phrase, WORD_END } from './words.js';
import { Pattern } from './pattern.js';

const QUOTED = /^(?:"((?:[^"]|"")*)"|“([^“”]*)”|‘([^‘’]*)’|'([^']*)')/;
const SEPARATOR = new Pattern(String.raw`^(?:,\s*)?(?:(?:and\s*\/\s*or|or|and|plus)${WORD_END}|&(?=\s)|\/)\s*|^,\s*`);
/** Where a name without quotes is over: at a sign, or at words with which a statement goes on. */
const PLAIN_END = new Pattern(
  String.raw`(?<!\s)\s*(?:[,;()]|\s(?:or|and|are|needs?|at\s+levels?|(?:do|does)\s+not\s+count|except|other\s+than)${WORD_END}|$)`,
);
const PLAIN_NAME = /^[\p{L}\p{N}][\p{L}\p{N}&/._+#-]*(?: [\p{L}\p{N}&/._+#-]+)*$/u;
const MOST_LISTED = 12;
const LONGEST_CUT = 300;

/** Where a plain name may end before the words around it do: behind a word, or at a sign that joins names. */
const CUT = /\s|[/:]/g;

/** Words with which a statement goes on after a list and its comma. */
const GOES_ON = phrase('from|within|in|at\\s+levels?|must|may|can');

const FILLER = String.raw`(?:from\s+)?(?:(?:either|any)\s+(?:of\s+)?)?(?:the\s+)?(?:${ADJECTIVE}\s+)?`;
const BEFORE_GROUP = new Pattern(`^${FILLER}(?:groups?\\s+)?`);
const BEFORE_UNIT = new Pattern(`^${FILLER}(?:units?\\s+)?`);

/** A sort of name: what to call it, which words may stand before one, how to look it up, and what to say of others. */
interface NameKind {
  readonly wanted: string;
  readonly filler: Pattern;
  readonly find: FindName;
  readonly hint: (text: string) => string;
  /** True when every name of a list is meant, so that `or` cannot stand between them. */
  readonly all?: boolean;
}

/** A group or unit name as it must be written in a statement: in double quotes where it could be misread. */
export function printName(name: string): string {
  const plain = PLAIN_NAME.test(name) && !hasNotationWord(name) && !name.endsWith('.');
  return plain ? name : inQuotes(name);
}

/** `A, B or C` with `word` before the last; one name stands alone. */
export function printNames(names: readonly string[], word: string): string {
  const printed = names.map(printName);
  const before = printed.slice(0, -1).join(', ');
  return before === '' ? printed.join('') : `${before} ${word} ${printed.slice(-1).join('')}`;
}

/** `X, Y, Z`: units are listed with commas alone. */
export function printUnits(units: readonly string[]): string {
  return units.map(printName).join(', ');
}

/** Reads one or more groups; the names come back as declared, each once. */
export function readGroups(cursor: Cursor, names: Names): string[] {
  return cursor.attempt(() => readRange(cursor, names)) ?? readList(cursor, groupsOf(names));
}

const RANGE = new Pattern(
  String.raw`^(?:the\s+)?(?:${ADJECTIVE}\s+)?groups\s+([A-Z])\s*(?:to|through|[-–—])\s*([A-Z])(?![\p{L}\p{N}_])`,
);

/** `groups B to D`: every letter between is a group, and none of the others begins with one of these letters, as `B2` does. */
function readRange(cursor: Cursor, names: Names): string[] | null {
  const found = cursor.match(RANGE);
  const [first, last] = [found?.[1]?.toUpperCase(), found?.[2]?.toUpperCase()];
  if (first === undefined || last === undefined || first >= last) return null;
  const within = names.groups.filter(
    (name) => name.charAt(0).toUpperCase() >= first && name.charAt(0).toUpperCase() <= last,
  );
  const letters = new Set(within.map((name) => name.toUpperCase()));
  const wanted = last.charCodeAt(0) - first.charCodeAt(0) + 1;
  return within.every(({ length }) => length === 1) && letters.size === wanted && within.length === wanted
    ? within
    : null;
}

/** Reads one or more units by reference or URN; the references come back as declared, each once. */
export function readUnits(cursor: Cursor, names: Names): string[] {
  return readList(cursor, unitsOf(names));
}

/** As {@link readUnits} for units that are all meant: an `or` between them would ask for one of them only. */
export function readEveryUnit(cursor: Cursor, names: Names): string[] {
  return readList(cursor, { ...unitsOf(names), all: true });
}

/** Whether the name of a unit comes next, and not that of a group. */
export function seesUnit(cursor: Cursor, names: Names): boolean {
  const unit = locate(cursor, unitsOf(names));
  const group = locate(cursor, groupsOf(names));
  if (unit === null || group === null) return unit !== null;
  // A name as it stands comes before one that is there only when the words before it are left out.
  return group.end < unit.end && !(unit.start > cursor.offset && group.start === cursor.offset);
}

/** Whether the name of a group comes next. */
export function seesGroup(cursor: Cursor, names: Names): boolean {
  return locate(cursor, groupsOf(names)) !== null;
}

function groupsOf(names: Names): NameKind {
  const { groups } = names;
  const find = findGroup(names);
  const listed = groups.slice(0, MOST_LISTED).join(', ');
  const more = groups.length > MOST_LISTED ? ' and others' : '';
  return {
    wanted: 'a group',
    filler: BEFORE_GROUP,
    find: (text) => find(text) ?? find(`group ${text}`),
    hint: () => `this qualification has ${groups.length === 0 ? 'no groups' : `${listed}${more}`}`,
  };
}

function unitsOf(names: Names): NameKind {
  const find = findUnit(names);
  const known = (): string[] => names.units.flatMap(({ ref, urn }) => (urn === null ? [ref] : [ref, urn]));
  return {
    wanted: 'a unit',
    filler: BEFORE_UNIT,
    find: (text) => find(text) ?? find(`unit ${text}`),
    hint: (text) => `this qualification has no such unit${didYouMean(text, known())}`,
  };
}

function readList(cursor: Cursor, kind: NameKind): string[] {
  const found = [readName(cursor, kind)];
  while (readSeparator(cursor, kind)) found.push(readName(cursor, kind));
  return [...new Set(found)];
}

function readSeparator(cursor: Cursor, kind: NameKind): boolean {
  const start = cursor.offset;
  const separator = cursor.match(SEPARATOR);
  if (separator === null) return false;
  if (separator[0].startsWith(',') && cursor.sees(GOES_ON) && locate(cursor, kind) === null) return false;
  if (cursor.alternatives && seesFigure(cursor) && locate(cursor, kind) === null) {
    cursor.offset = start;
    return false;
  }
  if (seesBound(cursor) && locate(cursor, kind) === null) refuseFurtherStatement(separator[0], start);
  if (kind.all === true && /or\s*$/i.test(separator[0])) {
    throw new Misread("'or' leaves a choice; write 'at least 1 of units X, Y', or 'exactly 1 of units X, Y'", start);
  }
  return true;
}

function refuseFurtherStatement(separator: string, start: number): never {
  const words = separator.trim();
  const alternatives = "alternatives stand in a list under 'any of'; on one line: any of (...; ...)";
  const several = 'give each statement a line of its own, or write all of (...; ...)';
  const advice = /or$/i.test(words) ? alternatives : several;
  throw new Misread(`a second statement begins after '${words}'; ${advice}`, start);
}

function readName(cursor: Cursor, kind: NameKind): string {
  const start = cursor.offset;
  const name = locate(cursor, kind);
  if (name !== null) {
    cursor.offset = name.end;
    cursor.match(/^\s*/);
    return name.name;
  }
  const quoted = QUOTED.exec(cursor.rest);
  const text = quoted === null ? plainStart(cursor.rest, cursor.ascii) : unquote(quoted);
  if (text === '') return cursor.fail(kind.wanted);
  const advice = adviceWithin(text);
  throw new Misread(
    `expected ${kind.wanted}; found ${cut(text)}; ${kind.hint(text)}${advice === null ? '' : `; ${advice}`}`,
    start,
  );
}

interface Located {
  readonly name: string;
  readonly start: number;
  /** The offset behind the name. */
  readonly end: number;
}

/** The name that comes next, the longest that is known, with or without words before it; null when there is none. */
function locate(cursor: Cursor, kind: NameKind): Located | null {
  const filler = cursor.look(kind.filler)?.[0].length;
  for (const before of filler === undefined ? [0] : [0, filler]) {
    const located = locateAt(cursor, cursor.offset + before, kind);
    if (located !== null) return located;
  }
  return null;
}

function locateAt({ text, ascii }: Cursor, start: number, { find }: NameKind): Located | null {
  const rest = text.slice(start);
  const quoted = QUOTED.exec(rest);
  if (quoted !== null) {
    const name = find(unquote(quoted));
    return name === null ? null : { name, start, end: start + quoted[0].length };
  }
  const plain = plainStart(rest, ascii);
  const ends = [...plain.slice(0, LONGEST_CUT).matchAll(CUT)].map(({ index }) => index);
  for (const end of [plain.length, ...ends.reverse()]) {
    const part = plain.slice(0, end).trimEnd();
    const name = part === '' ? null : find(part);
    if (name !== null) return { name, start, end: start + part.length };
  }
  return null;
}

/** A name without quotes as far as it may go at the beginning of a text. */
function plainStart(text: string, ascii: boolean): string {
  const end = PLAIN_END.exec(text, ascii);
  if (end === null) throw new Error('a text without an end');
  return text.slice(0, end.index);
}

function unquote([, straight, curly, single, apostrophes]: RegExpExecArray): string {
  const name = straight?.replaceAll('""', '"') ?? curly ?? single ?? apostrophes;
  if (name === undefined) throw new Error('a quoted name without any of its quotes');
  return name;
}
