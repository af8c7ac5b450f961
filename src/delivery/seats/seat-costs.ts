import { itemAt } from '../../domain/item-at.js';
import { doubleAt } from '../../diagram/at.js';
import { measureAt, type RunMeasure } from './run-measure.js';
import { bestRuns, mostAttending, type Seated } from './seated.js';

/** By the number of learners who attend it, what a unit costs under a measure in the runs that are best for it; Infinity where they cannot be put into runs. */
export function seatCosts(seated: Seated, measure: RunMeasure = seated.goal): readonly Float64Array[] {
  const most = mostAttending(seated);
  return seated.units.map(({ index }) =>
    Float64Array.from({ length: itemAt(most, index) + 1 }, (_, learners) => {
      const runs = bestRuns(seated, measure, index, learners);
      return runs === null ? Infinity : measureAt(measure, index, runs, itemAt(seated.kept, index));
    }),
  );
}

/** Soft and mild costs are multiplied by this, so that they are whole numbers. */
export const COST_SCALE = 64;

/**
 * The same with a way out where there is none: a number of learners that cannot be put into runs costs what the next one
 * that can does, and `fine` for each learner it is away. So a search can pass through what is not allowed.
 */
export function softCosts(costs: readonly Float64Array[], fine: number): readonly Float64Array[] {
  return costs.map((own) => {
    const scaled = own.map((cost) => Math.round(cost * COST_SCALE));
    const soft = scaled.slice();
    let next = Infinity;
    for (let learners = own.length - 1; learners >= 0; learners--) {
      const cost = doubleAt(scaled, learners);
      next = cost < Infinity ? cost : next + fine;
      soft[learners] = next;
    }
    let before = Infinity;
    for (let learners = 0; learners < own.length; learners++) {
      const cost = doubleAt(scaled, learners);
      before = cost < Infinity ? cost : before + fine;
      soft[learners] = Math.min(doubleAt(soft, learners), before);
    }
    return soft;
  });
}

/**
 * Costs of which a new run is paid for as it fills: its learners together pay the run times `(filled seats / seats) ^
 * (1 - share ...)`, so that to leave a run that is nearly empty gains and to join one that is nearly full costs little.
 */
export function mildCosts(
  seated: Seated,
  measure: RunMeasure,
  soft: readonly Float64Array[],
  share: number,
): readonly Float64Array[] {
  if (share === 0) return soft;
  return soft.map((own, unit) => {
    const { capacity } = itemAt(seated.sizes, unit);
    const kept = itemAt(seated.kept, unit);
    return own.map((value, learners) => {
      const runs = Math.ceil(learners / capacity);
      if (runs === 0) return value;
      const run = measureAt(measure, unit, runs, kept) - measureAt(measure, unit, runs - 1, kept);
      const empty = (capacity * runs - learners) / capacity;
      return Math.round(value - COST_SCALE * run * (1 - (1 - empty) ** share));
    });
  });
}
