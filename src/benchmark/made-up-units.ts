import type { MadeUpUnit } from './made-up.js';
import type { Random } from './random.js';

const MANDATORY_UNITS = 5;

/** The names of the first groups: A, B, C ... */
export function groupNames(count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => String.fromCharCode('A'.charCodeAt(0) + at));
}

/**
 * Units as handbooks have them: group A holds five mandatory ones of level 3, the others share the rest in blocks, with
 * small credit values more often than large ones and hours that follow credit loosely.
 */
export function madeUpUnits(count: number, groups: number, random: Random): readonly MadeUpUnit[] {
  const optional = groupNames(groups).slice(1);
  return Array.from({ length: count }, (_, index): MadeUpUnit => {
    const mandatory = index < MANDATORY_UNITS;
    const { whole } = random;
    const credit = mandatory ? whole(3, 5) : Math.min(whole(2, 9), whole(2, 9));
    const place = Math.floor(((index - MANDATORY_UNITS) * optional.length) / (count - MANDATORY_UNITS));
    return {
      group: mandatory ? 'A' : (optional[place] ?? 'A'),
      ref: `U ${index + 1}`,
      level: mandatory ? 3 : whole(2, 4),
      credit,
      glh: credit * whole(3, 8) + whole(0, 4),
    };
  });
}

/** What each unit costs as in the unit table. */
export function hoursOf(units: readonly MadeUpUnit[]): readonly number[] {
  return units.map(({ glh }) => glh);
}
