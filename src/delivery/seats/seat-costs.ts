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

/**
 * The same with a way out where there is none: a number of learners that cannot be put into runs costs what the next one
 * that can does, and `fine` for each learner it is away. So a search can pass through what is not allowed.
 */
export function softCosts(costs: readonly Float64Array[], fine: number): readonly Float64Array[] {
  return costs.map((own) => {
    const soft = own.slice();
    let next = Infinity;
    for (let learners = own.length - 1; learners >= 0; learners--) {
      const cost = own[learners] ?? Infinity;
      next = cost < Infinity ? cost : next + fine;
      soft[learners] = next;
    }
    let before = Infinity;
    for (let learners = 0; learners < own.length; learners++) {
      const cost = own[learners] ?? Infinity;
      before = cost < Infinity ? cost : before + fine;
      soft[learners] = Math.min(soft[learners] ?? Infinity, before);
    }
    return soft;
  });
}
