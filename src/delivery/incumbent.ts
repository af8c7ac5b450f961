import type { Selection } from '../domain/problem.js';
import { HELD, sumOver, weightAt, type Joint, type Plan } from './joint.js';

/** The best plan found so far under one goal; roads that race share it. */
export class Incumbent {
  readonly #joint: Joint;
  readonly #weights: readonly number[];
  readonly #told: (value: number) => void;
  #plan: Plan | null = null;
  #value = Infinity;

  /** `told` hears of every better value. */
  constructor(joint: Joint, weights: readonly number[], told: (value: number) => void = () => undefined) {
    this.#joint = joint;
    this.#weights = weights;
    this.#told = told;
  }

  /** What the best plan comes to, in whole numbers without the goal's constant; Infinity before there is one. */
  get value(): number {
    return this.#value;
  }

  get plan(): Plan | null {
    return this.#plan;
  }

  /**
   * Takes a pathway for every taker. The plan delivers what they need, what must be delivered and, where that is better
   * and within the limits, `further` units and those that make the sum smaller. True when it is better than the one in hand.
   */
  offer(selections: readonly Selection[], further: readonly number[] = []): boolean {
    const gaining = this.#joint.fixed.flatMap((wish, unit) =>
      wish === null && weightAt(this.#weights, unit) < 0 ? [unit] : [],
    );
    const sets = [[], further, ...(gaining.length === 0 ? [] : [gaining, [...gaining, ...further]])];
    return sets.map((set) => this.#take(planOf(this.#joint, selections, set))).includes(true);
  }

  #take(plan: Plan): boolean {
    const value = sumOver(plan.delivered, this.#weights);
    if (value >= this.#value) return false;
    if (this.#joint.limits.some(({ weights, most }) => sumOver(plan.delivered, weights) > most)) return false;
    this.#plan = plan;
    this.#value = value;
    this.#told(value);
    return true;
  }
}

/** The plan that delivers what the selections need, what must be delivered, and `further` units. */
export function planOf(joint: Joint, selections: readonly Selection[], further: readonly number[]): Plan {
  const delivered = new Set<number>(further);
  for (const [unit, wish] of joint.fixed.entries()) if (wish === 1) delivered.add(unit);
  for (const [at, selection] of selections.entries()) {
    const units = joint.takers[at]?.units;
    if (units === undefined) throw new RangeError(`there is no taker ${at}`);
    for (const index of selection) if (weightAt(units, index) !== HELD) delivered.add(weightAt(units, index));
  }
  // A search goes on with its own list of selections, and changes it.
  return { delivered: [...delivered].sort((a, b) => a - b), selections: [...selections] };
}
