import { identityOf } from '../domain/identity.js';
import type { Qualification } from '../domain/qualification.js';
import { lineProblem, type CohortLearner, type CohortProblem } from './input/item.js';

/** What is to be told of the credit that a learner's units are recorded with. */
export type CreditCheck = (learner: Pick<CohortLearner, 'learner' | 'credits'>) => readonly CohortProblem[];

const NOTHING: readonly CohortProblem[] = [];

/** Compares the credit that units are recorded with to that of the unit table; what nobody knows differs from nothing. */
export function creditCheckOf({ entries, identities }: Qualification): CreditCheck {
  let known: ReadonlyMap<string, readonly number[]> | null = null;
  return ({ learner, credits }) => {
    if (credits === undefined) return NOTHING;
    known ??= creditsByUnit(entries);
    const listed = known;
    return credits.flatMap(({ ref, credit, line }) => {
      const own = listed.get(identityOf(identities, ref)) ?? [];
      if (own.length === 0 || own.includes(credit)) return [];
      const message = `${ref} is held by ${learner} with ${credit} credits; the qualification gives it ${own.join(' or ')}, and that is counted.`;
      return [lineProblem('held-credit-differs', message, line)];
    });
  };
}

function creditsByUnit(entries: Qualification['entries']): ReadonlyMap<string, readonly number[]> {
  const credits = new Map<string, number[]>();
  for (const { identity, credit } of entries) {
    if (credit === null) continue;
    const own = credits.get(identity) ?? [];
    if (!own.includes(credit)) credits.set(identity, [...own, credit]);
  }
  return credits;
}
