import { coveredBy } from '../domain/problem.js';
import type { Qualification } from '../domain/qualification.js';

/**
 * The entries of a qualification, by their indices, that somebody who holds the unit of a reference has achieved: those
 * of the same unit and, where equivalents are accepted, those it may stand in for. Empty for a unit that the
 * qualification has no use for.
 */
export type Holdings = (reference: string) => readonly number[];

/** How many spellings of references are remembered. */
export const MOST_REMEMBERED = 10_000;

/** Longer spellings are looked up afresh each time, so that what is remembered stays small. */
const LONGEST_REMEMBERED = 100;

/** The same matching as `achievedOf` of the domain, turned round: from what is held to what it achieves. */
export function holdingsOf(qualification: Qualification): Holdings {
  const byIdentity = new Map<string, number[]>();
  for (const { identity, index } of qualification.entries) {
    byIdentity.set(identity, [...(byIdentity.get(identity) ?? []), index]);
  }
  const remembered = new Map<string, readonly number[]>();
  const none: readonly number[] = [];
  return (reference) => {
    const known = remembered.get(reference);
    if (known !== undefined) return known;
    const indices = byIdentity.get(coveredBy(qualification, reference) ?? '') ?? none;
    if (reference.length <= LONGEST_REMEMBERED) {
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      remembered.set(detach(reference), indices);
    }
    return indices;
  };
}

/** A piece of a string may keep the whole of it alive, here a block of input; this makes it a string of its own. */
function detach(piece: string): string {
  return JSON.parse(JSON.stringify(piece)) as string;
}
