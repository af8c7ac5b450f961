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
  const { identities } = qualification;
  const achieves = entriesByClass(qualification);
  const remembered = new Map<string, readonly number[]>();
  const none: readonly number[] = [];
  return (reference) => {
    const known = remembered.get(reference);
    if (known !== undefined) return known;
    const indices = achieves.get(identities.of(reference)) ?? none;
    if (reference.length <= LONGEST_REMEMBERED) {
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      remembered.set(detach(reference), indices);
    }
    return indices;
  };
}

function entriesByClass({ entries, identities, specification }: Qualification): ReadonlyMap<string, readonly number[]> {
  const byClass = new Map<string, number[]>();
  for (const { index, identity, ref } of entries) {
    const equivalents = specification.equivalentsAccepted ? identities.equivalentsOf(ref) : [];
    for (const held of new Set([identity, ...equivalents])) {
      byClass.set(held, [...(byClass.get(held) ?? []), index]);
    }
  }
  return byClass;
}

/** A piece of a string may keep the whole of it alive, here a block of input; this makes it a string of its own. */
function detach(piece: string): string {
  return JSON.parse(JSON.stringify(piece)) as string;
}
