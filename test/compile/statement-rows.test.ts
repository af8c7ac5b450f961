import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.js';
import { rowTexts } from '../support/rows.js';
import { smallProblem, type BriefUnit } from '../support/small-qualification.js';

/** x0 and x1 are mandatory, x2 to x4 optional, x5 and x6 further options; x7 lists B2 again, under C. */
const UNITS: readonly BriefUnit[] = [
  ['A', 'A1', 3, 5, 27],
  ['A', 'A2', 3, 4, 40],
  ['B', 'B1', 3, 5, 21],
  ['B', 'B2', 2, 3, 20],
  ['B', 'B3', 4, 4, 22],
  ['C', 'C1', 3, 4, 18],
  ['C', 'C2', 2, 2, 15],
  ['C', 'B2', 2, 3, 20],
];

const ONCE = 'x3 + x7 <= 1';

const rowsFor = (rule: readonly string[], achieved: readonly string[] = []): string[] =>
  rowTexts(compile(smallProblem(UNITS, rule, achieved), { sense: 'minimise', terms: [] }));

describe('a statement and its rows', () => {
  it.each<[string, string[]]>([
    ['all units from A', ['x0 = 1', 'x1 = 1', ONCE]],
    ['all units from B or C', ['x2 = 1', 'x4 = 1', 'x5 = 1', 'x6 = 1', 'x3 + x7 = 1']],
    ['at least 20 credits', [ONCE, '5 x0 + 4 x1 + 5 x2 + 3 x3 + 4 x4 + 4 x5 + 2 x6 + 3 x7 >= 20']],
    ['exactly 9 credits from A', ['x0 = 1', 'x1 = 1', ONCE]],
    ['at most 5 credits from C', [ONCE, '4 x5 + 2 x6 + 3 x7 <= 5']],
    ['between 4 and 9 credits from B or C at level 2', [ONCE, '3 x3 + 2 x6 + 3 x7 >= 4']],
    ['at least 2 units from outside A', [ONCE, 'x2 + x3 + x4 + x5 + x6 + x7 >= 2']],
    ['at least 60 GLH', [ONCE, '27 x0 + 40 x1 + 21 x2 + 20 x3 + 22 x4 + 18 x5 + 15 x6 + 20 x7 >= 60']],
    ['at most 3 cost from B', [ONCE, '2 x2 + 3 x3 + 4 x4 <= 3']],
    ['at least 50% of credits from B are at level 3 or above', [ONCE, '250 x2 - 150 x3 + 200 x4 >= 0']],
    [
      'more than 50% of credits from B are at level 3 or above',
      [ONCE, 'x2 + x8 <= 1', 'x3 + x8 <= 1', 'x4 + x8 <= 1', '5 x2 - 3 x3 + 4 x4 + 4 x8 >= 1'],
    ],
    ['more than 7 credits from A', [ONCE, '5 x0 + 4 x1 >= 8']],
    ['fewer than 7.5 credits from C', [ONCE, '40 x5 + 20 x6 + 30 x7 <= 74']],
    ['no units from C at level 2', ['x6 = 0', 'x7 = 0', ONCE]],
    ['at least 2 units from B except unit B2', ['x2 = 1', 'x4 = 1', ONCE]],
    ['at most one unit of each title from B or C', [ONCE]],
    ['at most 5 credits of each kind', [ONCE, '5 x0 + 5 x2 + 4 x4 + 2 x6 <= 5', '4 x1 + 3 x3 + 4 x5 + 3 x7 <= 5']],
    ['at most one of units B1, C1', [ONCE, 'x2 + x5 <= 1']],
    ['at most one of units B2, C1', [ONCE, 'x3 + x5 + x7 <= 1']],
    ['all or none of units B1, C1', [ONCE, 'x2 - x5 = 0']],
    ['all or none of units B1, C1, C2', [ONCE, 'x2 - x5 >= 0', 'x5 - x6 >= 0', 'x2 - x6 <= 0']],
    ['unit B1 needs unit C1', [ONCE, 'x2 - x5 <= 0']],
    ['units B1, B3 need unit C1', [ONCE, 'x2 - x5 <= 0', 'x4 - x5 <= 0']],
    ['unit C1 needs at least 2 units from B', [ONCE, 'x2 + x3 + x4 - 2 x5 >= 0']],
    [
      'any unit from C needs at least 2 units from B',
      [ONCE, 'x5 + x8 <= 1', 'x6 + x8 <= 1', 'x7 + x8 <= 1', 'x2 + x3 + x4 + 2 x8 >= 2'],
    ],
    [
      'at least 2 of groups A, B or C',
      [ONCE, 'x0 + x1 - x8 >= 0', 'x2 + x3 + x4 - x9 >= 0', 'x5 + x6 + x7 - x10 >= 0', 'x8 + x9 + x10 >= 2'],
    ],
    ['at most 0 of groups C', ['x5 = 0', 'x6 = 0', 'x7 = 0', ONCE]],
    ['units from C do not count', ['x5 = 0', 'x6 = 0', 'x7 = 0', ONCE]],
    [
      'any of (at least 3 units from A; at least 2 units from B; unit C1 does not count)',
      [ONCE, 'x2 + x3 + x4 - 2 x5 >= 0'],
    ],
    ['none of (at least 2 units from A)', [ONCE, 'x0 + x1 <= 1']],
    [
      'exactly 1 of (at least 2 units from A; at least 1 unit from B)',
      [
        ONCE,
        'x0 - x8 >= 0',
        'x1 - x8 >= 0',
        'x2 + x3 + x4 + x8 >= 1',
        'x0 + x1 + x9 <= 2',
        'x2 - x9 <= 0',
        'x3 - x9 <= 0',
        'x4 - x9 <= 0',
      ],
    ],
  ])('%s', (statement, rows) => {
    expect(rowsFor([statement])).toEqual(rows);
  });

  it('counts only achieved units against a cap on prior learning', () => {
    expect(rowsFor(['at most 5 credits are achieved already'], ['A1', 'C1'])).toEqual([ONCE, '5 x0 + 4 x5 <= 5']);
    expect(rowsFor(['at most 50% of credits from A are achieved already'], ['A1'])).toEqual([
      ONCE,
      '250 x0 - 200 x1 <= 0',
    ]);
  });

  it('that can never be met becomes a row that nothing meets', () => {
    expect(rowsFor(['at least 100 credits'])).toEqual([ONCE, ' >= 1']);
  });

  it('that always holds becomes no row', () => {
    expect(rowsFor(['at most 100 credits'])).toEqual([ONCE]);
  });

  it('keeps its figures no larger than what is left when units are mandatory', () => {
    expect(rowsFor(['all units from A', 'any unit from B needs at least 12 credits from A or C'])).toEqual([
      'x0 = 1',
      'x1 = 1',
      ONCE,
      'x2 + x8 <= 1',
      'x3 + x8 <= 1',
      'x4 + x8 <= 1',
      '5 x0 + 4 x1 + 4 x5 + 2 x6 + 3 x7 + 3 x8 >= 12',
    ]);
  });
});
