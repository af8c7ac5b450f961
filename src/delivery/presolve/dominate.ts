/*
 * What the rows and the goal say of a column together:
 *
 *   no row is harmed by lowering x, and c >= 0      x is at its lower bound
 *   no row is harmed by raising x, and c <= 0       x is at its upper bound
 *   x <= y is the only row harmed by raising x,     x = y: wherever y is 1, x may be 1 as well
 *     c <= 0, and both are 0 or 1
 *   y >= sum of x[i] is the only row harmed by      y is the sum, which the row `sum of x[i] <= 1` keeps within bounds
 *     lowering y, c >= 0, and all are 0 or 1
 *
 * The third puts `y[u]` in place of `x[q,u]` where no cap can punish it; the last is a unit of a single qualification,
 * which needs no `y`.
 */
import { itemAt } from '../../domain/item-at.js';
import type { Draft, DraftRow } from './draft.js';

interface Locks {
  /** The rows each column stands in. */
  readonly rows: readonly (readonly DraftRow[])[];
  /** How many of them raising, and lowering, the column may harm. */
  readonly up: Int32Array;
  readonly down: Int32Array;
}

/** Settles what can be settled in one pass; true when something changed. */
export function dominateColumns(draft: Draft): boolean {
  const locks = locksOf(draft);
  const touched = new Set<DraftRow>();
  let changed = false;
  for (let column = 0; column < draft.columnCount; column++) {
    if (!draft.isOpen(column)) continue;
    const rows = itemAt(locks.rows, column);
    // Locks are those from before this pass: where a row has changed since, the next pass looks again.
    if (rows.some((row) => touched.has(row))) continue;
    if (fixByLocks(draft, column, locks)) changed = true;
    else if (followOther(draft, column, locks) || becomeSum(draft, column, locks)) {
      for (const row of rows) touched.add(row);
      changed = true;
    }
  }
  return changed;
}

function locksOf(draft: Draft): Locks {
  const rows: DraftRow[][] = Array.from({ length: draft.columnCount }, () => []);
  const [up, down] = [new Int32Array(draft.columnCount), new Int32Array(draft.columnCount)];
  for (const row of draft.rows) {
    for (const [column, factor] of row.terms) {
      itemAt(rows, column).push(row);
      if (row.max < Infinity) add(factor > 0 ? up : down, column);
      if (row.min > -Infinity) add(factor > 0 ? down : up, column);
    }
  }
  return { rows, up, down };
}

function add(counts: Int32Array, column: number): void {
  counts[column] = countAt(counts, column) + 1;
}

function countAt(counts: Int32Array, column: number): number {
  const count = counts[column];
  if (count === undefined) throw new RangeError(`there is no column ${column}`);
  return count;
}

function fixByLocks(draft: Draft, column: number, { up, down }: Locks): boolean {
  const cost = draft.costOf(column);
  if (cost >= 0 && countAt(down, column) === 0) return draft.narrow(column, draft.low(column), draft.low(column));
  if (cost <= 0 && countAt(up, column) === 0) return draft.narrow(column, draft.high(column), draft.high(column));
  return false;
}

function followOther(draft: Draft, column: number, { rows, up }: Locks): boolean {
  if (!draft.isBinary(column) || draft.costOf(column) > 0 || countAt(up, column) !== 1) return false;
  const own = itemAt(rows, column);
  const link = own.find((row) => isLink(row, column));
  const other = [...(link?.terms.keys() ?? [])].find((it) => it !== column);
  if (link === undefined || other === undefined || !draft.isBinary(other)) return false;
  // A row without terms always holds; the next look at the rows takes it out.
  link.terms = new Map();
  draft.replace(column, [{ column: other, factor: 1 }], own);
  return true;
}

/** `x - y <= 0` and nothing else. */
function isLink({ terms, min, max }: DraftRow, column: number): boolean {
  if (terms.size !== 2 || min !== -Infinity || max !== 0 || terms.get(column) !== 1) return false;
  return [...terms].every(([it, factor]) => it === column || factor === -1);
}

function becomeSum(draft: Draft, column: number, { rows, down }: Locks): boolean {
  if (!draft.isBinary(column) || draft.costOf(column) < 0 || countAt(down, column) !== 1) return false;
  const own = itemAt(rows, column);
  const link = own.find(({ terms, min, max }) => min === -Infinity && max === 0 && terms.get(column) === -1);
  if (link === undefined) return false;
  const parts = [...link.terms].filter(([it]) => it !== column);
  if (parts.some(([it, factor]) => factor !== 1 || !draft.isBinary(it))) return false;
  link.terms = new Map(parts);
  link.max = 1;
  draft.replace(
    column,
    parts.map(([it]) => ({ column: it, factor: 1 })),
    own,
  );
  return true;
}
