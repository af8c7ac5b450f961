import type { Objective } from '../domain/measure.js';
import type { Problem, Selection } from '../domain/problem.js';
import { measureSelection } from '../domain/totals.js';
import type { ObjectiveValue } from './pathway.js';

/** The objectives with what a selection comes to under each. */
export function valuesAt(
  problem: Problem,
  selection: Selection,
  objectives: readonly Objective[],
): readonly ObjectiveValue[] {
  return objectives.map((objective) => ({
    ...objective,
    value: measureSelection(problem, selection, objective.measure),
  }));
}

/**
 * Negative when `a` is better, positive when `b` is, 0 when every objective has the same value; both are of the same
 * objectives.
 */
export function compareValues(a: readonly ObjectiveValue[], b: readonly ObjectiveValue[]): number {
  for (const [index, { sense, value }] of a.entries()) {
    const other = b[index];
    if (other === undefined) throw new RangeError('values of other objectives');
    if (value !== other.value) return sense === 'minimise' ? value - other.value : other.value - value;
  }
  return 0;
}

/** Negative when `a` comes first in table order: when it counts the first entry on which the two differ. */
export function compareInTable(a: Selection, b: Selection): number {
  for (const [at, index] of a.entries()) {
    const other = b[at];
    if (other === undefined || index < other) return -1;
    if (index > other) return 1;
  }
  return a.length < b.length ? 1 : 0;
}
