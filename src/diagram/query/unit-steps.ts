import { intAt, itemAt } from '../at.js';
import type { Diagram } from '../diagram.js';
import { HIDDEN, type UnitNumbers } from './units.js';

/** What a level of the diagram of entries means for the units. */
export interface Step {
  /** `free`: both ways, untold. `first`: the unit is decided. `later`: a pending unit may be placed. */
  readonly kind: 'free' | 'first' | 'later';
  readonly unit: number;
  /** The bit that marks the unit as pending; 0 when it is listed once. */
  readonly bit: number;
  /** Whether the unit has no entry below, so that it may not be pending any longer. */
  readonly last: boolean;
}

/** The most units that may be open at a time: a node, below 2^25, and their bits share one exact whole number. */
const MOST_PENDING = 28;

/** One more than every set of bits. */
export const MASKS = 2 ** MOST_PENDING;

/** The steps by level; null when more units are open at a time than there are bits. */
export function stepsOf({ entries }: Diagram, units: UnitNumbers): readonly Step[] | null {
  const lastLevel = new Map<number, number>();
  for (let level = entries.length - 1; level >= 0; level--) lastLevel.set(itemAt(units, intAt(entries, level)), level);
  const open = new Map<number, number>();
  const steps: Step[] = [];
  for (let level = entries.length - 1; level >= 0; level--) {
    const unit = itemAt(units, intAt(entries, level));
    const known = open.get(unit);
    const last = lastLevel.get(unit) === level;
    if (unit === HIDDEN) steps.push({ kind: 'free', unit, bit: 0, last });
    else if (known !== undefined) steps.push({ kind: 'later', unit, bit: known, last });
    else {
      const bit = last ? 0 : freeBit([...open.values()]);
      if (bit === null) return null;
      open.set(unit, bit);
      steps.push({ kind: 'first', unit, bit, last });
    }
    if (last) open.delete(unit);
  }
  return steps.reverse();
}

function freeBit(taken: readonly number[]): number | null {
  for (let bit = 1; bit < MASKS; bit *= 2) if (!taken.includes(bit)) return bit;
  return null;
}
