import type { Objective } from '../domain/measure.js';
import type { Problem, Selection } from '../domain/problem.js';
import { certify } from '../evaluate/certify.js';
import type { Alternative } from './alternatives.js';
import { valuesAt } from './objective-values.js';

/** Selections that methods call pathways, each of its own problem, put to the evaluator; or that it refuses one. */
export function certifyAll(
  found: readonly { readonly problem: Problem; readonly selection: Selection }[],
  objectives: readonly Objective[],
): Alternative[] | { readonly refused: string } {
  const alternatives: Alternative[] = [];
  for (const { problem, selection } of found) {
    const certificate = certify(problem, selection);
    if (!certificate.ok) return { refused: 'named a selection that the evaluator refuses' };
    const { pathway } = certificate;
    alternatives.push({ pathway, objectives: valuesAt(problem, pathway.selection, objectives) });
  }
  return alternatives;
}
