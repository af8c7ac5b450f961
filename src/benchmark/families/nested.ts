import type { RuleText } from '../made-up.js';
import { creditsOf, madeUpFamily } from './made-up-family.js';

/** Alternatives within alternatives. */
export const NESTED = madeUpFamily({
  id: 'nested',
  title: 'One question on a rule of nested alternatives',
  statement:
    'A floor of credits, and two of three routes, each of which is a list of alternatives about single groups and ' +
    'levels, one with a further list within. Find the pathway of least hours.',
  analysis:
    'Programs need an indicator for every alternative, and relaxations say little about which of them to take. The ' +
    'diagram reduces each list to what matters for its outcome before it multiplies.',
  sizes: [30, 45, 70, 100, 150],
  groups: 5,
  rule: (units) => {
    const credits = Math.floor(creditsOf(units) / 5);
    const some = Math.floor(credits / 3);
    const routes: readonly RuleText[] = [
      { 'any of': [`at least ${some} credits from B`, `at least 4 units from C`] },
      {
        'any of': [
          { 'all of': [`at least 3 units from D`, `at most 2 units from E`] },
          `at least ${some} credits from E`,
        ],
      },
      {
        'any of': [
          `at least ${2 * some} credits at level 4`,
          { 'at least 2 of': ['at least 2 units from B', 'at least 3 units from D', 'no units from E'] },
        ],
      },
    ];
    return ['all units from A', `at least ${credits} credits`, { 'at least 2 of': routes }];
  },
});
