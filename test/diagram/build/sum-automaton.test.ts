import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, type Interval } from '../../../src/domain/interval.js';
import { ALWAYS, FIRST_NODE, NEVER, opposite, type Automaton } from '../../../src/diagram/build/automaton.js';
import { Budget } from '../../../src/diagram/build/budget.js';
import { sumAutomaton } from '../../../src/diagram/build/sum-automaton.js';

/** What an automaton says of decisions by position. */
function outcomeOf({ positions, arcs, root }: Automaton, counted: readonly boolean[]): number {
  let node = root;
  for (let level = positions.length - 1; level >= 0 && node >= FIRST_NODE; level--) {
    node = arcs[2 * node + (counted[positions[level] ?? -1] === true ? 1 : 0)] ?? Number.NaN;
  }
  return node;
}

function decisions(length: number): boolean[][] {
  return Array.from({ length: 1 << length }, (_, bits) => Array.from({ length }, (_, at) => (bits & (1 << at)) !== 0));
}

const bound = fc.option(fc.integer({ min: -9, max: 9 }), { nil: null });
const weights = fc.array(fc.integer({ min: -4, max: 4 }), { maxLength: 7 });

describe('the automaton of a sum', () => {
  it('holds for exactly the decisions whose sum lies in the interval, for weights of either sign', () => {
    fc.assert(
      fc.property(weights, bound, bound, (its, min, max) => {
        const interval: Interval = { min, max };
        const automaton = sumAutomaton(its, interval, new Budget(10_000));
        const outcomes = decisions(its.length).map((counted) => automaton && outcomeOf(automaton, counted));
        const expected = decisions(its.length).map((counted) => {
          const sum = its.reduce((total, weight, at) => total + (counted[at] === true ? weight : 0), 0);
          return contains(interval, sum) ? ALWAYS : NEVER;
        });
        expect(outcomes).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('is the opposite when the outcomes change places', () => {
    fc.assert(
      fc.property(weights, bound, (its, min) => {
        const automaton = sumAutomaton(its, { min, max: null }, new Budget(10_000));
        const pairs = decisions(its.length).map(
          (counted) => automaton && outcomeOf(automaton, counted) + outcomeOf(opposite(automaton), counted),
        );
        expect(new Set(pairs)).toEqual(new Set([NEVER + ALWAYS]));
      }),
    );
  });

  it('has as many nodes as the sum has different completions, whatever the size of the weights', () => {
    const nodes = [1, 1000, 1_000_000].map(
      (unit) =>
        sumAutomaton(
          [2, 2, 2, 2].map((it) => it * unit),
          { min: 4 * unit - 1, max: null },
          new Budget(1000),
        )?.arcs.length,
    );
    expect(new Set(nodes).size).toBe(1);
    expect(nodes[0]).toBe(2 * (FIRST_NODE + 1 + 2 + 2 + 1));
  });

  it('reads nothing when the sum cannot fail or cannot hold', () => {
    const roots = [
      { min: 0, max: 6 },
      { min: 7, max: null },
      { min: 3, max: 2 },
    ].map((interval) => sumAutomaton([1, 2, 3], interval, new Budget(100)));
    expect(roots.map((it) => [it?.root, it?.positions.length])).toEqual([
      [ALWAYS, 0],
      [NEVER, 0],
      [NEVER, 0],
    ]);
  });

  it('is null when it goes over the budget', () => {
    const powers = Array.from({ length: 20 }, (_, at) => 2 ** at);
    expect(sumAutomaton(powers, { min: 333_333, max: 333_333 }, new Budget(15))).toBeNull();
  });
});
