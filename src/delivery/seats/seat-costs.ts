import { itemAt } from '../../domain/item-at.js';
import { mostAttending, runsFor, type Seated } from './seated.js';

/** By the number of learners who attend it, what a unit costs in runs; Infinity where they cannot be put into runs. */
export function seatCosts(seated: Seated): readonly Float64Array[] {
  const most = mostAttending(seated);
  return seated.units.map(({ index }) => {
    const [size, cost] = [itemAt(seated.sizes, index), itemAt(seated.costs, index)];
    return Float64Array.from({ length: itemAt(most, index) + 1 }, (_, learners) => {
      const runs = runsFor(learners, size, seated.fixed[index] === 1);
      return runs === null ? Infinity : runs * cost;
    });
  });
}

/** Soft and mild costs are multiplied by this, so that they are whole numbers. */
export const COST_SCALE = 64;

/**
 * The same with a way out where there is none: a number of learners that cannot be put into runs costs what the next one
 * that can does, and `fine` for each learner it is away. So a search can pass through what is not allowed.
 */
export function softCosts(costs: readonly Float64Array[], fine: number): readonly Float64Array[] {
  return costs.map((own) => {
    const soft = own.map((cost) => cost * COST_SCALE);
    let next = Infinity;
    for (let learners = own.length - 1; learners >= 0; learners--) {
      const cost = COST_SCALE * (own[learners] ?? Infinity);
      next = cost < Infinity ? cost : next + fine;
      soft[learners] = next;
    }
    let before = Infinity;
    for (let learners = 0; learners < own.length; learners++) {
      const cost = COST_SCALE * (own[learners] ?? Infinity);
      before = cost < Infinity ? cost : before + fine;
      soft[learners] = Math.min(soft[learners] ?? Infinity, before);
    }
    return soft;
  });
}

/**
 * Costs of which a new run is paid for as it fills: its learners together pay the run times `(filled seats / seats) ^
 * (1 - share ...)`, so that to leave a run that is nearly empty gains and to join one that is nearly full costs little.
 */
export function mildCosts(seated: Seated, soft: readonly Float64Array[], share: number): readonly Float64Array[] {
  if (share === 0) return soft;
  return soft.map((own, unit) => {
    const { capacity } = itemAt(seated.sizes, unit);
    const cost = COST_SCALE * itemAt(seated.costs, unit);
    return own.map((value, learners) => {
      const empty = capacity * Math.ceil(learners / capacity) - learners;
      return Math.round(value - cost * (1 - (1 - empty / capacity) ** share));
    });
  });
}
