import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Goal } from '../../src/compile/compile.js';
import type { Problem, Selection } from '../../src/domain/problem.js';
import { measureSelection, objectiveValues } from '../../src/domain/totals.js';
import { boundOnFirst, goalsOf } from '../../src/methods/goals.js';
import { arbitraryObjectives } from '../support/arbitrary-objectives.js';
import { arbitraryProblem } from '../support/arbitrary-problem.js';
import { smallProblem } from '../support/small-qualification.js';

function worth(problem: Problem, goal: Goal, selection: Selection): number {
  const value = goal.terms.reduce(
    (sum, term) => sum + term.factor * measureSelection(problem, selection, term.measure),
    0,
  );
  return goal.sense === 'minimise' ? value : -value;
}

describe('goals', () => {
  it('rank selections as the objectives do, one after the other', () => {
    const indices = fc.subarray([0, 1, 2, 3, 4, 5]);
    fc.assert(
      fc.property(
        arbitraryProblem({ minEntries: 6, maxEntries: 6 }),
        arbitraryObjectives(),
        indices,
        indices,
        (problem, objectives, a, b) => {
          const goals = goalsOf(problem, objectives);
          const signed = (selection: Selection) =>
            objectiveValues(problem, selection, objectives).map((value, at) =>
              objectives[at]?.sense === 'minimise' ? value : -value,
            );
          const first = (differences: readonly number[]) => Math.sign(differences.find((it) => it !== 0) ?? 0);
          const [left, right] = [signed(a), signed(b)];
          const byObjectives = first(left.map((value, at) => value - (right[at] ?? 0)));
          const byGoals = first(goals.map((goal) => worth(problem, goal, a) - worth(problem, goal, b)));
          expect(byGoals).toBe(byObjectives);
        },
      ),
    );
  });

  it('stay apart where a combined figure would be too large for a solver', () => {
    const problem = smallProblem([['A', 'A1', 3, 5, 900_000]], []);
    const goals = goalsOf(problem, [
      { sense: 'minimise', measure: { over: 'all', quantity: 'glh' } },
      { sense: 'maximise', measure: { over: 'all', quantity: 'credits' } },
    ]);
    expect(goals).toHaveLength(2);
  });
});

describe('a bound on a combined goal', () => {
  it('never claims more of the first measure than is so', () => {
    const problem = arbitraryProblem({ minEntries: 1, maxEntries: 6 });
    fc.assert(
      fc.property(problem, arbitraryObjectives(), (it, objectives) => {
        const [goal] = goalsOf(it, objectives);
        const selection = it.entries.map(({ index }) => index);
        if (goal === undefined) throw new Error('objectives make at least one goal');
        const value = worth(it, goal, selection) * (goal.sense === 'minimise' ? 1 : -1);
        const first = goal.terms[0];
        const own = first === undefined ? 0 : measureSelection(it, selection, first.measure);
        const bound = boundOnFirst(goal, value);
        expect(goal.sense === 'minimise' ? bound <= own : bound >= own).toBe(true);
      }),
    );
  });
});
