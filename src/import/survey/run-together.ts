import { columnByHeader, type ColumnKind } from '../columns.js';
import { flatten } from '../document.js';

const MOST_WORDS = 6;
const SHAPES: Readonly<Partial<Record<ColumnKind, string>>> = {
  ref: '[A-Z]/\\d{3}/\\d{4}|[A-Z][A-Z&]{0,6} ?[/_.-]?(?:\\d{1,5}[A-Z]?|X)|[A-Z]{0,4}\\d{2,}[A-Z\\d/_-]*|\\d{1,3}',
  urn: '[A-Z]/\\d{3}/\\d{4}',
  title: '.+?',
  level: '(?:[Ll]evel |L)?\\d{1,2}|(?:Entry|E) ?[1-3]|TBC|-',
  credit: '\\d{1,3}(?:\\.\\d{1,3})?|TBC|X|-',
  glh: '\\d{1,4}(?:\\.\\d{1,3})?|TBC|X|-',
  tqt: '\\d{1,4}(?:\\.\\d{1,3})?|TBC|X|-',
};

/** A table whose cells have run together: its columns in their order, and how a row of it looks. */
export interface RunTogether {
  readonly kinds: readonly ColumnKind[];
  readonly row: RegExp;
}

/** Reads a line of header words that have run together, as `Unit Ref Unit title Level Credit GLH`; null for any other line. */
export function runTogetherHeader(text: string): RunTogether | null {
  const words = flatten(text).split(' ');
  if (words.length < 3 || words.length > 20) return null;
  const kinds = split(words, []);
  if (kinds === null || !kinds.includes('title') || kinds.length < 3) return null;
  const shapes = kinds.map((kind) => SHAPES[kind]);
  if (shapes.includes(undefined)) return null;
  return { kinds, row: new RegExp(`^${shapes.map((shape) => `(${shape})`).join('\\s+')}$`) };
}

/** The way to read the words as names of columns, each kind once, that gives the most columns. */
function split(words: readonly string[], before: readonly ColumnKind[]): readonly ColumnKind[] | null {
  if (words.length === 0) return before;
  let best: readonly ColumnKind[] | null = null;
  for (let length = Math.min(MOST_WORDS, words.length); length > 0; length -= 1) {
    const kind = columnByHeader(words.slice(0, length).join(' '));
    if (kind === null || before.includes(kind)) continue;
    const rest = split(words.slice(length), [...before, kind]);
    if (rest !== null && (best === null || rest.length > best.length)) best = rest;
  }
  return best;
}

/** The cells of a row that has run together; null where the line is none. */
export function splitRow(text: string, { row }: RunTogether): readonly string[] | null {
  const found = row.exec(flatten(text));
  return found === null ? null : found.slice(1).map((cell) => cell.trim());
}

/** Whether a line begins as a row does, though the rest of it may stand on the next line. */
export function beginsRow(text: string, { kinds }: RunTogether): boolean {
  const first = kinds[0];
  const shape = first === undefined ? undefined : SHAPES[first];
  return first !== 'title' && shape !== undefined && new RegExp(`^(?:${shape})\\s+\\S`).test(flatten(text));
}
