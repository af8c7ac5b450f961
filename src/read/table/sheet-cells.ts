import { error, warning, type Issue } from '../../domain/issue.js';
import { cellName } from '../../domain/source.js';
import { checkLength, GUARD, MOST_CELLS, type Cell, type CellRows } from './cells.js';
import { columnName, MOST_LINES_ABOVE } from './csv-delimiter.js';

/** One sheet of a workbook: its rows from the top, blank ones and blank cells included, as texts. */
export interface SheetText {
  /** The name of the sheet. */
  readonly sheet: string;
  readonly rows: readonly (readonly string[])[];
}

/**
 * The cells of a sheet that are not in blank rows, the header first. The header is the first row that is not blank; but
 * where that has none of the `expected` columns and one further down has at least half of them, it is that one, and a
 * warning says so. Cells that are blank behind the last one of the header are left out. Errors: an empty sheet, a cell
 * that is too long, too many cells.
 */
export function readSheet({ sheet, rows }: SheetText, file: string, expected: readonly string[]): CellRows {
  const place = (line: number, column: number): Cell['place'] => ({ file, line, column, sheet });
  const cells = rows
    .map((row, line) => row.map((text, column): Cell => toCell(text, place(line + 1, column + 1))))
    .filter((row) => row.some(({ text }) => text !== ''));
  const [first] = cells;
  if (first === undefined) {
    const message = 'This sheet is empty; a table with a header row is needed.';
    return { rows: [], issues: [error('empty-file', message, place(1, 1))] };
  }
  if (rows.reduce((sum, row) => sum + row.length, 0) > MOST_CELLS) {
    const message = `A table may hold at most ${MOST_CELLS} cells; this sheet has more.`;
    return { rows: [], issues: [error('too-many-cells', message, place(1, 1))] };
  }
  const start = findHeader(cells, expected);
  const table = cells.slice(start);
  const width = lastFilled(table[0] ?? []);
  const kept = table.map((row) => (lastFilled(row) <= width ? row.slice(0, width) : row.slice(0, lastFilled(row))));
  const above = start === 0 ? [] : [titleRows(kept)];
  return { rows: kept, issues: [...above, ...kept.flat().flatMap(checkLength)] };
}

function toCell(text: string, place: Cell['place']): Cell {
  return { text: text.trim().replace(GUARD, ''), place };
}

function findHeader(rows: readonly (readonly Cell[])[], expected: readonly string[]): number {
  const names = new Set(expected);
  const known = rows
    .slice(0, MOST_LINES_ABOVE)
    .map((row) => row.filter(({ text }) => names.has(columnName(text))).length);
  if (known[0] !== 0) return 0;
  const likelier = known.findIndex((count) => count >= Math.ceil(expected.length / 2));
  return likelier < 0 ? 0 : likelier;
}

function lastFilled(row: readonly Cell[]): number {
  return row.findLastIndex(({ text }) => text !== '') + 1;
}

function titleRows(table: readonly (readonly Cell[])[]): Issue {
  const header = table[0]?.[0];
  if (header === undefined) throw new RangeError('a table that was found has a header');
  const message = `The header seems to be row ${header.place.line} (${cellName(header.place)}); what stands above it is left out.`;
  return warning('title-rows', message, header.place);
}
