import type { Claim } from '../certificate/check.js';
import { itemAt } from '../domain/item-at.js';
import type { Knapsack } from './knapsack.js';

/** What a proof of the best value of a knapsack stands in a file as. */
export interface KnapsackProof {
  /** The items that come to the value. */
  readonly pathway: readonly number[];
  readonly counters: Claim['counters'];
  readonly proofs: Claim['proofs'];
}

/** That no choice of items within the capacities is worth more than `value`, for the checker of certificates. */
export function knapsackClaim(
  { profits, weights, capacities }: Knapsack,
  value: number,
  { pathway, counters, proofs }: KnapsackProof,
): Claim {
  const signed = (figures: readonly number[], sign: bigint): Claim['objectives'][number]['terms'] =>
    figures.flatMap((figure, item) => (figure === 0 ? [] : [[item, sign * BigInt(figure)] as const]));
  return {
    kind: 'optimal',
    size: profits.length,
    once: profits.map((_, item) => [item]),
    rule: weights.map((row, at) => ({ terms: signed(row, -1n), plus: BigInt(itemAt(capacities, at)) })),
    objectives: [{ terms: signed(profits, 1n), plus: -BigInt(value) }],
    pathways: [pathway],
    counters,
    proofs,
  };
}
