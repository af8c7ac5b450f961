import { itemAt } from '../domain/item-at.js';
import { HELD, weightAt, type Joint, type Plan } from './joint.js';
import { sweepersOf } from './split/split-road.js';
import type { DeliveryMeans } from './means.js';

/** Why a unit is delivered. */
export interface Reason {
  /** Takers of which every pathway counts the unit. */
  readonly mandatoryFor: readonly number[];
  /** Takers that count it in this plan. */
  readonly countedBy: readonly number[];
  /** Whether it was asked for. */
  readonly required: boolean;
}

/** The reason of each delivered unit, in their order. */
export function reasonsOf(joint: Joint, { delivered, selections }: Plan, means: DeliveryMeans): readonly Reason[] {
  const mandatory = mandatoryUnits(joint, means);
  const counted = joint.takers.map(({ units }, taker) => {
    const own = itemAt(selections, taker).map((entry) => weightAt(units, entry));
    return new Set(own.filter((unit) => unit !== HELD));
  });
  return delivered.map((unit) => ({
    mandatoryFor: takersWith(mandatory, unit),
    countedBy: takersWith(counted, unit),
    required: joint.fixed[unit] === 1,
  }));
}

function takersWith(sets: readonly ReadonlySet<number>[], unit: number): readonly number[] {
  return [...sets.keys()].filter((taker) => itemAt(sets, taker).has(unit));
}

/** For each taker the units without which it has no pathway; none where there is no diagram to tell. */
function mandatoryUnits({ takers }: Joint, { store }: DeliveryMeans): readonly ReadonlySet<number>[] {
  return takers.map((taker) => {
    const [sweeper] = sweepersOf([taker], store) ?? [];
    if (sweeper === undefined) return new Set<number>();
    sweeper.prices.fill(0);
    sweeper.sweep();
    const [withUnit, without] = [new Float64Array(sweeper.units.length), new Float64Array(sweeper.units.length)];
    sweeper.margins(withUnit, without);
    return new Set([...sweeper.units].filter((_, at) => without[at] === Infinity));
  });
}
