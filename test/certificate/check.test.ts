import { describe, expect, it } from 'vitest';
import { check, not, type Claim, type Formula } from '../../src/certificate/check.js';

/** `factors . entries >= least`, entries numbered from 0. */
function atLeast(least: bigint, ...factors: readonly bigint[]): Formula {
  return { terms: factors.map((factor, column) => [column, factor] as const), plus: -least };
}

/*
 * Three units of 5, 4 and 3 credits and 30, 20 and 20 hours. Rule: at least 7 credits. Claim: 40 hours are the least.
 * Row 0, the rule: 5a + 4b + 3c - 7 >= 0. Row 1, better than claimed: -30a - 20b - 20c + 39 >= 0, divided by what the
 * factors share and cut off: -3a - 2b - 2c + 3 >= 0.
 */
const CLAIM: Claim = {
  kind: 'optimal',
  size: 3,
  once: [[0], [1], [2]],
  rule: [atLeast(7n, 5n, 4n, 3n)],
  objectives: [
    {
      terms: [
        [0, -30n],
        [1, -20n],
        [2, -20n],
      ],
      plus: 40n,
    },
  ],
  pathways: [[1, 2]],
  counters: [[]],
  // Three times the rule and five times the better: 2b - c - 6 >= 0, but 2b is 2 at most.
  proofs: [[0, 3, 1, 5]],
};

/** The same with a leaf for each side of "is the first unit counted". */
const BRANCHED: Claim = { ...CLAIM, proofs: [{ at: 0, most: 0, 0: [0, 1, 1, 2], 1: [0, 1, 1, 2] }] };

describe('the checker', () => {
  it('accepts a proof that was worked out by hand', () => {
    expect(check(CLAIM)).toEqual({ proved: true, leaves: 1 });
    expect(check(BRANCHED)).toEqual({ proved: true, leaves: 2 });
  });

  it.each<[string, Claim, string]>([
    ['a row without its weight', { ...CLAIM, proofs: [[0, 3]] }, 'proof 1, leaf /'],
    ['a row that does not exist', { ...CLAIM, proofs: [[0, 3, 2, 5]] }, 'proof 1, leaf /'],
    ['a negative multiple', { ...CLAIM, proofs: [[0, -3, 1, 5]] }, 'proof 1, leaf /'],
    ['an empty leaf', { ...CLAIM, proofs: [[]] }, 'proof 1, leaf /'],
    ['one side left open', { ...CLAIM, proofs: [{ at: 0, most: 0, 0: [0, 1, 1, 2], 1: [] }] }, 'proof 1, leaf /1'],
    [
      'a branch that divides nothing',
      { ...CLAIM, proofs: [{ at: 0, most: 1, 0: [0, 3, 1, 5], 1: [] }] },
      'proof 1, leaf /',
    ],
    ['a branch on no column', { ...CLAIM, proofs: [{ at: 9, most: 0, 0: [], 1: [] }] }, 'proof 1, leaf /'],
    ['no proof at all', { ...CLAIM, proofs: [] }, 'the claim'],
    ['a pathway that is none', { ...CLAIM, pathways: [[2]] }, 'the claim'],
    ['a pathway of another value', { ...CLAIM, pathways: [[0, 1]] }, 'the claim'],
    [
      'two pathways',
      {
        ...CLAIM,
        pathways: [
          [1, 2],
          [1, 2],
        ],
      },
      'the claim',
    ],
    ['a unit counted twice', { ...CLAIM, once: [[0], [1, 2]] }, 'the claim'],
    ['an impossibility with a pathway', { ...CLAIM, kind: 'infeasible' }, 'the claim'],
  ])('refuses %s', (_, claim, where) => {
    expect(check(claim)).toMatchObject({ proved: false, where });
  });

  it('turns conditions round, those within others too', () => {
    const parts = [atLeast(7n, 5n, 4n), atLeast(1n, 1n)];
    expect(not(atLeast(7n, 5n, 4n))).toEqual({
      terms: [
        [0, -5n],
        [1, -4n],
      ],
      plus: 6n,
    });
    expect(not(not({ least: 1, of: parts }))).toEqual({ least: 1, of: parts });
  });

  it('proves that a list is complete, placements of the same units being one pathway', () => {
    const complete: Claim = { ...CLAIM, kind: 'complete', proofs: [] };
    // Row 2 leaves out the listed pathway: 1 + a - b - c >= 0.
    expect(check({ ...complete, proofs: [[]] })).toMatchObject({ proved: false });
    const withFirst = { at: 1, most: 0, 0: [0, 2, 1, 3], 1: [1, 1] };
    const tree = { at: 0, most: 0, 0: [0, 1, 2, 4], 1: withFirst };
    expect(check({ ...complete, proofs: [tree] })).toEqual({ proved: true, leaves: 3 });
  });
});
