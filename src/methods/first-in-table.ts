import { compile, selectionOf } from '../compile/compile.js';
import type { Objective } from '../domain/measure.js';
import type { Problem, Selection } from '../domain/problem.js';
import type { Solver } from '../solvers/solver.js';
import type { Deadline } from './deadline.js';
import { goalsOf } from './goals.js';
import { keep } from './program-method.js';

/**
 * How many entries one program settles. The first weighs as much as all later ones together and one more, so the largest
 * figure is 2^18, which every solver compares exactly.
 */
const ENTRIES_A_PROGRAM = 18;

/** A pathway, and whether it is known to be the first in table order of those that are equally good. */
export interface FirstInTable {
  readonly selection: Selection;
  readonly first: boolean;
}

/** A best pathway under objectives, and the pathways with whose units it does not compare. */
export interface Tied {
  readonly problem: Problem;
  readonly objectives: readonly Objective[];
  readonly best: Selection;
  readonly excluded: readonly Selection[];
}

/**
 * Of all pathways with the same values of the objectives as `best` the first in table order: the one that counts the
 * first entry on which two of them differ. One program after the other settles the next entries of the table; where a
 * limit ends that, the best pathway in hand is given and is not called the first.
 */
export async function firstInTable(
  solver: Solver,
  { problem, objectives, best, excluded }: Tied,
  deadline: Deadline,
): Promise<FirstInTable> {
  const holds = goalsOf(problem, objectives).flatMap((goal) => keep(problem, goal, best));
  const fixed = new Map<number, 0 | 1>();
  let selection = best;
  for (let start = 0; start < problem.entries.length; start += ENTRIES_A_PROGRAM) {
    if (deadline.passed()) return { selection, first: false };
    const settling = problem.entries.slice(start, start + ENTRIES_A_PROGRAM).map(({ index }) => index);
    const weights = new Map(settling.map((index, at) => [index, 2 ** (settling.length - 1 - at)]));
    const program = compile(problem, { sense: 'maximise', terms: [], weights }, { holds, fixed, excluded });
    const outcome = await solver.solve(program, { milliseconds: Math.max(1, deadline.remaining()) });
    if (outcome.status !== 'optimal') return { selection, first: false };
    selection = selectionOf(problem, outcome.point);
    const counted = new Set(selection);
    for (const index of settling) fixed.set(index, counted.has(index) ? 1 : 0);
  }
  return { selection, first: true };
}
