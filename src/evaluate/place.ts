import { identityOf } from '../domain/identity.js';
import type { Problem, Selection } from '../domain/problem.js';
import { evaluate, type Evaluation } from './evaluate.js';

/** The most placements of units listed in several groups that are tried. */
export const MOST_PLACEMENTS = 4096;

/** Where a bare list of units was placed, and how the rule stands with that placement. */
export interface Placement {
  readonly selection: Selection;
  readonly evaluation: Evaluation;
  /** References of the list that the qualification does not list. */
  readonly unlisted: readonly string[];
  /** Whether every possible placement was looked at, or the first one that holds was found. */
  readonly complete: boolean;
}

/**
 * Evaluates a bare list of references. A unit listed in several groups is counted in one of them: the first placement,
 * in table order, under which every condition holds, or else the one under which most conditions hold.
 *
 * @example
 * ```ts
 * import { placeUnits, pose, valueOrThrow } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * const problem = valueOrThrow(pose(specification));
 * console.log(placeUnits(problem, ['CS 1', 'CS 99']).unlisted); // [ 'CS 99' ]
 * ```
 */
export function placeUnits(problem: Problem, references: readonly string[]): Placement {
  const { identities } = problem.qualification;
  const classes = [...new Set(references.map((reference) => identityOf(identities, reference)))];
  const choices = classes.map((identity) =>
    problem.entries.filter((entry) => entry.identity === identity).map(({ index }) => index),
  );
  const listed = choices.filter((choice) => choice.length > 0);
  const known = new Set(problem.entries.map(({ identity }) => identity));
  const unlisted = references.filter((reference) => !known.has(identityOf(identities, reference)));
  return { ...bestPlacement(problem, listed), unlisted };
}

function bestPlacement(problem: Problem, choices: readonly Selection[]): Omit<Placement, 'unlisted'> {
  let tried = 0;
  let best: { selection: Selection; evaluation: Evaluation; holding: number } | null = null;
  for (const selection of placements(choices)) {
    if (tried === MOST_PLACEMENTS) break;
    tried += 1;
    const evaluation = evaluate(problem, selection);
    const holding = evaluation.conditions.filter(({ holds }) => holds).length;
    if (best === null || holding > best.holding) best = { selection, evaluation, holding };
    if (evaluation.holds) return { selection, evaluation, complete: true };
  }
  const { selection, evaluation } = best ?? { selection: [], evaluation: evaluate(problem, []) };
  return { selection, evaluation, complete: tried < MOST_PLACEMENTS };
}

/** Every way to take one entry of each choice, lazily: the first entries first. */
function* placements(choices: readonly Selection[]): Generator<Selection> {
  const [first, ...rest] = choices;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const index of first) for (const others of placements(rest)) yield [index, ...others].sort((a, b) => a - b);
}
