import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { error, warning, type Issue } from '../../domain/issue.js';
import type { Place } from '../../domain/source.js';
import { checkLength, GUARD, MOST_CELLS, type Cell, type CellRows } from './cells.js';
import { findTable } from './csv-delimiter.js';
import { normaliseLineEnds } from '../text/decode-text.js';
import { indexLines, startOf, type Locate } from '../text/text-places.js';

/**
 * Splits a table into cells. The cells are separated by commas, semicolons or tabs, whichever makes the most of
 * `expected` appear in the header. Warning: lines above the header that are left out. Errors: an empty file, a quote that is never closed, a cell of more than
 * {@link LONGEST_CELL} characters, more than {@link MOST_CELLS} cells (and then no rows). A cell that runs over several
 * lines is a warning, and an error when more stands behind its closing quote: a stray quote swallows rows unseen.
 */
export function readCells(text: string, file: string, expected: readonly string[]): CellRows {
  const plain = normaliseLineEnds(text);
  const { delimiter, offset, below } = findTable(plain, expected);
  const locate = indexLines(plain, file);
  const split = splitCells(plain.slice(offset), delimiter, (within) => locate(offset + within));
  const above = below ? [titleRows(locate(offset))] : [];
  const rows = split.rows.filter((row) => row.some((cell) => cell.text !== ''));
  if (rows.length === 0 && split.issues.length === 0) {
    return {
      rows,
      issues: [error('empty-file', 'This file is empty; a table with a header row is needed.', startOf(file))],
    };
  }
  return {
    rows,
    issues: [...above, ...rows.flat().flatMap((cell) => [...checkLength(cell), ...checkLines(cell)]), ...split.issues],
  };
}

function titleRows(header: Place): Issue {
  const message = `The header seems to be line ${header.line}; what stands above it is left out.`;
  return warning('title-rows', message, header);
}

function checkLines(cell: Cell): Issue[] {
  if (!cell.text.includes('\n')) return [];
  const message =
    'This cell runs over several lines; if it should not, look for a stray quote where it begins or ends.';
  // The parser keeps the opening quote when it finds the closing one in the middle of a cell.
  return [(cell.text.startsWith('"') ? error : warning)('cell-over-lines', message, cell.place)];
}

/** Thrown out of the parser to stop it, as a file of separators alone would keep it busy for minutes. */
class TooManyCells extends Error {}

/** Rows of any length, quotes anywhere: what is wrong with them is told in this program's own words. */
const LENIENT = { record_delimiter: '\n', relax_column_count: true, relax_quotes: true, max_record_size: 0 };

/**
 * How many lines with a quote are parsed one record at a time. A parser that tells where its cells end takes many times
 * as long for a line as `split`, which is all that a line without a quote needs; each record starts the parser anew.
 */
const FEW_QUOTED = 16;

function splitCells(text: string, delimiter: string, locate: Locate): CellRows {
  const rows: Cell[][] = [];
  let count = 0;
  const take = (cells: readonly (readonly [text: string, offset: number])[]): Issue | null => {
    count += cells.length;
    const over = count > MOST_CELLS ? cells.at(MOST_CELLS - count) : undefined;
    if (over !== undefined) return tooManyCells(locate(over[1]));
    rows.push(cells.map(([cell, offset]) => ({ text: cell.trim().replace(GUARD, ''), place: locate(offset) })));
    return null;
  };
  let quoted = 0;
  for (let offset = 0; offset < text.length;) {
    const feed = text.indexOf('\n', offset);
    const end = feed < 0 ? text.length : feed;
    const line = text.slice(offset, end);
    if (!line.includes('"')) {
      const issue = take(cellsOfPlain(line, delimiter, offset));
      if (issue !== null) return { rows: [], issues: [issue] };
      offset = end + 1;
      continue;
    }
    const records = parseRecords(text, offset, delimiter, { one: quoted++ < FEW_QUOTED, most: MOST_CELLS - count });
    for (const record of records.rows) {
      const issue = take(record);
      if (issue !== null) return { rows: [], issues: [issue] };
    }
    if (records.fault !== null) {
      const issue = explain(records.fault, locate(records.end));
      return { rows: issue.code === 'too-many-cells' ? [] : rows, issues: [issue] };
    }
    offset = records.end;
  }
  return { rows, issues: [] };
}

/** The cells of a line without a quote, and where each begins. */
function cellsOfPlain(line: string, delimiter: string, start: number): readonly (readonly [string, number])[] {
  let offset = start;
  return line.split(delimiter).map((cell) => {
    const begin = offset;
    offset += cell.length + delimiter.length;
    return [cell, begin];
  });
}

interface Records {
  readonly rows: readonly (readonly (readonly [text: string, offset: number])[])[];
  /** Where the next record begins, or where the cell does that could not be read. */
  readonly end: number;
  /** What the parser threw. */
  readonly fault: unknown;
}

/** Parses one record, or all that are left, from an offset on. */
function parseRecords(
  text: string,
  offset: number,
  delimiter: string,
  { one, most }: { readonly one: boolean; readonly most: number },
): Records {
  const rest = text.slice(offset);
  const rows: (readonly [string, number])[][] = [];
  let row: (readonly [string, number])[] = [];
  let count = 0;
  let endOfLast = -1;
  const toOffset = followBytes(rest);
  const next = (): number => offset + toOffset(endOfLast + 1);
  try {
    parse(rest, {
      ...LENIENT,
      ...(one ? { to: 1 } : {}),
      delimiter,
      // The parser tells the byte at which a cell ends; the next one begins behind the one byte of the separator.
      cast: (value, { bytes }) => {
        if (++count > most) throw new TooManyCells();
        row.push([value, next()]);
        endOfLast = bytes;
        return null;
      },
      on_record: () => {
        rows.push(row);
        row = [];
        return null;
      },
    });
    return { rows, end: next(), fault: null };
  } catch (thrown) {
    return { rows, end: next(), fault: thrown };
  }
}

function tooManyCells(place: Place): Issue {
  const message = `A table may hold at most ${MOST_CELLS} cells; this is where the next one begins.`;
  return error('too-many-cells', message, place);
}

function explain(thrown: unknown, place: Place): Issue {
  if (thrown instanceof TooManyCells) return tooManyCells(place);
  if (thrown instanceof CsvError && thrown.code === 'CSV_QUOTE_NOT_CLOSED') {
    const message =
      'The quote that opens here is never closed; close it, or write "" for a quote inside a quoted cell.';
    return error('quote-not-closed', message, place);
  }
  throw thrown;
}

/** Translates ascending offsets in the UTF-8 form of `text` to offsets in `text`, going over it once. */
function followBytes(text: string): (byte: number) => number {
  let index = 0;
  let bytes = 0;
  return (byte) => {
    while (bytes < byte && index < text.length) {
      const code = text.codePointAt(index) ?? 0;
      bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      index += code < 0x10000 ? 1 : 2;
    }
    return index;
  };
}
