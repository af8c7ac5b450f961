/*
 * The tree on "is unit u delivered". At each node shares are driven up a little further from where the parent left them,
 * what they settle is settled, the search looks for a better plan near their pathways, and what is left is split at the
 * unit that its takers disagree about most. Depth first, the likelier branch first.
 */
import { doubleAt } from '../../diagram/at.js';
import type { Breathe } from '../breath.js';
import type { Incumbent } from '../incumbent.js';
import { ascend } from './ascend.js';
import type { Search } from './search.js';
import { settleUnits } from './settle.js';
import { OPEN, type Shares, type SharesAt } from './shares.js';

/** How much work goes into a node, in rounds of shares and in kicks of the search. */
export interface Effort {
  readonly rounds: number;
  readonly everyRounds: number;
  readonly kicks: number;
}

/** The root is worth more: what it settles nobody asks again. */
export const ROOT_EFFORT: Effort = { rounds: 500, everyRounds: 20, kicks: 25 };
const NODE_EFFORT: Effort = { rounds: 60, everyRounds: 30, kicks: 10 };

/** What the tree works with; `scale` is that of the shares. */
export interface TreeParts {
  readonly shares: Shares;
  readonly search: Search;
  readonly incumbent: Incumbent;
  readonly scale: number;
  readonly breathe: Breathe;
  /** Hears of each better bound, in the goal's whole numbers. */
  readonly told: (bound: number) => void;
  /** Is given the shares that the root has come to. */
  readonly rooted: (at: SharesAt) => void;
}

interface Node {
  readonly settled: Int8Array;
  readonly from: SharesAt;
  readonly bound: number;
}

/** Searches the tree; true when it is done, so that no plan is better than the one in hand. */
export async function searchTree(parts: TreeParts): Promise<boolean> {
  const { shares, incumbent, scale } = parts;
  const nodes: Node[] = [{ settled: shares.settled.slice(), from: shares.save(), bound: -Infinity }];
  for (let first = true; nodes.length > 0; first = false) {
    if (await parts.breathe()) return false;
    const node = nodes.pop();
    if (node === undefined || node.bound > scale * (incumbent.value - 1)) continue;
    shares.settled.set(node.settled);
    shares.restore(node.from);
    const children = await workOn(parts, first ? ROOT_EFFORT : NODE_EFFORT, node.bound);
    if (children === 'stopped') return false;
    nodes.push(...children);
    parts.told(Math.min(incumbent.value, ...nodes.map(({ bound }) => Math.ceil(bound / scale))));
  }
  return true;
}

async function workOn(parts: TreeParts, effort: Effort, known: number): Promise<readonly Node[] | 'stopped'> {
  const { shares, search, incumbent, scale } = parts;
  let stopped = false;
  const isClosed = (bound: number): boolean => bound > scale * (incumbent.value - 1);
  const found = await ascend(shares, {
    rounds: effort.rounds,
    target: () => scale * incumbent.value,
    after: async (round, best) => {
      if (effort === ROOT_EFFORT) parts.told(Math.min(incumbent.value, Math.ceil(best / scale)));
      if (isClosed(best)) return true;
      if (round % effort.everyRounds === 0) {
        search.fromWalked();
        search.kick(effort.kicks);
      }
      stopped = await parts.breathe();
      return stopped || isClosed(best);
    },
  });
  if (effort === ROOT_EFFORT) parts.rooted(shares.save());
  const bound = Math.max(known, found);
  if (isClosed(bound) || !settleUnits(shares, scale * (incumbent.value - 1))) return [];
  return stopped ? 'stopped' : branch(parts, bound);
}

function branch({ shares, incumbent }: TreeParts, bound: number): readonly Node[] {
  const unit = disputedUnit(shares);
  if (unit === null) {
    offerLeaf(shares, incumbent);
    return [];
  }
  const from = shares.save();
  const child = (choice: 0 | 1): Node => {
    const settled = shares.settled.slice();
    settled[unit] = choice;
    return { settled, from, bound };
  };
  const likely = shares.mostUsed(unit) >= 0.5 ? 1 : 0;
  return [child(likely === 1 ? 0 : 1), child(likely)];
}

/** Nothing is open: the node stands for one set of delivered units. */
function offerLeaf(shares: Shares, incumbent: Incumbent): void {
  if (shares.bound() === Infinity) return;
  const selections = shares.sweepers.map((sweeper) => sweeper.walk());
  incumbent.offer(
    selections,
    [...shares.settled.keys()].filter((unit) => shares.settled[unit] === 1),
  );
}

/** The open unit on which averages are furthest from a clear yes or no, the dearer first; null when none is open. */
export function disputedUnit(shares: Shares): number | null {
  let best: number | null = null;
  let most = -1;
  for (let unit = 0; unit < shares.settled.length; unit++) {
    if (shares.settled[unit] !== OPEN || !shares.matters(unit)) continue;
    const used = shares.mostUsed(unit);
    const score = Math.min(used, 1 - used) * (1 + Math.max(0, doubleAt(shares.costs, unit)));
    if (score <= most) continue;
    best = unit;
    most = score;
  }
  return best;
}
