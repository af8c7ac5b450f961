/*
 * A proof that no plan is better than one in hand, for others to check: a tree on "is unit u delivered", and at each of its
 * leaves the shares of hours that add up to more than a better plan could cost. The search for a plan keeps none of this.
 */
import { doubleAt, intAt } from '../../diagram/at.js';
import type { DiagramStore } from '../../methods/diagram-method.js';
import type { Joint } from '../joint.js';
import { ascend } from './ascend.js';
import { Shares } from './shares.js';
import { sweepersOf } from './split-road.js';
import type { Sweeper } from './sweeper.js';
import { disputedUnit } from './tree.js';

/** What one taker is charged for a unit, in parts of one whole number of the goal. */
export interface Share {
  readonly unit: number;
  readonly taker: number;
  readonly share: number;
}

/** Shares, or a unit that is left out in `out` and delivered in `within`. */
export type SplitTree =
  | { readonly shares: readonly Share[] }
  | { readonly unit: number; readonly out: SplitTree; readonly within: SplitTree };

/** The proof, with shares in so many parts of one; or why there is none. */
export type SplitProof =
  | { readonly found: true; readonly scale: number; readonly tree: SplitTree }
  | { readonly found: false; readonly why: string };

/** How many branches and leaves a proof may have, and how many rounds go into the shares of each. */
export const MOST_PLACES = 200;
const ROUNDS = 400;
const FINEST = 2 ** 16;

/** Shares that bound every plan from below, and the bound, in so many parts of one whole number of the goal. */
export interface SharedBound {
  readonly shares: readonly Share[];
  readonly bound: number;
}

/** The shares that the split comes to without a tree, aimed at a plan of that value; null where a diagram is too large. */
export async function boundByShares(
  joint: Joint,
  weights: readonly number[],
  value: number,
  scale: number,
  store: DiagramStore,
): Promise<SharedBound | null> {
  const sweepers = sweepersOf(joint.takers, store);
  if (sweepers === null) return null;
  const shares = new Shares(joint, weights, scale, sweepers);
  await ascend(shares, { rounds: ROUNDS, target: () => scale * value, after: (_, best) => best > scale * (value - 1) });
  return { bound: shares.bound(), shares: sharesIn(sweepers) };
}

class NoProof extends Error {}

/** Proves that no plan of a joint question without limits comes to less than `value` under weights of 0 or more. */
export async function proveSplit(
  joint: Joint,
  weights: readonly number[],
  value: number,
  store: DiagramStore,
): Promise<SplitProof> {
  const sweepers = sweepersOf(joint.takers, store);
  if (sweepers === null) return { found: false, why: 'the diagram of a qualification is too large' };
  const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
  const most = value - (weights.reduce(gcd, 0) || 1);
  let why = '';
  // Coarse shares make a short proof; fine ones find what coarse ones miss.
  for (let scale = 1; scale <= FINEST; scale *= 16) {
    const shares = new Shares(joint, weights, scale, sweepers);
    try {
      return { found: true, scale, tree: await new Prover(shares, scale * value, scale * most).prove() };
    } catch (thrown) {
      if (!(thrown instanceof NoProof)) throw thrown;
      why = thrown.message;
    }
  }
  return { found: false, why };
}

class Prover {
  readonly #shares: Shares;
  readonly #target: number;
  readonly #most: number;
  #places = 0;

  constructor(shares: Shares, target: number, most: number) {
    this.#shares = shares;
    this.#target = target;
    this.#most = most;
  }

  async prove(): Promise<SplitTree> {
    const shares = this.#shares;
    if ((this.#places += 1) > MOST_PLACES)
      throw new NoProof(`the proof has more than ${MOST_PLACES} branches and leaves`);
    const isClosed = (bound: number): boolean => bound > this.#most;
    const ending = { rounds: ROUNDS, target: () => this.#target, after: (_: number, best: number) => isClosed(best) };
    if (isClosed(await ascend(shares, ending))) {
      shares.bound();
      return { shares: sharesIn(shares.sweepers) };
    }
    const unit = disputedUnit(shares);
    if (unit === null) throw new NoProof('a plan is better than is claimed');
    const [settled, from] = [shares.settled.slice(), shares.save()];
    const side = async (choice: 0 | 1): Promise<SplitTree> => {
      shares.settled.set(settled);
      shares.settled[unit] = choice;
      shares.restore(from);
      return this.prove();
    };
    return { unit, out: await side(0), within: await side(1) };
  }
}

/** What the sweepers are charged just now; what is settled is charged to nobody. */
function sharesIn(sweepers: readonly Sweeper[]): readonly Share[] {
  return sweepers.flatMap(({ units, prices }, taker) =>
    [...units.keys()].flatMap((place): Share[] => {
      const share = doubleAt(prices, place);
      return share > 0 && Number.isFinite(share) ? [{ unit: intAt(units, place), taker, share }] : [];
    }),
  );
}
