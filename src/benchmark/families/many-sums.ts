import { creditsOf, madeUpFamily } from './made-up-family.js';

/** Sums that lie across one another, so that a diagram must remember all of them at once. */
export const MANY_SUMS = madeUpFamily({
  id: 'many-sums',
  title: 'One question on a rule of many sums',
  statement:
    'Six sums that lie across the groups: credits from pairs of groups, credits and units at single levels, a cap on ' +
    'hours. Find the pathway of least hours.',
  analysis:
    'A state of the diagram is the vector of all sums that are still open, so its size multiplies with each: the ' +
    'forecast should say so before the build begins. Integer programs add a row a sum and hardly notice.',
  sizes: [30, 40, 60, 80, 120],
  groups: 4,
  rule: (units) => {
    const credits = Math.floor(creditsOf(units) / 4);
    const part = (share: number): number => Math.floor(credits * share);
    return [
      'all units from A',
      `at least ${credits} credits`,
      `at least ${part(0.4)} credits from B or C`,
      `at least ${part(0.4)} credits from C or D`,
      `at most ${part(0.7)} credits from B or D`,
      `at least ${part(0.3)} credits at level 4`,
      `between 3 and 12 units at level 2`,
      `at most ${6 * credits} GLH`,
    ];
  },
});
