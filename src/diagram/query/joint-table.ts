import { intAt, itemAt } from '../at.js';
import type { Diagram } from '../diagram.js';
import { foldLevels } from './fold-levels.js';
import { amountOf } from './goal.js';

/** How many cells are filled before a table is given up, when nobody says otherwise. */
export const DEFAULT_TABLE_LIMIT = 5_000_000;

/** The pathways that come to the same values along every axis of a table. */
export interface JointCell {
  /** What they come to along each axis. */
  readonly values: readonly number[];
  readonly pathways: bigint;
  /** The least and the most of what is looked at across. */
  readonly least: number;
  readonly most: number;
}

interface Sum {
  readonly pathways: bigint;
  readonly least: number;
  readonly most: number;
}

/**
 * All pathways by what they come to along several axes at once, with the least and the most of another measure in each
 * cell; amounts are whole and not negative. Null where that takes more cells than the limit, or more values than a key
 * can tell apart.
 */
export function jointTable(
  diagram: Diagram,
  along: readonly ArrayLike<number>[],
  across: ArrayLike<number>,
  cellLimit: number = DEFAULT_TABLE_LIMIT,
): readonly JointCell[] | null {
  const strides = stridesOf(diagram, along);
  if (strides === null) return null;
  let cells = 0;
  const end: ReadonlyMap<number, Sum> = new Map([[0, { pathways: 1n, least: 0, most: 0 }]]);
  const table = foldLevels(diagram, end, (skip, take, level) => {
    const entry = intAt(diagram.entries, level);
    const shift = along.reduce((sum, amounts, at) => sum + itemAt(strides, at) * amountOf(amounts, entry), 0);
    const joined = join(skip, take, shift, amountOf(across, entry));
    cells += joined.size;
    return cells > cellLimit ? null : joined;
  });
  if (table === null) return cells > cellLimit ? null : [];
  return [...table].map(([key, sum]) => ({ values: valuesOf(key, strides), ...sum }));
}

function join(
  skip: ReadonlyMap<number, Sum> | null,
  take: ReadonlyMap<number, Sum> | null,
  shift: number,
  step: number,
): ReadonlyMap<number, Sum> {
  const joined = new Map(skip ?? []);
  for (const [key, sum] of take ?? []) {
    const known = joined.get(key + shift);
    const [least, most] = [sum.least + step, sum.most + step];
    joined.set(
      key + shift,
      known === undefined
        ? { pathways: sum.pathways, least, most }
        : {
            pathways: known.pathways + sum.pathways,
            least: Math.min(known.least, least),
            most: Math.max(known.most, most),
          },
    );
  }
  return joined;
}

/** By what each axis is multiplied so that one whole number holds all values; null where a double does not. */
function stridesOf({ entries }: Diagram, along: readonly ArrayLike<number>[]): readonly number[] | null {
  const strides: number[] = [];
  let stride = 1;
  for (const amounts of along) {
    strides.push(stride);
    let all = 0;
    for (const entry of entries) all += amountOf(amounts, entry);
    stride *= all + 1;
    if (stride > Number.MAX_SAFE_INTEGER) return null;
  }
  return strides;
}

function valuesOf(key: number, strides: readonly number[]): readonly number[] {
  return strides.map((stride, at) => {
    const next = strides[at + 1];
    return Math.floor((next === undefined ? key : key % next) / stride);
  });
}
