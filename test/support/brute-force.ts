import type { Problem, Selection } from '../../src/domain/problem.js';
import { evaluate } from '../../src/evaluate/evaluate.js';

/** Every subset of the entries, as ascending indices: 2^n of them. */
export function* everySelection(problem: Problem): Generator<Selection> {
  const size = problem.entries.length;
  if (size > 16) throw new RangeError(`${size} entries are too many to enumerate`);
  for (let bits = 0; bits < 1 << size; bits++) {
    yield problem.entries.map(({ index }) => index).filter((index) => (bits & (1 << index)) !== 0);
  }
}

/** Every pathway, found by evaluating every subset. */
export function everyPathway(problem: Problem): readonly Selection[] {
  return [...everySelection(problem)].filter((selection) => evaluate(problem, selection).holds);
}

/** The sum of `costs` over a selection. */
export function costOf(selection: Selection, costs: readonly number[]): number {
  return selection.reduce((sum, index) => sum + (costs[index] ?? 0), 0);
}
