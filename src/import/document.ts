/** Where something stands in a document: what a person needs to find it again. Every number counts from 1. */
export interface DocumentPlace {
  /** The name of the file, or what stands for it. */
  readonly file: string;
  /** The page of a document that has pages; otherwise null. */
  readonly page: number | null;
  /** The sheet of a workbook; otherwise null. */
  readonly sheet: string | null;
  /** The line of a text or page, the row of a sheet, the paragraph or row of a web page or a Word document. */
  readonly line: number;
}

/**
 * One line of a document as its reader found it. A `row` has cells side by side; those that another cell covers are
 * empty. A `text` is a paragraph, an entry of a list, or a line by itself; `heading` where the document sets it apart.
 */
export type DocumentLine =
  | {
      readonly kind: 'row';
      readonly place: DocumentPlace;
      readonly cells: readonly string[];
      readonly table: number;
      /** What its reader has to say of it; absent where there is nothing. */
      readonly notes?: readonly string[];
    }
  | { readonly kind: 'text'; readonly place: DocumentPlace; readonly text: string; readonly heading: boolean }
  | {
      readonly kind: 'left-out';
      readonly place: DocumentPlace;
      readonly text: string;
      readonly why: string;
      /** Whether it is left out as nobody sees it who opens the document. */
      readonly hidden?: true;
    };

/** What is read of a document, whatever its kind: its lines in the order in which people read them. */
export interface SourceDocument {
  readonly file: string;
  readonly lines: readonly DocumentLine[];
}

/** The longest line, in characters, that is looked at; of a longer one no more is kept. */
export const LONGEST_LINE = 20_000;

/** The most cells of one row that are looked at. */
export const MOST_CELLS = 200;

/**
 * A place in words: `page 2, line 14`; `sheet Units, row 9`; `line 12`.
 *
 * @example
 * ```ts
 * import { describePlace } from 'qualpath';
 *
 * console.log(describePlace({ page: 3, sheet: null, line: 14 }), describePlace({ page: null, sheet: 'Units', line: 5 })); // page 3, line 14 sheet Units, row 5
 * ```
 */
export function describePlace({ page, sheet, line }: DocumentPlace): string {
  if (sheet !== null) return `sheet ${sheet}, row ${line}`;
  return page === null ? `line ${line}` : `page ${page}, line ${line}`;
}

/** The text of a line; cells of a row with ` | ` between them. */
export function textOfLine(line: DocumentLine): string {
  if (line.kind !== 'row') return line.text;
  return line.cells.filter((cell) => cell !== '').join(' | ');
}

/** Text on one line, with single spaces, and without characters that cannot be seen. */
export function flatten(text: string): string {
  return text
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
    .replace(/[\s\u00A0]+/g, ' ')
    .trim();
}
