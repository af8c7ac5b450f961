import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certify } from '../../src/evaluate/certify.js';
import { evaluate } from '../../src/evaluate/evaluate.js';
import { placeUnits } from '../../src/evaluate/place.js';
import { smallProblem, type BriefUnit } from '../support/small-qualification.js';

const UNITS: readonly BriefUnit[] = [
  ['A', 'A1', 3, 5, 27],
  ['A', 'A2', 3, 4, 40],
  ['B', 'B1', 3, 5, 21],
  ['B', 'B2', 2, 3, 20],
  ['C', 'C1', 1, 4, 18],
  ['C', 'B2', 2, 3, 20],
];

/** The standing of one statement for the entries with these positions. */
function stand(statement: string, selection: readonly number[], achieved: readonly string[] = []) {
  const { conditions } = evaluate(smallProblem(UNITS, [statement], achieved), selection);
  const { value, holds, missing, excess } = conditions[0] ?? {};
  return { value, holds, missing, excess };
}

describe('where a statement stands', () => {
  it.each<[string, number[], number | null, number, number]>([
    ['all units from A', [0, 1], 2, 0, 0],
    ['all units from A', [0, 2], 1, 1, 0],
    ['all units from B or C', [2, 4, 5], 3, 0, 0],
    ['at least 12 credits', [0, 2], 10, 2, 0],
    ['at most 9 credits from A or B', [0, 2], 10, 0, 1],
    ['exactly 10 credits', [0, 2], 10, 0, 0],
    ['between 1 and 2 units at level 3', [0, 1, 2], 3, 0, 1],
    ['at least 60 GLH', [0, 3], 47, 13, 0],
    ['at most 3 cost', [1, 3], 4, 0, 1],
    ['at least 50% of credits are at level 3 or above', [0, 4], 500 / 9, 0, 0],
    ['at least 60% of credits are at level 3 or above', [0, 4], 500 / 9, 1, 0],
    ['at most 50% of credits are from A', [0, 1, 2], 900 / 14, 0, 4],
    ['at least 100% of credits are at level 3', [0, 3], 500 / 8, 3, 0],
    ['at least 50% of credits from C are at level 2', [0], null, 0, 0],
    ['at most one of units A1, B1', [0, 2], 2, 0, 1],
    ['at most one of units A1, B1', [2], 1, 0, 0],
    ['all or none of units A1, B1, C1', [0, 2], 2, 1, 0],
    ['all or none of units A1, B1, C1', [1], 0, 0, 0],
    ['units A1, A2 need unit C1', [0], 0, 1, 0],
    ['units A1, A2 need unit C1', [2], 0, 0, 0],
    ['any unit from C needs at least 2 units from B', [2, 4], 1, 1, 0],
    ['at least 2 of groups A, B, C', [0, 1], 1, 1, 0],
    ['at most 1 of groups A, B, C', [0, 4], 2, 0, 1],
    ['units from C do not count', [0, 4], 1, 0, 1],
    ['any of (at least 2 units from A; at least 2 units from B)', [0, 2], 0, 1, 0],
    ['exactly 1 of (all units from A; at least 1 unit from B)', [0, 1, 2], 2, 0, 1],
    ['none of (at least 2 units)', [0], 0, 0, 0],
  ])('%s, of entries %j', (statement, selection, value, missing, excess) => {
    const holds = missing === 0 && excess === 0;
    expect(stand(statement, selection)).toEqual({ value, holds, missing, excess });
  });

  it('counts achieved units only, for a cap on prior learning', () => {
    expect(stand('at most 8 credits are achieved already', [0, 1, 2], ['A1', 'A2'])).toMatchObject({
      value: 9,
      excess: 1,
    });
    expect(stand('at most 50% of credits are achieved already', [0, 2], ['A1'])).toMatchObject({
      value: 50,
      holds: true,
    });
  });
});

describe('a selection', () => {
  it('that counts one unit in two groups is refused whatever the rule', () => {
    const evaluation = evaluate(smallProblem(UNITS, []), [3, 5]);
    expect(evaluation).toMatchObject({ holds: false, countedTwice: [[3, 5]] });
  });

  it('that names an entry twice, or none of the table, is a bug', () => {
    const problem = smallProblem(UNITS, []);
    expect(() => evaluate(problem, [1, 1])).toThrow(RangeError);
    expect(() => evaluate(problem, [99])).toThrow(RangeError);
  });

  it('becomes a pathway only when every condition holds', () => {
    const problem = smallProblem(UNITS, ['all units from A', 'at least 12 credits']);
    const refused = certify(problem, [0, 1]);
    expect(refused.ok ? null : refused.evaluation.conditions.map(({ holds }) => holds)).toEqual([true, false]);
    const accepted = certify(problem, [2, 1, 0]);
    expect(accepted.ok ? accepted.pathway.selection : null).toEqual([0, 1, 2]);
  });
});

describe('a bare list of references', () => {
  it('counts a unit of two groups where the rule holds', () => {
    const inC = placeUnits(smallProblem(UNITS, ['at least 3 credits from C', 'at most 5 credits from B']), [
      'b1',
      'B 2',
    ]);
    expect(inC).toMatchObject({ selection: [2, 5], evaluation: { holds: true }, complete: true });
    const inB = placeUnits(smallProblem(UNITS, ['at least 8 credits from B']), ['B1', 'B2']);
    expect(inB.selection).toEqual([2, 3]);
  });

  it('keeps the placement under which most conditions hold when none meets all', () => {
    const placed = placeUnits(smallProblem(UNITS, ['at least 99 credits', 'at least 3 credits from C']), ['B2', 'Z9']);
    expect(placed).toMatchObject({ selection: [5], evaluation: { holds: false }, unlisted: ['Z9'], complete: true });
  });

  it('stops at the named limit of placements', () => {
    const many = Array.from({ length: 14 }, (_, index): BriefUnit[] => [
      ['A', `U${index}`, 3, 1, 1],
      ['B', `U${index}`, 3, 1, 1],
    ]).flat();
    const placed = placeUnits(
      smallProblem(many, ['at least 99 credits']),
      many.map(([, ref]) => ref),
    );
    expect(placed.complete).toBe(false);
  });
});

describe('what a share misses, and what it has too much of', () => {
  /** A unit of level 3 and one of level 2, with these credits. */
  const shareOf = (passing: number, others: number, statement: string) => {
    const units: readonly BriefUnit[] = [
      ['A', 'P', 3, passing, 1],
      ['A', 'O', 2, others, 1],
    ];
    const [standing] = evaluate(smallProblem(units, [statement]), [0, 1]).conditions;
    if (standing === undefined) throw new RangeError('the statement has no standing');
    return standing;
  };

  it('is the least that has to be added, or taken away, the whole changing with it', () => {
    const amount = fc.integer({ min: 0, max: 60 });
    const bound = fc.constantFrom('at least', 'more than', 'at most', 'less than');
    fc.assert(
      fc.property(amount, amount, bound, fc.integer({ min: 1, max: 99 }), (passing, others, words, percent) => {
        const statement = `${words} ${percent}% of credits are at level 3`;
        const { missing, excess, holds } = shareOf(passing, others, statement);
        const change = missing - excess;
        expect(holds).toBe(change === 0);
        fc.pre(change !== 0 && (passing + change > 0 || others > 0));
        expect(shareOf(passing + change, others, statement).holds).toBe(true);
        expect(shareOf(passing + change - Math.sign(change), others, statement).holds).toBe(false);
      }),
    );
  });
});
