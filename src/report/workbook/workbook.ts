import { formatSource } from '../../domain/source.js';
import { cellExactly, contentsOf, type Cell, type Sheet, type SheetPart, type TableColumn } from '../sheet.js';

/** A cell of a workbook: a number, or text, which is never run as a formula; null is empty. */
export type WorkbookCell = string | number | null;

/** One sheet of a workbook; of a table the first row is its head. */
export interface WorkbookSheet {
  /** At most 31 characters that a workbook allows, unlike every other in whatever case. */
  readonly name: string;
  readonly rows: readonly (readonly WorkbookCell[])[];
  readonly isTable: boolean;
}

const LONGEST_NAME = 31;
const TEXT_SHEET = 'Text';
/** What a cell may hold; a workbook with more is refused by whoever opens it. */
const LONGEST_CELL = 32_767;

/**
 * A sheet as a workbook: every table, and the issues as one, on a sheet of its own, called by the heading before it, so
 * that it can be sorted and filtered; what is said in sentences on another, in its order, with where each table is.
 *
 * @example
 * ```ts
 * import { workbookOf } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { answers } = openShipped('level-1-certificate-customer-service');
 * console.log(workbookOf(answers.show().sheet()).length > 1); // true
 * ```
 */
export function workbookOf({ title, parts }: Sheet): readonly [WorkbookSheet, ...WorkbookSheet[]] {
  const names = new SheetNames();
  const text: (readonly WorkbookCell[])[] = title === '' ? [] : [[title], []];
  const tables: WorkbookSheet[] = [];
  let above = title;
  for (const part of parts) {
    if (part.kind === 'heading') above = part.text;
    const rows = tableRows(part);
    if (rows === null) {
      text.push(...textRows(part, parts));
      continue;
    }
    const name = names.of(above);
    tables.push({ name, rows: rows.map((row) => row.map(fit)), isTable: true });
    text.push([`Table: sheet '${name}'`]);
  }
  const sentences = { name: names.of(TEXT_SHEET), rows: text.map((row) => row.map(fit)), isTable: false };
  const [first, ...others] = tables;
  // One table comes first, as it is what was asked for; of several the text says which is which.
  if (first === undefined) return [sentences];
  return others.length === 0 ? [first, sentences] : [sentences, first, ...others];
}

function tableRows(part: SheetPart): readonly (readonly WorkbookCell[])[] | null {
  if (part.kind === 'table') return [part.columns.map(({ head }) => head), ...part.rows.map(rowOf(part.columns))];
  if (part.kind !== 'issues' || part.issues.length === 0) return null;
  const rows = part.issues.map(({ severity, code, message, source }) => [
    severity,
    code,
    source === null ? null : formatSource(source),
    message,
  ]);
  return [['severity', 'code', 'place', 'message'], ...rows];
}

function rowOf(columns: readonly TableColumn[]): (row: readonly Cell[]) => readonly WorkbookCell[] {
  return (row) => row.map((cell, at) => valueOf(cell, columns[at]?.align === 'right'));
}

/** A figure is a number, as far as a spreadsheet can hold it; a dash, which stands for nothing, is nothing. */
function valueOf(cell: Cell, mayBeFigure: boolean): WorkbookCell {
  if (cell === null || typeof cell === 'number') return cell;
  const text = cellExactly(cell);
  if (text === '-') return null;
  const figure = mayBeFigure && /^-?[\d,]+(?:\.\d+)?$/.test(text) ? Number(text.replaceAll(',', '')) : NaN;
  return Number.isNaN(figure) || Math.abs(figure) > 1e15 ? text : figure;
}

function textRows(part: SheetPart, all: readonly SheetPart[]): readonly (readonly WorkbookCell[])[] {
  switch (part.kind) {
    case 'heading':
      return [[], [part.text]];
    case 'line':
      return [[part.text]];
    case 'list':
      return part.items.map((item, at) => [`${part.numbered === true ? `${at + 1}.` : '-'} ${item}`]);
    case 'aside':
      return part.lines.map((line) => [line]);
    case 'attachment':
      return [[part.words]];
    case 'picture':
      return [[`${part.picture.title}: ${part.picture.description}`]];
    case 'contents':
      return contentsOf(all).map((text) => [`- ${text}`]);
    case 'table':
    case 'issues':
      return [];
  }
}

function fit(cell: WorkbookCell): WorkbookCell {
  if (typeof cell !== 'string' || cell.length <= LONGEST_CELL) return cell;
  return `${cell.slice(0, LONGEST_CELL - 1)}…`;
}

/** Names for sheets, each once. */
class SheetNames {
  readonly #taken = new Set<string>([TEXT_SHEET.toLowerCase()]);

  of(wanted: string): string {
    if (wanted === TEXT_SHEET) return TEXT_SHEET;
    const plain = wanted
      .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
      .replace(/^[\s']+|[\s']+$/g, '')
      .replace(/\s+/g, ' ');
    const name = plain === '' || plain.toLowerCase() === 'history' ? 'Table' : plain;
    for (let count = 1; ; count++) {
      const tail = count === 1 ? '' : ` ${count}`;
      const tried = `${name.slice(0, LONGEST_NAME - tail.length).trimEnd()}${tail}`;
      if (this.#taken.has(tried.toLowerCase())) continue;
      this.#taken.add(tried.toLowerCase());
      return tried;
    }
  }
}
