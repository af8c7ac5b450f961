import { creditsOf, madeUpFamily } from './made-up-family.js';

/** Sums that must be hit exactly. */
export const EQUALITIES = madeUpFamily({
  id: 'equalities',
  title: 'One question on a rule of exact sums',
  statement:
    'Exactly so many credits over all, from B, and at level 3, and exactly so many units from C. Find the pathway of ' +
    'least hours.',
  analysis:
    'Equations leave rounding no way out, so branch and bound may search long for a first point; hours have no bound ' +
    'that a relaxation would meet. The diagram drops every state from which a sum can no longer be hit.',
  sizes: [30, 45, 60, 90, 120],
  groups: 4,
  rule: (units) => {
    const credits = Math.floor(creditsOf(units) / 4);
    return [
      'all units from A',
      `exactly ${credits} credits`,
      `exactly ${Math.floor(credits / 3)} credits from B`,
      `exactly ${Math.floor(credits / 2)} credits at level 3`,
      'exactly 4 units from C',
    ];
  },
});
