import { itemAt } from '../domain/item-at.js';
import type { LinearProgram } from '../program/linear-program.js';

/** Items of which each is taken or not, under several capacities. All figures are whole. */
export interface Knapsack {
  readonly profits: readonly number[];
  /** For each capacity what every item takes of it. */
  readonly weights: readonly (readonly number[])[];
  readonly capacities: readonly number[];
}

/** The knapsack as an integer program that maximises profit; column `i` is 1 where item `i` is taken. */
export function knapsackProgram({ profits, weights, capacities }: Knapsack): LinearProgram {
  if (weights.length !== capacities.length) throw new RangeError('there are as many rows of weights as capacities');
  return {
    sense: 'maximise',
    columns: profits.map(() => ({ lower: 0, upper: 1 })),
    rows: weights.map((row, at) => ({ terms: termsOf(row), interval: { min: null, max: itemAt(capacities, at) } })),
    objective: { terms: termsOf(profits), constant: 0 },
  };
}

function termsOf(factors: readonly number[]): LinearProgram['rows'][number]['terms'] {
  return factors.map((factor, column) => ({ column, factor })).filter(({ factor }) => factor !== 0);
}
