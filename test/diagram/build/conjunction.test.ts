import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemAt } from '../../../src/diagram/at.js';
import { ALWAYS, FIRST_NODE, NEVER, type Automaton } from '../../../src/diagram/build/automaton.js';
import { Budget } from '../../../src/diagram/build/budget.js';
import { conjunction, positionsOf } from '../../../src/diagram/build/conjunction.js';
import { layOut } from '../../../src/diagram/build/layout.js';
import { sumAutomaton } from '../../../src/diagram/build/sum-automaton.js';

const ENTRIES = 9;

/** What an automaton says of decisions by position, one bit each. */
function outcomeOf({ positions, arcs, root }: Automaton, counted: number): number {
  let node = root;
  for (let level = positions.length - 1; level >= 0 && node >= FIRST_NODE; level--) {
    node = itemAt([...arcs.subarray(2 * node, 2 * node + 2)], (counted >> itemAt(positions, level)) & 1);
  }
  return node;
}

function automatonOf(weights: readonly number[], min: number): Automaton {
  const automaton = sumAutomaton(weights, { min, max: null }, new Budget(100_000));
  if (automaton === null) throw new Error('a small sum went over the budget');
  return automaton;
}

/** Sums over a stretch of the entries that most decisions meet, so that many of them together say something. */
const part = fc
  .record({
    weights: fc.array(fc.integer({ min: -40, max: 40 }), { minLength: ENTRIES, maxLength: ENTRIES }),
    begin: fc.nat(3),
    length: fc.integer({ min: 2, max: ENTRIES }),
    ease: fc.integer({ min: 3, max: 8 }),
  })
  .map(({ weights, begin, length, ease }) => {
    const stretch = weights.map((weight, at) => (at >= begin && at < begin + length ? weight : 0));
    const least = stretch.reduce((sum, weight) => sum + Math.min(0, weight), 0);
    return automatonOf(stretch, Math.ceil(least * (ease / 10)));
  });

describe('a conjunction', () => {
  it.each([true, false])('holds exactly where all of its parts do (complete: %s)', (complete) => {
    let words = 0;
    fc.assert(
      fc.property(
        fc.oneof(fc.array(part, { maxLength: 6 }), fc.array(part, { minLength: 12, maxLength: 16 })),
        (parts) => {
          const positions = complete ? Array.from({ length: ENTRIES }, (_, at) => at) : positionsOf(parts);
          const together = conjunction(parts, { positions, complete }, new Budget(1_000_000));
          words = Math.max(words, layOut(parts.filter(({ root }) => root >= FIRST_NODE)).words);
          const wrong = Array.from({ length: 1 << ENTRIES }, (_, counted) => counted).filter((counted) => {
            const expected = parts.every((it) => outcomeOf(it, counted) === ALWAYS) ? ALWAYS : NEVER;
            return together === null || outcomeOf(together, counted) !== expected;
          });
          expect(wrong).toEqual([]);
        },
      ),
      { numRuns: 250 },
    );
    expect(words).toBeGreaterThan(1);
  });

  it('stops once nothing can fail any more, unless it is to be complete', () => {
    const parts = [automatonOf([1, 0, 0, 1], 1)];
    const lengths = [false, true].map((complete) => {
      const positions = [0, 1, 2, 3];
      const together = conjunction(parts, { positions, complete }, new Budget(100));
      return together === null ? null : together.arcs.length / 2 - FIRST_NODE;
    });
    expect(lengths).toEqual([4, 7]);
  });
});

describe('the layout of a state', () => {
  it('lets parts that read one after the other share their room', () => {
    const cap = [5, 7, 3, 9];
    const none = [0, 0, 0, 0];
    const [first, second] = [automatonOf([...cap, ...none], 11), automatonOf([...none, ...cap], 11)];
    expect(layOut([first, second]).fields).toEqual([layOut([first]).fields[0], layOut([first]).fields[0]]);
    expect(new Set(layOut([first, automatonOf([...cap, 1, 0, 0, 0], 11)]).fields).size).toBe(2);
  });
});
