import { deadlineIn } from '../../src/methods/deadline.js';
import type { Objective } from '../../src/domain/measure.js';
import type { Problem } from '../../src/domain/problem.js';
import { objectiveValues } from '../../src/domain/totals.js';
import { certify } from '../../src/evaluate/certify.js';
import type { Method } from '../../src/methods/method.js';
import { everyPathway } from './brute-force.js';

const A_WHILE = 30_000;

/** What the best pathway is worth under objectives in order, found by trying every selection; null when none exists. */
export function bestByBruteForce(problem: Problem, objectives: readonly Objective[]): readonly number[] | null {
  let best: readonly number[] | null = null;
  for (const pathway of everyPathway(problem)) {
    const values = objectiveValues(problem, pathway, objectives);
    if (best === null || isBetter(values, best, objectives)) best = values;
  }
  return best;
}

function isBetter(a: readonly number[], b: readonly number[], objectives: readonly Objective[]): boolean {
  for (const [index, { sense }] of objectives.entries()) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return sense === 'minimise' ? difference < 0 : difference > 0;
  }
  return false;
}

/** What each method says of a problem: its values when the evaluator accepts its selection, or its status in words. */
export async function answersOf(
  problem: Problem,
  objectives: readonly Objective[],
  methods: readonly Method[],
): Promise<Readonly<Record<string, unknown>>> {
  const answers: Record<string, unknown> = {};
  for (const { name, best } of methods) {
    const claim = await best(problem, objectives, deadlineIn(A_WHILE));
    if (claim.status === 'infeasible') answers[name] = null;
    else if (claim.status !== 'optimal') answers[name] = claim;
    else if (!certify(problem, claim.selection).ok) answers[name] = 'refused by the evaluator';
    else answers[name] = objectiveValues(problem, claim.selection, objectives);
  }
  return answers;
}
