/*
 * What one row says by itself, with L the least and G the greatest that its sum can be within the columns' bounds:
 *
 *   L > max or G < min      the program has no point
 *   L >= min and G <= max   the row always holds, and goes
 *   a x + rest <= max       x <= (max - least of rest) / a for a > 0, and likewise for the other three cases, rounded inwards
 *   a x + rest >= min       x is 0 or 1 and a > min - least of rest > 0: the factor may be as small as that, since x = 1
 *                           meets the row by itself; the mirror image for rows with an upper bound
 */
import type { Draft, DraftRow } from './draft.js';

/** Looks at every row once; true when something changed. */
export function tightenRows(draft: Draft): boolean {
  let changed = false;
  const kept: DraftRow[] = [];
  for (const row of draft.rows) {
    const reach = reachOf(draft, row);
    if (reach.least > row.max || reach.greatest < row.min) draft.impossible = true;
    if (reach.least >= row.min) row.min = -Infinity;
    if (reach.greatest <= row.max) row.max = Infinity;
    if (row.min === -Infinity && row.max === Infinity) {
      changed = true;
      continue;
    }
    kept.push(row);
    if (narrowColumns(draft, row, reach)) changed = true;
    else if (shrinkFactors(draft, row, reach)) changed = true;
  }
  draft.rows = kept;
  return changed;
}

interface Reach {
  readonly least: number;
  readonly greatest: number;
}

function reachOf(draft: Draft, { terms }: DraftRow): Reach {
  let [least, greatest] = [0, 0];
  for (const [column, factor] of terms) {
    const [low, high] = [factor * draft.low(column), factor * draft.high(column)];
    least += Math.min(low, high);
    greatest += Math.max(low, high);
  }
  return { least, greatest };
}

function narrowColumns(draft: Draft, { terms, min, max }: DraftRow, { least, greatest }: Reach): boolean {
  let changed = false;
  for (const [column, factor] of terms) {
    if (!draft.isOpen(column)) continue;
    const size = Math.abs(factor);
    const range = size * (draft.high(column) - draft.low(column));
    // How far the column may move from the end at which the row's sum is least, and from the one at which it is greatest.
    const fromLeast = max === Infinity ? Infinity : Math.floor((max - least) / size);
    const fromGreatest = min === -Infinity ? Infinity : Math.floor((greatest - min) / size);
    if (fromLeast * size >= range && fromGreatest * size >= range) continue;
    const [low, high] = [draft.low(column), draft.high(column)];
    const [up, down] = factor > 0 ? [fromLeast, fromGreatest] : [fromGreatest, fromLeast];
    // The row's reach is now out of date, and only ever wider than it is: what follows from it still does.
    if (draft.narrow(column, high - down, low + up)) changed = true;
  }
  return changed;
}

/** Only rows with one bound: a factor that serves two cannot change for the sake of one. */
function shrinkFactors(draft: Draft, row: DraftRow, { least, greatest }: Reach): boolean {
  if ((row.min === -Infinity) === (row.max === Infinity)) return false;
  // As a row `sum >= bound`: rows with an upper bound are turned round.
  const sign = row.max === Infinity ? 1 : -1;
  const bound = row.max === Infinity ? row.min : -row.max;
  const lowest = row.max === Infinity ? least : -greatest;
  let changed = false;
  for (const [column, factor] of row.terms) {
    if (!draft.isBinary(column)) continue;
    const own = sign * factor;
    const needed = bound - (lowest - Math.min(0, own));
    if (own > 0 && own > needed && needed > 0) {
      row.terms.set(column, sign * needed);
      changed = true;
    }
  }
  return changed;
}
