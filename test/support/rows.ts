import { contains } from '../../src/domain/interval.js';
import type { Selection } from '../../src/domain/problem.js';
import type { Column, LinearProgram, Row } from '../../src/program/linear-program.js';

/**
 * Whether the rows of a program can hold with its first columns fixed at a selection: tries every value of the other
 * columns, leaving a branch as soon as a row is out of reach.
 */
export function canHold(program: LinearProgram, entries: number, selection: Selection): boolean {
  const columns = program.columns.map((column, index): Column => {
    if (index >= entries) return column;
    const value = selection.includes(index) ? 1 : 0;
    return value < column.lower || value > column.upper ? { lower: 1, upper: 0 } : { lower: value, upper: value };
  });
  if (columns.some(({ lower, upper }) => lower > upper)) return false;
  return search(columns, program.rows);
}

function search(columns: readonly Column[], rows: readonly Row[]): boolean {
  if (rows.some((row) => !inReach(row, columns))) return false;
  const open = columns.findIndex(({ lower, upper }) => lower < upper);
  if (open < 0) return true;
  return [1, 0].some((value) => search(columns.with(open, { lower: value, upper: value }), rows));
}

function inReach({ terms, interval }: Row, columns: readonly Column[]): boolean {
  let [least, greatest] = [0, 0];
  for (const { column, factor } of terms) {
    const { lower, upper } = columns[column] ?? { lower: 0, upper: 0 };
    least += Math.min(factor * lower, factor * upper);
    greatest += Math.max(factor * lower, factor * upper);
  }
  if (least === greatest) return contains(interval, least);
  return (interval.max === null || least <= interval.max) && (interval.min === null || greatest >= interval.min);
}

/** The rows as text, `2 x0 - x1 >= 3`, with fixed columns first: `x0 = 1`. */
export function rowTexts(program: LinearProgram): string[] {
  const fixed = program.columns.flatMap(({ lower, upper }, index) => (lower === upper ? [`x${index} = ${lower}`] : []));
  return [...fixed, ...program.rows.map(rowText)];
}

function rowText({ terms, interval }: Row): string {
  const sum = terms
    .map(({ column, factor }, position) => {
      const sign = factor < 0 ? '-' : position === 0 ? '' : '+';
      const size = Math.abs(factor) === 1 ? '' : `${Math.abs(factor)} `;
      return `${sign}${position > 0 ? ' ' : ''}${size}x${column}`;
    })
    .join(' ');
  if (interval.min === interval.max) return `${sum} = ${interval.min}`;
  if (interval.min === null) return `${sum} <= ${interval.max}`;
  return interval.max === null ? `${sum} >= ${interval.min}` : `${interval.min} <= ${sum} <= ${interval.max}`;
}
