import type { MadeUpUnit } from '../made-up.js';
import { groupNames } from '../made-up-units.js';
import { creditsOf, madeUpFamily } from './made-up-family.js';

const GROUPS = 5;
const EVERY = 4;

/** Units that may be counted in either of two groups. */
export const TWO_GROUPS = madeUpFamily({
  id: 'two-groups',
  title: 'One question on a rule with units in two groups',
  statement:
    'Every fourth unit is listed in two groups and counts through one of them; floors and caps on the credits of the ' +
    'groups. Find the pathway of least hours.',
  analysis:
    'A unit listed twice makes two entries that exclude one another. While the diagram reads from the first to the ' +
    'second it must remember whether the unit is counted: a bit each, and states double with every one that is open.',
  sizes: [30, 45, 60, 100, 150],
  groups: GROUPS,
  units: (units) => {
    const optional = groupNames(GROUPS).slice(1);
    const again = units.flatMap((unit, index): readonly MadeUpUnit[] => {
      if (unit.group === 'A' || index % EVERY !== 0) return [];
      const at = optional.indexOf(unit.group);
      return [{ ...unit, group: optional[(at + 1) % optional.length] ?? unit.group }];
    });
    return [...units, ...again];
  },
  rule: (units) => {
    const credits = Math.floor(creditsOf(units) / 5);
    const each = Math.floor(credits / 4);
    return [
      'all units from A',
      `at least ${credits} credits`,
      `at least ${each} credits from B`,
      `at most ${each} credits from C`,
      `at least ${each} credits from D`,
      `between 2 and 6 units from E`,
    ];
  },
});
