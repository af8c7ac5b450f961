import { error, type Issue } from '../../domain/issue.js';
import type { Place } from '../../domain/source.js';

/** The most cells that a table may hold. */
export const MOST_CELLS = 250_000;

/** The most characters that one cell may hold. */
export const LONGEST_CELL = 2_000;

/** One cell of a table: its text without surrounding white space, and where it begins. */
export interface Cell {
  readonly text: string;
  readonly place: Place;
}

/** The rows of a table that are not blank, the header first, with what is wrong with the table as such. */
export interface CellRows {
  readonly rows: readonly (readonly Cell[])[];
  readonly issues: readonly Issue[];
}

/** What tables carry before text that a spreadsheet would take for a formula. */
export const GUARD = /^'(?=[=+\-@])/;

/** The issue for a cell of more than {@link LONGEST_CELL} characters. */
export function checkLength(cell: Cell): Issue[] {
  if (cell.text.length <= LONGEST_CELL) return [];
  const message = `This cell has ${cell.text.length} characters; at most ${LONGEST_CELL} are read. Is a quote missing?`;
  return [error('cell-too-long', message, cell.place)];
}
