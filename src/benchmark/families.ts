import { COUNTING } from './families/counting.js';
import { DELIVERY, DELIVERY_LEARNERS } from './families/delivery.js';
import { EQUALITIES } from './families/equalities.js';
import { K_BEST } from './families/k-best.js';
import { LEARNERS } from './families/learners.js';
import { MANY_QUESTIONS } from './families/many-questions.js';
import { MANY_SUMS } from './families/many-sums.js';
import { NESTED } from './families/nested.js';
import { PLAIN } from './families/plain.js';
import { PLANTED } from './families/planted.js';
import { SHARES } from './families/shares.js';
import { TWO_GROUPS } from './families/two-groups.js';
import type { Family } from './task.js';

/** The families that are made up from seeds, in the order in which they are run. */
export const FAMILIES: readonly Family[] = [
  PLAIN,
  MANY_SUMS,
  SHARES,
  NESTED,
  TWO_GROUPS,
  EQUALITIES,
  MANY_QUESTIONS,
  LEARNERS,
  COUNTING,
  K_BEST,
  PLANTED,
  DELIVERY,
  DELIVERY_LEARNERS,
];
