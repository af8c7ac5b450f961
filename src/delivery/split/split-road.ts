import { NO_DEADLINE } from '../../methods/deadline.js';
import type { DiagramStore } from '../../methods/diagram-method.js';
import type { Breathe } from '../breath.js';
import type { Incumbent } from '../incumbent.js';
import type { Joint, Taker } from '../joint.js';
import { randomNumbers } from '../random.js';
import { Search } from './search.js';
import { settleUnits } from './settle.js';
import { OPEN, Shares, type SharesAt } from './shares.js';
import { Sweeper } from './sweeper.js';
import { searchTree } from './tree.js';

/** What answers call the road over shares of hours and diagrams. */
export const SPLIT_NAME = 'split of hours';

/** How a road ended: with the best plan in the incumbent proved best, with a proof that there is no plan, or neither. */
export interface RoadEnd {
  readonly by: string;
  readonly done: boolean;
  /** No plan is worth less than this, in the goal's whole numbers; -Infinity when nothing is known. */
  readonly bound: number;
  /** Why it broke its word; null when it did not. */
  readonly failed: string | null;
  /** For each unit whether every plan of at most this value delivers it (1), none does (0), or neither is known (null). */
  readonly settledAt: (value: number) => readonly (0 | 1 | null)[] | null;
}

/** For roads that say nothing of single units. */
export const NOTHING_SETTLED: RoadEnd['settledAt'] = () => null;

/** What the split needs besides the joint question. */
export interface SplitMeans {
  readonly store: DiagramStore;
  readonly breathe: Breathe;
  readonly seed: number;
  readonly told: (bound: number) => void;
}

/** The largest sum that scaled costs may reach: far below what a double counts exactly, and what units that are taken away cost. */
const LARGEST_SUM = 2 ** 44;
const LARGEST_SCALE = 2 ** 20;

/**
 * Goes the road over the diagrams; null where one of them would be too large. Better plans are put to the incumbent,
 * which other roads may share.
 */
export async function goSplitRoad(
  joint: Joint,
  weights: readonly number[],
  incumbent: Incumbent,
  means: SplitMeans,
): Promise<RoadEnd | null> {
  const sweepers = sweepersOf(joint.takers, means.store);
  if (sweepers === null) return null;
  const scale = scaleOf(weights);
  const shares = new Shares(joint, weights, scale, sweepers);
  const search = new Search(shares, incumbent, randomNumbers(means.seed));
  let bound = -Infinity;
  const told = (value: number): void => {
    bound = Math.max(bound, value);
    means.told(bound);
  };
  let root: SharesAt | null = null;
  const rooted = (at: SharesAt): void => {
    root = at;
  };
  const done = await searchTree({ shares, search, incumbent, scale, breathe: means.breathe, told, rooted });
  return {
    by: SPLIT_NAME,
    done,
    bound: done ? incumbent.value : bound,
    failed: null,
    settledAt: (value) => settledAt(value),
  };

  function settledAt(value: number): readonly (0 | 1 | null)[] {
    for (const [unit, wish] of joint.fixed.entries()) shares.settled[unit] = wish ?? OPEN;
    if (root !== null) shares.restore(root);
    settleUnits(shares, scale * value);
    return Array.from(shares.settled, (state) => (state === OPEN ? null : state === 1 ? 1 : 0));
  }
}

/** One sweeper a taker; those whose problem is the same one share its diagram. */
export function sweepersOf(takers: readonly Taker[], store: DiagramStore): readonly Sweeper[] | null {
  const sweepers: Sweeper[] = [];
  for (const taker of takers) {
    const diagram = store.of(taker.shape);
    if (diagram.kind === 'too-large') return null;
    sweepers.push(new Sweeper(taker, diagram));
  }
  return sweepers;
}

function scaleOf(weights: readonly number[]): number {
  const sum = weights.reduce((total, weight) => total + Math.abs(weight), 1);
  return Math.max(1, Math.min(LARGEST_SCALE, 2 ** Math.floor(Math.log2(LARGEST_SUM / sum))));
}

/** A breath that never ends a search, for work that is bounded by itself. */
export const NEVER_LATE: Breathe = () => NO_DEADLINE.passed();
