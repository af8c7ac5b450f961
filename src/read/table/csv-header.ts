import { error, warning, type Issue } from '../../domain/issue.js';
import { nearest } from '../../domain/suggest.js';
import type { Cell } from './cells.js';
import { columnName } from './csv-delimiter.js';
import { quote } from '../../domain/quote.js';

/** Where the columns of a table stand, as indices into its rows. */
export interface Header<Name extends string> {
  readonly known: ReadonlyMap<Name, number>;
  /** Further columns by their names as written. */
  readonly further: ReadonlyMap<string, number>;
  readonly issues: readonly Issue[];
}

/** The columns that a table must have, and those that it may have; all in lower case. */
export interface Columns<Name extends string> {
  readonly required: readonly Name[];
  readonly optional: readonly Name[];
}

/**
 * Matches a header row with the columns that are wanted, without regard to case and white space around names. Errors:
 * a required column that is missing (with the header that may be meant), a column given twice. Warning: a column
 * without a name, which is left out when any of `rows` has something in it.
 */
export function readHeader<Name extends string>(
  cells: readonly Cell[],
  columns: Columns<Name>,
  rows: readonly (readonly Cell[])[],
): Header<Name> {
  const known = new Map<Name, number>();
  const further = new Map<string, number>();
  const issues: Issue[] = [];
  const first = new Map<string, number>();
  for (const [index, cell] of cells.entries()) {
    const name = columnName(cell.text);
    const earlier = first.get(name);
    if (name === '') issues.push(...unnamed(cell, index, rows));
    else if (earlier !== undefined) issues.push(repeated(cell, earlier));
    else {
      first.set(name, index);
      const wanted = [...columns.required, ...columns.optional].find((column) => column === name);
      if (wanted === undefined) further.set(cell.text, index);
      else known.set(wanted, index);
    }
  }
  return { known, further, issues: [...missing(columns.required, known, further, cells), ...issues] };
}

/** The name among `candidates` that was probably meant for the column `wanted`; null when none is like it. */
export function likeliestColumn(wanted: string, candidates: readonly string[]): string | null {
  const containing = candidates.find((name) =>
    columnName(name)
      .split(/[^a-z]+/)
      .includes(wanted),
  );
  return containing ?? nearest(wanted, candidates);
}

function missing(
  required: readonly string[],
  known: ReadonlyMap<string, number>,
  further: ReadonlyMap<string, number>,
  cells: readonly Cell[],
): Issue[] {
  return required
    .filter((column) => !known.has(column))
    .map((column) => {
      const like = likeliestColumn(column, [...further.keys()]);
      const at = like === null ? 0 : further.get(like);
      const cell = at === undefined ? undefined : cells[at];
      const hint = like === null ? `; the header has ${listHeader(cells)}` : ` (is ${quote(like)} meant for it?)`;
      return error('missing-column', `The column '${column}' is missing${hint}.`, cell?.place ?? null);
    });
}

function listHeader(cells: readonly Cell[]): string {
  const names = cells.map((cell) => cell.text).filter((name) => name !== '');
  return quote(names.join(', '), 120);
}

function repeated(cell: Cell, earlier: number): Issue {
  const message = `The column ${quote(cell.text)} stands in this header twice; the first is column ${earlier + 1}.`;
  return error('repeated-column', message, cell.place);
}

function unnamed(cell: Cell, index: number, rows: readonly (readonly Cell[])[]): Issue[] {
  const filled = rows.filter((row) => (row[index]?.text ?? '') !== '').length;
  if (filled === 0) return [];
  return [warning('unnamed-column', `Column ${index + 1} has no name, so what stands in it is left out.`, cell.place)];
}
