import { error, type Issue } from '../../domain/issue.js';
import type { Place } from '../../domain/source.js';
import type { Cell } from './cells.js';
import { readCells } from './csv-cells.js';
import { readSheet, type SheetText } from './sheet-cells.js';
import { readHeader, type Columns, type Header } from './csv-header.js';

/** One row below the header, with its cells by column. Columns that are missing from the header are absent. */
export interface TableRow<Name extends string> {
  readonly known: ReadonlyMap<Name, Cell>;
  readonly further: ReadonlyMap<string, Cell>;
  /** The row's first cell, for what concerns the whole row. */
  readonly first: Cell;
  /** False when the row is too long or too short: its cells may then stand in the wrong columns. */
  readonly fits: boolean;
}

/** A table as far as it could be read, with everything that is wrong with its form. */
export interface Table<Name extends string> {
  readonly rows: readonly TableRow<Name>[];
  /** Names of further columns, as written, with the places of their headers. */
  readonly further: ReadonlyMap<string, Place>;
  readonly issues: readonly Issue[];
}

/** A table as a file holds it: the text of a CSV file, or a sheet of a workbook. */
export type TableText = string | SheetText;

/**
 * Reads a table with a header row; see `readCells`, `readSheet` and `readHeader` for what may be wrong, and for rows that
 * do not fit.
 */
export function readTable<Name extends string>(text: TableText, file: string, columns: Columns<Name>): Table<Name> {
  const expected = [...columns.required, ...columns.optional];
  const { rows, issues } = typeof text === 'string' ? readCells(text, file, expected) : readSheet(text, file, expected);
  const [head, ...body] = rows;
  if (head === undefined) return { rows: [], further: new Map(), issues };
  const header = readHeader(head, columns, body);
  const problems = body.map((row) => checkWidth(row, head.length, header, columns));
  return {
    rows: body.flatMap((row, index) => toTableRow(row, header, problems[index]?.length === 0)),
    further: new Map([...header.further].flatMap(([name, index]) => placeOf(name, head[index]))),
    issues: [...issues, ...header.issues, ...problems.flat()],
  };
}

function placeOf(name: string, cell: Cell | undefined): (readonly [string, Place])[] {
  return cell === undefined ? [] : [[name, cell.place]];
}

function toTableRow<Name extends string>(row: readonly Cell[], header: Header<Name>, fits: boolean): TableRow<Name>[] {
  const [first] = row;
  if (first === undefined) return [];
  const known = new Map<Name, Cell>();
  for (const [name, index] of header.known) {
    const cell = row[index];
    if (cell !== undefined) known.set(name, cell);
  }
  const further = new Map(
    [...header.further].map(([name, index]) => [name, row[index] ?? { text: '', place: first.place }]),
  );
  return [{ known, further, first, fits }];
}

function checkWidth<Name extends string>(
  row: readonly Cell[],
  width: number,
  header: Header<Name>,
  columns: Columns<Name>,
): Issue[] {
  const extra = row.slice(width).find((cell) => cell.text !== '');
  if (extra !== undefined) {
    const message = `This row has ${row.length} cells, the header has ${width}; text with a separator in it needs quotes around it.`;
    return [error('row-too-long', message, extra.place)];
  }
  const absent = columns.required.filter((name) => {
    const at = header.known.get(name);
    return at !== undefined && at >= row.length;
  });
  if (absent.length === 0) return [];
  const message = `This row ends before its ${absent.join(', ')}: it has ${row.length} of ${width} cells.`;
  return [error('row-too-short', message, row[0]?.place ?? null)];
}
