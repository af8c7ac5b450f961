import { intAt } from '../at.js';
import type { Diagram } from '../diagram.js';
import { countCells, type CellLimits } from './distribution.js';
import { foldLevels } from './fold-levels.js';
import { amountOf, type Goal } from './goal.js';

/** Of the pathways that come to `at`, the least and the most that they come to in another measure. */
export interface FrontierPoint {
  readonly at: number;
  readonly least: number;
  readonly most: number;
}

type Ends = readonly [least: number, most: number];

/**
 * For each value that pathways come to under `along`, ascending, the least and the most of `across` over the pathways of
 * just that value; null where that takes more cells, one a node and value, or more time than the limits.
 */
export function frontier(
  diagram: Diagram,
  along: Pick<Goal, 'amounts' | 'scale'>,
  across: Pick<Goal, 'amounts' | 'scale'>,
  limits: CellLimits = {},
): readonly FrontierPoint[] | null {
  const hasRoom = countCells(limits);
  let given = false;
  const end: ReadonlyMap<number, Ends> = new Map([[0, [0, 0]]]);
  const points = foldLevels(diagram, end, (skip, take, level) => {
    const entry = intAt(diagram.entries, level);
    const joined = new Map(skip ?? []);
    for (const [value, ends] of take ?? []) {
      widen(joined, value + amountOf(along.amounts, entry), ends, amountOf(across.amounts, entry));
    }
    if (hasRoom(joined.size)) return joined;
    given = true;
    return null;
  });
  if (points === null) return given ? null : [];
  const [at, by] = [along.scale ?? 1, across.scale ?? 1];
  return [...points]
    .sort(([a], [b]) => a - b)
    .map(([value, [least, most]]) => ({ at: value / at, least: least / by, most: most / by }));
}

function widen(points: Map<number, Ends>, value: number, [least, most]: Ends, step: number): void {
  const known = points.get(value);
  points.set(
    value,
    known === undefined
      ? [least + step, most + step]
      : [Math.min(known[0], least + step), Math.max(known[1], most + step)],
  );
}
