import { referenceKey } from './reference.js';
import type { Place } from './source.js';

/** One row of the equivalences table. */
export interface Equivalence {
  readonly unit: string;
  readonly other: string;
  /** `same`: two names of one piece of learning. `equivalent`: another unit that may be accepted in its place. */
  readonly kind: 'same' | 'equivalent';
  /** Where the row comes from. */
  readonly basis: string;
  readonly place: Place;
}

/** A unit by the names that tell it apart: its reference, and its URN where the two differ. */
export interface NamedUnit {
  readonly ref: string;
  readonly urn: string | null;
}

/** Which references are one piece of learning, and which may stand in for which. */
export interface Identities {
  /** The class a reference belongs to, as the key of one of its members. Every reference has one. */
  readonly of: (reference: string) => string;
  /** The other classes that may be accepted in place of the reference's own. */
  readonly equivalentsOf: (reference: string) => ReadonlySet<string>;
}

/**
 * Joins references into classes: equal references (white space and case aside), a reference and its unit's URN, and
 * every `same` row are one class; `equivalent` rows link classes and hold in both directions.
 */
export function identify(units: Iterable<NamedUnit>, equivalences: readonly Equivalence[] = []): Identities {
  const parents = new Map<string, string>();
  const find = (key: string): string => {
    let root = key;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    return root;
  };
  const join = (a: string, b: string): void => {
    const [first, second] = [find(referenceKey(a)), find(referenceKey(b))].sort();
    if (first !== undefined && second !== undefined && first !== second) parents.set(second, first);
  };
  for (const unit of units) if (unit.urn !== null) join(unit.ref, unit.urn);
  for (const row of equivalences) if (row.kind === 'same') join(row.unit, row.other);

  const of = (reference: string): string => find(referenceKey(reference));
  const links = new Map<string, Set<string>>();
  const link = (from: string, to: string): void => {
    if (from !== to) links.set(from, (links.get(from) ?? new Set<string>()).add(to));
  };
  for (const row of equivalences) {
    if (row.kind !== 'equivalent') continue;
    link(of(row.unit), of(row.other));
    link(of(row.other), of(row.unit));
  }
  const none: ReadonlySet<string> = new Set();
  return { of, equivalentsOf: (reference) => links.get(of(reference)) ?? none };
}
