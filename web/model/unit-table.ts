import { parse } from 'csv-parse/browser/esm/sync';

/** A unit table as cells of text: the first row has the names of the columns. */
export type UnitTable = readonly (readonly string[])[];

/** The columns that a table of units cannot do without. */
export const COLUMNS = ['group', 'ref', 'title', 'level', 'credit', 'glh'];

/** The cells of a table: commas, semicolons or tabs between them; every row as long as the longest. */
export function readCells(text: string): UnitTable {
  const first = text.slice(0, text.search(/\r?\n|$/));
  const delimiter = ['\t', ';', ','].find((mark) => first.includes(mark)) ?? ',';
  const rows: string[][] = parse(text, {
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) => [...row.map(oneLine), ...Array<string>(width - row.length).fill('')]);
}

/** The table as a file: commas between cells. A row of the table is a line of the file. */
export function writeCells(table: UnitTable): string {
  return table.map((row) => `${row.map(quoted).join(',')}\n`).join('');
}

/** The column of a name, from 0; -1 where there is none. */
export function columnOf(table: UnitTable, name: string): number {
  return (table[0] ?? []).findIndex((head) => head.trim().toLowerCase() === name);
}

/** The cell of a row, from 0, that a place in the file stands in, from its column in characters. */
export function cellAt(table: UnitTable, line: number, column: number): { row: number; cell: number } | null {
  const row = table[line - 1];
  if (row === undefined) return null;
  let end = 0;
  for (const [cell, text] of row.entries()) {
    end += quoted(text).length + 1;
    if (column <= end) return { row: line - 1, cell };
  }
  return { row: line - 1, cell: row.length - 1 };
}

/** Cells that were copied from a spreadsheet, laid over a table from a cell on; rows that it lacks are added. */
export function pasteCells(table: UnitTable, row: number, cell: number, pasted: string): UnitTable {
  const block = pasted
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t'));
  const [head = []] = table;
  const made = [...table];
  for (const [down, line] of block.entries()) {
    const at = row + down;
    const before = made[at] ?? head.map(() => '');
    made[at] = before.map((text, place) => {
      const given = place < cell ? undefined : line[place - cell];
      return given === undefined ? text : oneLine(given);
    });
  }
  return made;
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
