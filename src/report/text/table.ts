import Table from 'cli-table3';
import stringWidth from 'string-width';
import { itemAt } from '../../domain/item-at.js';
import type { TableColumn } from '../sheet.js';
import type { Page } from './palette.js';

const PADDING = 3;
const NARROWEST = 8;

const LINES = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
};

/** The library lays a table out in a time that grows with the square of its rows, so long tables go through in pieces. */
const ROWS_AT_ONCE = 100;

/** A table that fits the page: flexible columns are narrowed in proportion and their cells wrapped at words, or within words that are too long. */
export function renderTable(columns: readonly TableColumn[], rows: readonly (readonly string[])[], page: Page): string {
  const natural = columns.map(({ head }, index) => widest([head, ...rows.map((row) => itemAt(row, index))]) + PADDING);
  const widths = fit(columns, natural, page.width);
  const heads = [
    columns.map(({ head }) => page.palette.bold(head)),
    columns.map(({ head }, at) =>
      page.palette.dim('─'.repeat(Math.min(stringWidth(head), roomOf(itemAt(widths, at))))),
    ),
  ];
  const pieces: string[] = [];
  const all = [...heads, ...rows.map((row) => row.map((cell, at) => broken(cell, roomOf(itemAt(widths, at)))))];
  for (let start = 0; start < all.length; start += ROWS_AT_ONCE) {
    pieces.push(renderPiece(columns, widths, all.slice(start, start + ROWS_AT_ONCE)));
  }
  return pieces.join('\n');
}

/** How much of the width of a column its text has. */
function roomOf(width: number): number {
  return width - (PADDING - 1);
}

/** A cell of which words that no line has room for go on in the next one: a digest is of no use without its end. */
function broken(cell: string, room: number): string {
  if (widthOf(cell) <= room || !/^[ -~\n]*$/.test(cell)) return cell;
  const pieces = new RegExp(`\\S{${room}}(?=\\S)`, 'g');
  return cell.replace(pieces, (piece) => `${piece}\n`);
}

function renderPiece(
  columns: readonly TableColumn[],
  widths: readonly number[],
  rows: readonly (readonly string[])[],
): string {
  const table = new Table({
    colWidths: [...widths],
    colAligns: columns.map(({ align }) => align ?? 'left'),
    wordWrap: true,
    chars: LINES,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': PADDING - 1 },
  });
  for (const row of rows) table.push([...row]);
  return trimLines(table.toString());
}

function fit(columns: readonly TableColumn[], natural: readonly number[], width: number): number[] {
  const total = natural.reduce((sum, it) => sum + it, 0);
  const flexible = columns.map((column) => column.flexible === true);
  const room = natural.reduce((sum, it, index) => (flexible[index] ? sum + it : sum), 0);
  if (total <= width || room === 0) return [...natural];
  const excess = total - width;
  return natural.map((it, index) => (flexible[index] ? Math.max(NARROWEST, it - Math.ceil((excess * it) / room)) : it));
}

function widest(cells: readonly string[]): number {
  return cells.flatMap((cell) => cell.split('\n')).reduce((most, line) => Math.max(most, widthOf(line)), 0);
}

/** Plain text is as wide as it is long; only other text needs its characters looked at. */
function widthOf(text: string): number {
  return /^[ -~]*$/.test(text) ? text.length : stringWidth(text);
}

function trimLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}
