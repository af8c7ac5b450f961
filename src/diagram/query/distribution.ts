import { doubleAt, intAt, itemAt } from '../at.js';
import type { Diagram } from '../diagram.js';
import { foldLevels } from './fold-levels.js';
import { amountOf, type Goal } from './goal.js';

/** How many cells, one a node and value, are filled before a distribution is given up, when nobody says otherwise. */
const DEFAULT_CELL_LIMIT = 20_000_000;

/** How many cells are filled between two looks at the clock. */
const CELLS_A_LOOK = 50_000;

/** When the filling of cells is given up. */
export interface CellLimits {
  readonly cells?: number;
  /** Whether the time is up. */
  readonly isOver?: () => boolean;
}

/** Counts cells as they are filled: whether there is room and time for so many more. */
export function countCells({
  cells: most = DEFAULT_CELL_LIMIT,
  isOver = () => false,
}: CellLimits): (more: number) => boolean {
  let [cells, looked] = [0, 0];
  return (more) => {
    cells += more;
    if (cells > most) return false;
    if (cells < looked + CELLS_A_LOOK) return true;
    looked = cells;
    return !isOver();
  };
}

/** How many pathways come to each value, by value, ascending; values that none comes to are left out. */
export type Distribution = readonly (readonly [value: number, pathways: bigint])[];

/**
 * The counts of a node's completions by value, from the least value up, with 0 for the values between that none comes
 * to: doubles as long as even their total is exact.
 */
interface Spread {
  readonly from: number;
  readonly total: bigint;
  readonly counts: Float64Array | readonly bigint[];
}

const ONE: Spread = { from: 0, total: 1n, counts: Float64Array.of(1) };

/**
 * How many pathways come to each value of amounts that are not negative, exactly; null where that takes more cells or
 * time than the limits. One sweep: the completions of a node are those that skip its entry and, moved up by its amount, those that
 * take it.
 */
export function distribution(
  diagram: Diagram,
  { amounts, scale = 1 }: Pick<Goal, 'amounts' | 'scale'>,
  limits: CellLimits = {},
): Distribution | null {
  const hasRoom = countCells(limits);
  let given = false;
  const spread = foldLevels<Spread>(diagram, ONE, (skip, take, level) => {
    const joined = joinSpreads(skip, take, amountOf(amounts, intAt(diagram.entries, level)));
    if (hasRoom(joined.counts.length)) return joined;
    given = true;
    return null;
  });
  if (spread === null) return given ? null : [];
  return Array.from(spread.counts, BigInt).flatMap((ways, at): Distribution[number][] =>
    ways === 0n ? [] : [[(spread.from + at) / scale, ways]],
  );
}

function joinSpreads(skip: Spread | null, take: Spread | null, amount: number): Spread {
  if (amount < 0) throw new RangeError(`an amount of a distribution is ${amount}`);
  const moved = take === null ? null : { ...take, from: take.from + amount };
  if (skip === null || moved === null) {
    const only = skip ?? moved;
    if (only === null) throw new Error('a node of a diagram leads to no pathway');
    return only;
  }
  const from = Math.min(skip.from, moved.from);
  const length = Math.max(skip.from + skip.counts.length, moved.from + moved.counts.length) - from;
  const total = skip.total + moved.total;
  const counts = total <= MOST_EXACT ? addDoubles([skip, moved], from, length) : addBig([skip, moved], from, length);
  return { from, total, counts };
}

const MOST_EXACT = BigInt(Number.MAX_SAFE_INTEGER);

function addDoubles(spreads: readonly Spread[], from: number, length: number): Float64Array {
  const sums = new Float64Array(length);
  for (const { from: start, counts } of spreads) {
    if (!(counts instanceof Float64Array)) throw new Error('a part of a sum is larger than the sum');
    for (let at = 0; at < counts.length; at++) {
      sums[start - from + at] = doubleAt(sums, start - from + at) + doubleAt(counts, at);
    }
  }
  return sums;
}

function addBig(spreads: readonly Spread[], from: number, length: number): readonly bigint[] {
  const sums = Array.from({ length }, () => 0n);
  for (const { from: start, counts } of spreads) {
    for (const [at, ways] of counts.entries()) {
      sums[start - from + at] = itemAt(sums, start - from + at) + BigInt(ways);
    }
  }
  return sums;
}
