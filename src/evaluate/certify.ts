import type { Problem, Selection } from '../domain/problem.js';
import type { Entry } from '../domain/unit.js';
import { evaluate, type Evaluation } from './evaluate.js';

/**
 * A selection that the direct evaluator has found to meet every condition of a problem. Only {@link certify} makes
 * one: the private field keeps any other object from passing for it.
 */
class CertifiedPathway {
  readonly #certified = true;
  readonly problem: Problem;
  readonly selection: Selection;
  readonly evaluation: Evaluation;

  /** Made by `certify` only, and by nobody else. */
  constructor(problem: Problem, selection: Selection, evaluation: Evaluation) {
    this.problem = problem;
    this.selection = selection;
    this.evaluation = evaluation;
  }

  /** The counted entries, in the order of the unit table. */
  get entries(): readonly Entry[] {
    return this.problem.entries.filter(({ index }) => this.selection.includes(index));
  }

  /** Always true: a pathway exists only as a certified one. */
  get certified(): true {
    return this.#certified;
  }
}

/** A selection that meets its rule, as proved by the evaluator. */
export type Pathway = CertifiedPathway;

/**
 * Evaluates a selection: a pathway when every condition holds, otherwise the evaluation that refuses it.
 *
 * @example
 * ```ts
 * import { certify, placeUnits, pose, valueOrThrow } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * const problem = valueOrThrow(pose(specification));
 * const { selection } = placeUnits(problem, ['CS 1', 'CS 2', 'B&A 2', 'B&A 3']);
 * const tried = certify(problem, selection);
 * if (!tried.ok) console.log(tried.evaluation.holds); // false
 * ```
 */
export function certify(
  problem: Problem,
  selection: Selection,
): { readonly ok: true; readonly pathway: Pathway } | { readonly ok: false; readonly evaluation: Evaluation } {
  const evaluation = evaluate(problem, selection);
  if (!evaluation.holds) return { ok: false, evaluation };
  return {
    ok: true,
    pathway: new CertifiedPathway(
      problem,
      [...selection].sort((a, b) => a - b),
      evaluation,
    ),
  };
}
