import type { Shares, SharesAt } from './shares.js';

/** How bounds are driven up. */
export interface Ascent {
  readonly rounds: number;
  /** No plan is worth more than this, times the scale; steps aim a little above it. */
  readonly target: () => number;
  /** Called after each round with the best bound so far; true ends it. */
  readonly after: (round: number, best: number) => boolean | Promise<boolean>;
}

/** How far above the best plan a step aims. */
const AIM = 1.02;

/** What a step loses after so many rounds without progress. */
const PATIENCE = 12;
const LOSS = 0.8;

/** How much the pathways of one round weigh in the averages that shares move along. */
const WEIGHT_OF_A_ROUND = 0.3;

/** The step at which nothing moves any more. */
const LEAST_STEP = 1e-3;

/**
 * Drives the bound up by steps of subgradients with averaged pathways as their direction (Polyak's step). Returns the best
 * bound; the shares are left where they reach it. A bound of Infinity says that there is no plan at all.
 */
export async function ascend(shares: Shares, { rounds, target, after }: Ascent): Promise<number> {
  let best = -Infinity;
  let saved: SharesAt = shares.save();
  let length = 1;
  let idle = 0;
  for (let round = 0; round < rounds && length > LEAST_STEP; round++) {
    const bound = shares.bound();
    if (bound === Infinity) return Infinity;
    shares.walk(round === 0 && best === -Infinity ? 1 : WEIGHT_OF_A_ROUND);
    if (bound > best) {
      best = bound;
      saved = shares.save();
      idle = 0;
    } else if (++idle >= PATIENCE) {
      length *= LOSS;
      idle = 0;
    }
    if (await after(round, best)) break;
    const aim = target();
    const reach = Math.max(1, AIM * aim - bound);
    shares.step(length * (Number.isFinite(reach) ? reach : Math.max(1, Math.abs(bound)) * (AIM - 1)));
  }
  shares.restore(saved);
  return best;
}
