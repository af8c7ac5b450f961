import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_DEADLINE } from '../../src/methods/deadline.js';
import { DEFAULT_OBJECTIVES } from '../../src/domain/measure.js';
import type { Problem } from '../../src/domain/problem.js';
import { measureSelection, objectiveValues } from '../../src/domain/totals.js';
import { evaluate } from '../../src/evaluate/evaluate.js';
import { answerFrom, openCohort, type CohortAnswer, type CohortMethods } from '../../src/cohort/answers.js';
import { createDiagramMethod, createDiagramStore } from '../../src/methods/diagram-method.js';
import type { SearchMeans } from '../../src/methods/means.js';
import type { Method } from '../../src/methods/method.js';
import { findPathway } from '../../src/questions/pathway.js';
import { createProgramMethod } from '../../src/methods/program-method.js';
import { createSolver } from '../../src/solvers/create-solver.js';
import { bestByBruteForce } from '../support/agreement.js';
import { arbitraryProblem } from '../support/arbitrary-problem.js';
import { smallProblem } from '../support/small-qualification.js';

const A_WHILE = 30_000;
const solver = createSolver('auto');
const store = createDiagramStore();
const COMMON = { confirmers: [], deadline: NO_DEADLINE, solver };
const BY_PROGRAMS = { ...COMMON, method: createProgramMethod(solver), store: createDiagramStore({ nodeBudget: 0 }) };
const BY_DIAGRAM = { ...COMMON, method: createDiagramMethod(store), store };
const METHODS: CohortMethods = { forOne: BY_DIAGRAM, forLargeRules: BY_PROGRAMS, millisecondsALearner: A_WHILE };

const withLearners = arbitraryProblem({ maxEntries: 8 }).chain((problem) => {
  const size = problem.entries.length;
  const held = fc.uint8Array({ minLength: size, maxLength: size, max: 1 });
  return fc.record({ problem: fc.constant(problem), learners: fc.array(held, { minLength: 1, maxLength: 4 }) });
});

function ownProblem(problem: Problem, held: Uint8Array): Problem {
  return { ...problem, achieved: Array.from(held, (mark) => mark === 1) };
}

/** What an answer is worth, or its status when it has no pathway. */
function worth(own: Problem, answer: CohortAnswer): unknown {
  if (!('counted' in answer)) return answer.status;
  const selection = [...answer.counted.keys()].filter((index) => answer.counted[index] === 1);
  if (!evaluate(own, selection).holds) return 'refused by the evaluator';
  return objectiveValues(own, selection, DEFAULT_OBJECTIVES);
}

async function worthOfSolve(own: Problem, means: SearchMeans): Promise<unknown> {
  const answer = await findPathway(own, DEFAULT_OBJECTIVES, means);
  return answer.status === 'optimal' ? answer.objectives.map(({ value }) => value) : answer.status;
}

describe("a cohort's answer for a learner", () => {
  it('is that of brute force and of solve, also where the rule looks at what is held', async () => {
    await fc.assert(
      fc.asyncProperty(withLearners, async ({ problem, learners }) => {
        const cohort = openCohort(problem, METHODS);
        for (const held of learners) {
          const own = ownProblem(problem, held);
          const found = worth(own, await cohort(held));
          expect(found).toEqual(bestByBruteForce(own, DEFAULT_OBJECTIVES) ?? 'infeasible');
          expect(found).toEqual(await worthOfSolve(own, BY_PROGRAMS));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is the same where the diagram is too large', async () => {
    await fc.assert(
      fc.asyncProperty(withLearners, async ({ problem, learners }) => {
        const cohort = openCohort(problem, { ...METHODS, nodeBudget: 0 });
        for (const held of learners) {
          const own = ownProblem(problem, held);
          expect(worth(own, await cohort(held))).toEqual(bestByBruteForce(own, DEFAULT_OBJECTIVES) ?? 'infeasible');
        }
      }),
      { numRuns: 100 },
    );
  });

  it('takes the least new hours, not the least hours in all', async () => {
    const problem = smallProblem(
      [
        ['A', 'LONG', 1, 5, 50],
        ['A', 'SHORT', 1, 5, 20],
      ],
      ['exactly 1 unit'],
    );
    const counted = async (...held: number[]): Promise<number[]> => {
      const answer = await openCohort(problem, METHODS)(Uint8Array.from(held));
      return 'counted' in answer ? [...answer.counted] : [];
    };
    expect(await counted(0, 0)).toEqual([0, 1]);
    expect(await counted(1, 0)).toEqual([1, 0]);
    const holdsLong = ownProblem(problem, Uint8Array.of(1, 0));
    expect(measureSelection(holdsLong, [0], { over: 'all', quantity: 'glh' })).toBe(50);
    expect(measureSelection(holdsLong, [0], { over: 'new', quantity: 'glh' })).toBe(0);
  });

  it('keeps to a cap on prior learning for those whom it concerns', async () => {
    const problem = smallProblem(
      [
        ['A', 'X', 1, 5, 10],
        ['A', 'Y', 1, 5, 20],
        ['A', 'Z', 1, 5, 30],
      ],
      ['exactly 2 units', 'at most 50% of credits are achieved already'],
    );
    const cohort = openCohort(problem, METHODS);
    const counted = async (...held: number[]): Promise<number[]> => {
      const answer = await cohort(Uint8Array.from(held));
      return 'counted' in answer ? [...answer.counted] : [];
    };
    expect(await counted(1, 0, 0)).toEqual([1, 1, 0]);
    const capped = await counted(0, 1, 1);
    expect(capped[0]).toBe(1);
    expect(capped).toEqual(await counted(0, 1, 1));
    expect(await cohort(Uint8Array.of(1, 1, 1))).toEqual({ status: 'infeasible' });
  });

  it('says that it is disputed when the evaluator refuses it', async () => {
    const problem = smallProblem([['A', 'X', 1, 5, 10]], ['at least 1 unit', 'at most 9 credits are achieved already']);
    const wrong: Method = { name: 'wrong', best: async () => ({ by: 'wrong', status: 'optimal', selection: [] }) };
    const cohort = openCohort(problem, { ...METHODS, forLargeRules: { ...BY_PROGRAMS, method: wrong }, nodeBudget: 0 });
    expect(await cohort(Uint8Array.of(0))).toEqual({ status: 'disputed' });
    expect(answerFrom(() => Uint8Array.of(0), problem)(Uint8Array.of(0))).toEqual({ status: 'disputed' });
    expect(answerFrom(() => Uint8Array.of(1), problem)(Uint8Array.of(0))).toMatchObject({ status: 'optimal' });
  });
});
