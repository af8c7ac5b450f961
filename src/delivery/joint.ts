import type { Problem, Selection } from '../domain/problem.js';
import type { TakerWays } from './held-ways.js';

/*
 * One plan for several takers: qualifications on offer, or learners enrolled on them.
 *
 * Unknowns    y[u]  unit u is delivered            x[t]  the selection that taker t counts
 * Condition   x[t] is a pathway of t; every unit that t counts and does not hold is delivered
 * Limits      sum over u of w[u] y[u] <= most, for each limit
 * Goal        sum over u of c[u] y[u], least; goals are taken in their order
 *
 * Units are one by identity: a reference, a URN, or a `same` row of the equivalences table.
 */

/** A piece of learning that may be delivered, as the first table that lists it names it. */
export interface JointUnit {
  readonly index: number;
  readonly identity: string;
  readonly ref: string;
  readonly title: string;
  /** The takers that list it, ascending. */
  readonly takers: readonly number[];
}

/** Whoever needs a pathway inside what is delivered. */
export interface Taker {
  readonly id: string;
  readonly problem: Problem;
  /** The unit of each entry; {@link HELD} for an entry whose unit the taker holds, which nobody has to deliver. */
  readonly units: Int32Array;
  /** The problem whose diagram serves the taker: that of all who want the same, unless what is held changes the rule. */
  readonly shape: Problem;
  /** Where what is held can be used in several ways: these; `problem` then has the pathways of all of them. */
  readonly ways?: TakerWays;
}

/** In place of a unit: nothing has to be delivered for the entry. */
export const HELD = -1;

/** A sum over delivered units that is to be as small as possible, in whole numbers; `constant` is added to it. */
export interface JointGoal {
  readonly name: string;
  readonly weights: readonly number[];
  readonly constant: number;
  /** Values are told divided by this. */
  readonly scale: number;
}

/** A sum over delivered units that may not exceed `most`, in whole numbers, and who asked for it. */
export interface JointLimit {
  /** As the option was typed: `--max-units 12`. */
  readonly option: string;
  readonly weights: readonly number[];
  readonly most: number;
  /** What is added to the sum when it is told: `--max-changes` counts units of an earlier plan that are gone. */
  readonly constant: number;
}

/** What is asked: who is to be served, by which units, under which limits, and what is to be least. */
export interface Joint {
  readonly units: readonly JointUnit[];
  readonly takers: readonly Taker[];
  readonly goals: readonly JointGoal[];
  readonly limits: readonly JointLimit[];
  /** Units that must be delivered (1) or must not (0); null for those that are free. */
  readonly fixed: readonly (0 | 1 | null)[];
}

/** A plan: which units are delivered, by their indices ascending, and what each taker counts. */
export interface Plan {
  readonly delivered: readonly number[];
  readonly selections: readonly Selection[];
}

/** A taker that holds what its problem says is achieved; `indexOf` finds units by identity. */
export function takerOf(
  id: string,
  problem: Problem,
  indexOf: ReadonlyMap<string, number>,
  shape: Problem = problem,
): Taker {
  const units = Int32Array.from(problem.entries, ({ identity, index }) => {
    if (problem.achieved[index] === true) return HELD;
    const unit = indexOf.get(identity);
    if (unit === undefined) throw new Error(`the unit ${identity} of ${id} is not among those to deliver`);
    return unit;
  });
  return { id, problem, units, shape };
}

/** Every unit that problems list, in the order of the problems and their tables. */
export function jointUnits(problems: readonly Problem[]): readonly JointUnit[] {
  const byIdentity = new Map<string, { ref: string; title: string; takers: number[] }>();
  for (const [taker, { entries }] of problems.entries()) {
    for (const { identity, ref, title } of entries) {
      const known = byIdentity.get(identity) ?? { ref, title, takers: [] };
      if (known.takers.at(-1) !== taker) known.takers.push(taker);
      byIdentity.set(identity, known);
    }
  }
  return [...byIdentity].map(([identity, unit], index) => ({ index, identity, ...unit }));
}

/** The index of each unit by its identity. */
export function indexOfUnits(units: readonly JointUnit[]): ReadonlyMap<string, number> {
  return new Map(units.map(({ identity, index }) => [identity, index]));
}

/** What delivered units come to under weights. */
export function sumOver(delivered: Iterable<number>, weights: readonly number[]): number {
  let sum = 0;
  for (const unit of delivered) sum += weightAt(weights, unit);
  return sum;
}

/** What a plan comes to under a goal, as it is told. */
export function goalValue({ weights, constant, scale }: JointGoal, delivered: Iterable<number>): number {
  return (constant + sumOver(delivered, weights)) / scale;
}

/** The weight of a unit, which must have one. */
export function weightAt(weights: ArrayLike<number>, unit: number): number {
  const weight = weights[unit];
  if (weight === undefined) throw new RangeError(`unit ${unit} has no weight among ${weights.length}`);
  return weight;
}
