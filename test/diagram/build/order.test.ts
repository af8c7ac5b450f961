import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atLeast, atMost, exactly } from '../../../src/domain/interval.js';
import { all, not, sum, type Formula } from '../../../src/diagram/build/formula.js';
import { lower } from '../../../src/diagram/build/lower.js';
import { orderEntries } from '../../../src/diagram/build/order.js';
import { settledEntries } from '../../../src/diagram/build/settled.js';
import { tiedEntries } from '../../../src/diagram/build/tied.js';
import { arbitraryProblem } from '../../support/arbitrary-problem.js';
import { everyPathway } from '../../support/brute-force.js';

function conjunctsOf(formula: Formula): readonly Formula[] {
  return formula.kind === 'all' ? formula.parts : [formula];
}

describe('the order of entries', () => {
  it('names every entry once', () => {
    fc.assert(
      fc.property(arbitraryProblem({ maxEntries: 9 }), (problem) => {
        const order = orderEntries(problem, conjunctsOf(lower(problem)));
        expect(order.toSorted((a, b) => a - b)).toEqual(problem.entries.map(({ index }) => index));
      }),
    );
  });

  it('begins with those about which there is no choice', () => {
    fc.assert(
      fc.property(arbitraryProblem({ maxEntries: 9, depth: 0 }), (problem) => {
        const conjuncts = conjunctsOf(lower(problem));
        const settled = settledEntries(conjuncts, problem.entries.length);
        const order = orderEntries(problem, conjuncts);
        expect(order.slice(0, settled.size).every((index) => settled.has(index))).toBe(true);
      }),
    );
  });
});

describe('settled entries', () => {
  it('are counted in every pathway, or in none, as they are settled', () => {
    fc.assert(
      fc.property(arbitraryProblem({ maxEntries: 8, maxConditions: 3, depth: 1 }), (problem) => {
        const settled = settledEntries(conjunctsOf(lower(problem)), problem.entries.length);
        const wrong = everyPathway(problem).filter((pathway) =>
          [...settled].some(([index, counted]) => pathway.includes(index) !== counted),
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('settle others', () => {
    const mandatory = sum([1, 1, 0, 0], exactly(2));
    const cap = sum([3, 0, 4, 2], atMost(5));
    expect([...settledEntries([cap, mandatory], 4)]).toEqual([
      [0, true],
      [1, true],
      [2, false],
    ]);
  });

  it('are none where weights are negative or the sum is within something else', () => {
    const formulas = [sum([5, -1], atMost(3)), not(all([sum([1, 1], exactly(2)), sum([1, 0], exactly(1))]))];
    expect(settledEntries(formulas, 2).size).toBe(0);
  });
});

describe('tied entries', () => {
  const rankOf = (index: number) => (index === 5 ? null : Math.floor(index / 2));

  it('stand at the end of the earlier group and at the beginning of the later one', () => {
    const ties = tiedEntries([sum([1, 0, 0, 1, 0, 1], atMost(1))], rankOf);
    expect([...ties]).toEqual([
      [0, 1],
      [3, -1],
    ]);
  });

  it('are none within one group, nor where a condition reads many', () => {
    const ties = tiedEntries([sum([1, 1, 0, 0, 0, 0], atMost(1)), sum([1, 1, 1, 1, 1, 1], atLeast(3))], rankOf);
    expect([...ties]).toEqual([]);
  });
});
