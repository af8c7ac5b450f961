import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/evaluate/evaluate.js';
import { describeMissing } from '../../../src/report/sheets/missing.js';
import { smallProblem, type BriefUnit } from '../../support/small-qualification.js';

const UNITS: readonly BriefUnit[] = [
  ['A', 'A1', 2, 3, 20],
  ['A', 'A2', 3, 4, 30],
  ['B', 'B1', 3, 5, 40],
  ['B', 'B2', 2, 2, 10],
];

/** What a statement misses when the units at these places of the table are counted. */
function missing(statement: string, ...counted: readonly number[]): string {
  const [standing] = evaluate(smallProblem(UNITS, [statement]), counted).conditions;
  if (standing === undefined) throw new Error('no standing');
  return describeMissing(standing);
}

describe('what a statement still misses', () => {
  it.each([
    ['at least 8 credits', [0], '5 more credits'],
    ['at least 4 credits', [0], '1 more credit'],
    ['at least 1 unit from B at level 3 or above', [0, 3], '1 more unit from B at level 3 or above'],
    ['at least 60 GLH', [1], '30 more GLH'],
    ['at most 4 credits', [0, 1], '3 too many'],
    ['at most 1 unit', [0, 1], '1 too many'],
    ['between 4 and 6 credits', [0], '1 more credit'],
    ['exactly 4 credits', [2], '1 too many'],
    ['all units from A', [2], '2 more units'],
    ['all units from A', [1], '1 more unit'],
    ['all or none of units A1, A2', [0], '1 more unit'],
    ['at least 2 of groups A, B', [0], '1 more group'],
    ['unit A1 needs unit B1', [0], '1 more unit'],
    ['unit A1 needs all units from B', [0], '2 more units'],
    ['at most one of units A1, A2', [0, 1], '1 too many'],
    [
      'at least 2 of (at least 1 unit from A; at least 1 unit from B; at least 9 credits)',
      [0],
      '1 more of its 3 conditions',
    ],
    ['at least 50% of credits are at level 3 or above', [0], '3 more credits at level 3 or above'],
    ['at least 100% of credits are at level 3 or above', [0], '3 that do not count for it'],
    ['units from B do not count', [2], '1 too many'],
    ['at least 3 credits', [0], ''],
  ] as const)('%s, with %j', (statement, counted, words) => {
    expect(missing(statement, ...counted)).toBe(words);
  });
});
