import { creditsOf, madeUpFamily } from './made-up-family.js';

/** Percentages of what is counted, which no single bound can stand for. */
export const SHARES = madeUpFamily({
  id: 'shares',
  title: 'One question on a rule of shares',
  statement:
    'At least half of the credits at level 3 or above, at most 40% of the credits from B, at least 30% of the units ' +
    'from C; a floor of credits over all. Find the pathway of least hours.',
  analysis:
    'A share is a row with factors of up to 100 times a credit value, in both signs, so relaxations are loose. The ' +
    'diagram has to tell thousands of values of each sum apart.',
  sizes: [25, 35, 50, 70, 100],
  groups: 4,
  rule: (units) => [
    'all units from A',
    `at least ${Math.floor(creditsOf(units) / 4)} credits`,
    'at least 50% of credits are at level 3 or above',
    'at most 40% of credits are from B',
    'at least 30% of units are from C',
  ],
});
