import type { Problem, Selection } from '../../domain/problem.js';
import { itemAt } from '../at.js';
import { amountOf, type Goal } from './goal.js';

/**
 * The unit of each entry, named by the first entry of the table that lists it: entries of one piece of learning have the
 * same number. {@link HIDDEN} stands for an entry whose being counted is not asked about.
 */
export type UnitNumbers = readonly number[];

/** The number of an entry that is counted or not without anybody being told. */
export const HIDDEN = -1;

/** The units of a problem's entries. */
export function unitNumbers({ entries }: Problem): UnitNumbers {
  const first = new Map<string, number>();
  return entries.map(({ identity, index }) => {
    const known = first.get(identity);
    if (known !== undefined) return known;
    first.set(identity, index);
    return index;
  });
}

/** Whether each entry is a unit of its own, none of them hidden: sets of entries are sets of units then. */
export function areDistinct(units: UnitNumbers): boolean {
  return units.every((unit, index) => unit === index);
}

/** Whether every entry of a unit adds the same to the goal, so that a set of units has one value however it is placed. */
export function isOfUnits({ amounts }: Goal, units: UnitNumbers): boolean {
  return units.every((unit, index) => unit === HIDDEN || amountOf(amounts, unit) === amountOf(amounts, index));
}

/** Tells selections apart by the units that they count: two placements of the same units have the same key. */
export function unitKeys(problem: Problem): (selection: Selection) => string {
  const units = unitNumbers(problem);
  return (selection) => {
    return selection
      .map((index) => itemAt(units, index))
      .sort((a, b) => a - b)
      .join();
  };
}
