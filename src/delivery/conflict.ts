import { atMost } from '../domain/interval.js';
import type { Problem } from '../domain/problem.js';
import type { Statement } from '../domain/statement.js';
import { fromUnits } from '../domain/unit-filter.js';
import type { Joint, JointGoal, JointLimit, Taker } from './joint.js';
import { leastTogether } from './alone.js';
import type { DeliveryMeans } from './means.js';
import { race } from './race.js';

/** A wish that takes part in a conflict, as the option was typed; `nearest` is the figure at which a plan exists. */
export interface WishInConflict {
  readonly option: string;
  readonly nearest: number | null;
}

/** Wishes that cannot be kept together; not `smallest` where a limit kept some from being tested. */
export interface WishConflict {
  readonly members: readonly WishInConflict[];
  readonly smallest: boolean;
}

/** The taker's own question with the units that must not be delivered as conditions, for whoever explains why it has no pathway. */
export function withoutExcluded({ problem, units }: Taker, joint: Joint): Problem {
  const excluded = new Map<number, string[]>();
  for (const { index, ref } of problem.entries) {
    const unit = units[index] ?? -1;
    if (joint.fixed[unit] === 0) excluded.set(unit, [...(excluded.get(unit) ?? []), ref]);
  }
  const statements = [...excluded.values()].map((refs): Statement => ({
    kind: 'amount',
    quantity: 'units',
    filter: fromUnits(...new Set(refs)),
    interval: atMost(0),
    source: { option: `--exclude ${refs.join(', ')}` },
  }));
  return statements.length === 0 ? problem : { ...problem, conditions: [...problem.conditions, ...statements] };
}

interface Wish {
  readonly option: string;
  readonly limit: JointLimit | null;
  readonly unit: number | null;
}

/**
 * Which limits and wishes about units cannot be kept together, where everybody has a pathway alone: one after the other
 * is dropped, for good whenever there is no plan without it either. For a limit that is left, the least it could be.
 */
export async function findWishConflict(joint: Joint, means: DeliveryMeans): Promise<WishConflict> {
  const wishes = wishesOf(joint);
  let kept: readonly Wish[] = wishes;
  let smallest = true;
  for (const candidate of wishes) {
    const rest = kept.filter((wish) => wish !== candidate);
    const possible = await isPossible(under(joint, rest), means);
    if (possible === false) kept = rest;
    if (possible === null) smallest = false;
  }
  const members: WishInConflict[] = [];
  for (const wish of kept) members.push({ option: wish.option, nearest: await nearestOf(joint, wish, wishes, means) });
  return { members, smallest };
}

function wishesOf({ limits, fixed, units }: Joint): readonly Wish[] {
  const wanted = units.flatMap(({ index, ref }): Wish[] => {
    const wish = fixed[index] ?? null;
    if (wish === null) return [];
    return [{ option: `${wish === 1 ? '--require' : '--exclude'} ${ref}`, limit: null, unit: index }];
  });
  return [...wanted, ...limits.map((limit): Wish => ({ option: limit.option, limit, unit: null }))];
}

function under(joint: Joint, wishes: readonly Wish[]): Joint {
  const limits = wishes.flatMap(({ limit }) => (limit === null ? [] : [limit]));
  const units = new Set(wishes.map(({ unit }) => unit));
  return { ...joint, limits, fixed: joint.fixed.map((wish, unit) => (units.has(unit) ? wish : null)) };
}

/** Whether there is any plan; null when nobody knows. */
export async function isPossible(joint: Joint, means: DeliveryMeans): Promise<boolean | null> {
  const any: JointGoal = { name: 'any', weights: joint.units.map(() => 0), constant: 0, scale: 1 };
  const { status } = await race(joint, any, means);
  if (status === 'infeasible') return false;
  return status === 'optimal' || status === 'feasible' ? true : null;
}

async function nearestOf(joint: Joint, wish: Wish, all: readonly Wish[], means: DeliveryMeans): Promise<number | null> {
  const { limit } = wish;
  if (limit === null) return null;
  const others = under(
    joint,
    all.filter((other) => other !== wish),
  );
  const goal = { name: limit.option, weights: limit.weights, constant: 0, scale: 1 };
  const least = await leastTogether(others, goal, means);
  return least === null ? null : least + limit.constant;
}
