import fc, { type Arbitrary } from 'fast-check';
import type { Problem, Selection } from '../../src/domain/problem.js';
import { buildDiagram } from '../../src/diagram/build/build.js';
import type { Diagram } from '../../src/diagram/diagram.js';
import type { Goal } from '../../src/diagram/query/goal.js';
import { arbitraryProblem, type ProblemShape } from '../support/arbitrary-problem.js';

/** The diagram of a problem that is known to be small. */
export function built(problem: Problem): Diagram {
  const diagram = buildDiagram(problem);
  if (diagram.kind === 'too-large') throw new Error(`a small problem took ${diagram.nodes} nodes`);
  return diagram;
}

/** A random problem, and goals over its entries with amounts of either sign and many ties. */
export function arbitraryQuestion(
  shape: ProblemShape & { readonly goals: number; readonly largestAmount?: number },
): Arbitrary<{ readonly problem: Problem; readonly goals: readonly Goal[] }> {
  const { goals, largestAmount = 5, ...rest } = shape;
  return arbitraryProblem(rest).chain((problem) =>
    fc
      .array(arbitraryGoal(problem.entries.length, largestAmount), { minLength: goals, maxLength: goals })
      .map((drawn) => ({ problem, goals: drawn })),
  );
}

function arbitraryGoal(entries: number, largestAmount: number): Arbitrary<Goal> {
  const amount = fc.integer({ min: -largestAmount, max: largestAmount });
  return fc.record({
    sense: fc.constantFrom('minimise' as const, 'maximise' as const),
    amounts: fc.array(amount, { minLength: entries, maxLength: entries }),
  });
}

/** What a selection comes to under each goal, as big integers: exact however large the amounts are. */
export function exactValues(goals: readonly Goal[], selection: Selection): readonly bigint[] {
  return goals.map(({ amounts }) => selection.reduce((sum, index) => sum + BigInt(amounts[index] ?? 0), 0n));
}

/** Negative when the first selection is better under the goals in their order, 0 when they tie. */
export function compareBy(goals: readonly Goal[], a: Selection, b: Selection): number {
  const [x, y] = [exactValues(goals, a), exactValues(goals, b)];
  for (const [at, { sense }] of goals.entries()) {
    const difference = (x[at] ?? 0n) - (y[at] ?? 0n);
    if (difference !== 0n) return difference < 0n === (sense === 'minimise') ? -1 : 1;
  }
  return 0;
}

/** The best of some pathways; undefined of none. */
export function bestOf(goals: readonly Goal[], pathways: readonly Selection[]): Selection | undefined {
  return [...pathways].sort((a, b) => compareBy(goals, a, b))[0];
}
