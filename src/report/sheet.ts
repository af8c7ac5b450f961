import type { Issue } from '../domain/issue.js';
import type { Picture } from './pictures/picture.js';

/** How a piece of text is meant: what went well or badly, what asks for care, what is of less weight. */
export type Tone = 'plain' | 'good' | 'bad' | 'caution' | 'quiet';

/** Text with a tone; `exact` is the figure that the text stands for, where that is shortened or written with commas. */
export interface Toned {
  readonly text: string;
  readonly tone: Tone;
  readonly exact?: string;
}

/** A cell of a table: text, or a figure, which stands to the right and stays a number in a workbook; null is empty. */
export type Cell = string | number | Toned | null;

/** One column of a table: figures stand to the right; a `flexible` column gives way when the page is narrow. */
export interface TableColumn {
  readonly head: string;
  readonly align?: 'left' | 'right';
  readonly flexible?: boolean;
}

/** How deep a heading stands: 2 under the title of the sheet, 3 and 4 below one another. */
export type HeadingLevel = 2 | 3 | 4;

/**
 * One part of a sheet. A `line` is a paragraph; an `aside` explains and may be left out where room is short; `issues`
 * stand one a line, whole, as tools read them; `contents` is a list of the headings of the second level; an
 * `attachment` is a file that a page can carry in itself, with words for whoever has no such page.
 */
export type SheetPart =
  | { readonly kind: 'heading'; readonly text: string; readonly level: HeadingLevel }
  | { readonly kind: 'contents' }
  | { readonly kind: 'attachment'; readonly name: string; readonly text: string; readonly words: string }
  | { readonly kind: 'line'; readonly text: string; readonly tone: Tone }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly numbered?: boolean }
  | { readonly kind: 'table'; readonly columns: readonly TableColumn[]; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: 'aside'; readonly lines: readonly string[] }
  | { readonly kind: 'issues'; readonly issues: readonly Issue[] }
  | { readonly kind: 'picture'; readonly picture: Picture };

/**
 * An answer for people, before anybody has said on what it is to be read: a title and parts in their order. Text,
 * Markdown, web pages and workbooks are made from it, so that what one of them says the others say too.
 */
export interface Sheet {
  readonly title: string;
  readonly parts: readonly SheetPart[];
}

/** A heading within a sheet. */
export function heading(text: string, level: HeadingLevel = 2): SheetPart {
  return { kind: 'heading', text, level };
}

/** The parts of a sheet as a section of another: under a heading of their own, their headings below it. */
export function section(text: string, parts: readonly SheetPart[], level: HeadingLevel = 2): readonly SheetPart[] {
  const lowered = parts.map((part) =>
    part.kind === 'heading' ? heading(part.text, below(part.level, level - 1)) : part,
  );
  return [heading(text, level), ...lowered];
}

function below(level: HeadingLevel, steps: number): HeadingLevel {
  const lower = level + steps;
  return lower === 2 ? 2 : lower === 3 ? 3 : 4;
}

/** A paragraph. */
export function line(text: string, tone: Tone = 'plain'): SheetPart {
  return { kind: 'line', text, tone };
}

/** A list of short texts. */
export function list(items: readonly string[]): SheetPart {
  return { kind: 'list', items };
}

/** A list whose items are numbered from 1, as other answers name them. */
export function numbered(items: readonly string[]): SheetPart {
  return { kind: 'list', items, numbered: true };
}

/** A table. */
export function table(columns: readonly TableColumn[], rows: readonly (readonly Cell[])[]): SheetPart {
  return { kind: 'table', columns, rows };
}

/** Issues with their places. */
export function issueList(issues: readonly Issue[]): SheetPart {
  return { kind: 'issues', issues };
}

/** Lines that explain what stands before them. */
export function aside(...lines: readonly string[]): SheetPart {
  return { kind: 'aside', lines };
}

/** A cell with a tone. */
export function toned(text: string, tone: Tone): Toned {
  return { text, tone };
}

/** The text of a cell, without its tone. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? cell.text : String(cell);
}

/** The headings of the second level, which `contents` lists. */
export function contentsOf(parts: readonly SheetPart[]): readonly string[] {
  return parts.flatMap((part) => (part.kind === 'heading' && part.level === 2 ? [part.text] : []));
}

/** What stands in a cell, exactly: the figure behind a shortened text, or else its text. */
export function cellExactly(cell: Cell): string {
  return typeof cell === 'object' && cell !== null ? (cell.exact ?? cell.text) : cellText(cell);
}
