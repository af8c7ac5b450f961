import type { Pathway } from '../evaluate/certify.js';
import { certifyTaker } from './held-ways.js';
import { entryAt } from '../domain/problem.js';
import { itemAt } from '../domain/item-at.js';
import type { Joint, Plan, Taker } from './joint.js';
import { HELD, weightAt } from './joint.js';

/** A plan from the other side: the pathways as the evaluator has certified them, or everything that is wrong with it. */
export type CheckedPlan =
  | { readonly ok: true; readonly pathways: readonly Pathway[] }
  | { readonly ok: false; readonly faults: readonly string[] };

/**
 * Looks at a plan as somebody who does not know how it was made: each selection is put to the evaluator, every unit it
 * needs must be delivered, wishes about units must be kept, and the sums of limits are added up anew.
 */
export function checkPlan(joint: Joint, { delivered, selections }: Plan): CheckedPlan {
  const given = new Set(delivered);
  const faults: string[] = [];
  const pathways: Pathway[] = [];
  if (given.size !== delivered.length) faults.push('a unit is delivered twice');
  if (selections.length !== joint.takers.length) faults.push('not everybody has a pathway');
  for (const [at, selection] of selections.entries()) {
    const taker = itemAt(joint.takers, at);
    const certificate = certifyTaker(taker, selection);
    if (!certificate.ok) faults.push(`what ${taker.id} counts is no pathway`);
    else pathways.push(certificate.pathway);
    faults.push(...undelivered(taker, selection, given));
  }
  faults.push(...brokenWishes(joint, given), ...brokenLimits(joint, given));
  return faults.length === 0 ? { ok: true, pathways } : { ok: false, faults };
}

function undelivered(
  { id, problem, units }: Taker,
  selection: readonly number[],
  given: ReadonlySet<number>,
): string[] {
  return selection.flatMap((index) => {
    const unit = weightAt(units, index);
    if (unit === HELD || given.has(unit)) return [];
    return [`${entryAt(problem, index).ref} is counted in ${id} and not delivered`];
  });
}

function brokenWishes({ fixed, units }: Joint, given: ReadonlySet<number>): string[] {
  return units.flatMap(({ index, ref }) => {
    const wish = fixed[index] ?? null;
    if (wish === null || (wish === 1) === given.has(index)) return [];
    return [wish === 1 ? `${ref} is required and not delivered` : `${ref} is excluded and delivered`];
  });
}

function brokenLimits({ limits }: Joint, given: ReadonlySet<number>): string[] {
  return limits.flatMap(({ option, weights, most }) => {
    let sum = 0;
    for (const [unit, weight] of weights.entries()) if (given.has(unit)) sum += weight;
    return sum <= most ? [] : [`${option} is broken by ${sum - most}`];
  });
}
