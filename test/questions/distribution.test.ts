import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDistributions, type Distribution } from '../../src/questions/distribution.js';
import { findRange } from '../../src/questions/range.js';
import type { Problem, Selection } from '../../src/domain/problem.js';
import { NO_DEADLINE, type Deadline } from '../../src/methods/deadline.js';
import { itemAt } from '../../src/domain/item-at.js';
import { arbitraryProblem } from '../support/arbitrary-problem.js';
import { everyPathway } from '../support/brute-force.js';
import { diagramMeans, programMeans } from '../support/means.js';
import { unitsIn } from '../support/units.js';

const problems = arbitraryProblem({ maxEntries: 8, maxConditions: 3, repeats: 0.4 });

/** One pathway of each set of units. */
function setsOf(problem: Problem): readonly Selection[] {
  return [...new Map(everyPathway(problem).map((it) => [unitsIn(problem, it), it])).values()];
}

function tally(sets: readonly Selection[], valueOf: (it: Selection) => number): Distribution {
  const counts = new Map<number, bigint>();
  for (const set of sets) counts.set(valueOf(set), (counts.get(valueOf(set)) ?? 0n) + 1n);
  return [...counts].sort(([a], [b]) => a - b);
}

/** Hours, credits, units, and hours against credits. */
function listsOf(problem: Problem, deadline: Deadline): readonly unknown[] {
  const found = findDistributions(problem, diagramMeans().store, deadline);
  if (found.status !== 'answered') throw new Error(found.status);
  return [found.glh, found.credits, found.units, found.frontier];
}

const glhOf = (problem: Problem, it: Selection): number =>
  it.reduce((sum, at) => sum + (problem.entries[at]?.glh ?? 0), 0);

describe('the distributions of a problem', () => {
  it('are those of its sets of units, and add up to their number', async () => {
    let told = 0;
    await fc.assert(
      fc.asyncProperty(problems, async (problem) => {
        const means = diagramMeans();
        const found = findDistributions(problem, means.store);
        if (found.status !== 'answered') throw new Error(found.status);
        const sets = setsOf(problem);
        expect(found.units).toEqual(tally(sets, (it) => it.length));
        const range = await findRange(problem, means);
        const sum = (found.units as Distribution).reduce((total, [, ways]) => total + ways, 0n);
        expect(sum).toBe(range.status === 'answered' ? range.pathways : 0n);
        if (found.glh === 'differs-by-group') return;
        expect(found.glh).toEqual(tally(sets, (it) => glhOf(problem, it)));
        told += sets.length > 1 ? 1 : 0;
      }),
      { numRuns: 150 },
    );
    expect(told).toBeGreaterThan(20);
  });

  it('have the share of each unit among the sets that count it', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const found = findDistributions(problem, diagramMeans().store);
        if (found.status !== 'answered') throw new Error(found.status);
        const sets = setsOf(problem);
        for (const { unit, share } of found.shares) {
          const counting = sets.filter((it) => it.some((at) => itemAt(problem.entries, at).identity === unit.identity));
          expect(share).toBeCloseTo(sets.length === 0 ? 0 : counting.length / sets.length, 12);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('are not told where the pathways are too many', () => {
    const [problem] = fc.sample(arbitraryProblem({ minEntries: 8, maxConditions: 0 }), { numRuns: 1, seed: 1 });
    if (problem === undefined) throw new Error('there is one');
    expect(findDistributions(problem, programMeans().store)).toEqual({ status: 'too-large' });
  });

  it('leave out the lists that the deadline leaves no time for, and say why', () => {
    const [problem] = fc.sample(
      problems.filter(
        (it) => setsOf(it).length > 5 && listsOf(it, NO_DEADLINE).every((list) => typeof list !== 'string'),
      ),
      1,
    );
    if (problem === undefined) throw new Error('there is such a problem');
    const after = (looks: number): Deadline => ({ remaining: () => 1, passed: () => looks-- <= 0 });
    const told = (looks: number): readonly unknown[] =>
      listsOf(problem, after(looks)).map((it) => (it === 'out-of-time' ? it : 'told'));
    expect(told(0)).toEqual(['out-of-time', 'out-of-time', 'out-of-time', 'out-of-time']);
    expect(told(2)).toEqual(['told', 'told', 'out-of-time', 'out-of-time']);
    expect(told(4)).toEqual(['told', 'told', 'told', 'told']);
  });
});
