import { referenceKey } from './reference.js';
import type { Place } from './source.js';

/** One row of the equivalences table. */
export interface Equivalence {
  readonly unit: string;
  readonly other: string;
  /**
   * `same`: two names of one piece of learning. `equivalent`: another unit that may be accepted in its place. `replaces`:
   * `unit` is an old one and `other` a new one; it stands for all that its rows name, and all that have a row to one new
   * unit stand for it together.
   */
  readonly kind: 'same' | 'equivalent' | 'replaces';
  /** Where the row comes from. */
  readonly basis: string;
  readonly place: Place;
}

/** A unit by the names that tell it apart: its reference, and its URN where the two differ. */
export interface NamedUnit {
  readonly ref: string;
  readonly urn: string | null;
}

/** Which references are one piece of learning, and which may stand in for which. Plain data, that can be cloned. */
export interface Identities {
  /** The class of each reference that goes by the key of another one; all others are a class by their own key. */
  readonly classes: ReadonlyMap<string, string>;
  /** For each class that has any, the other classes that may be accepted in its place. */
  readonly equivalents: ReadonlyMap<string, ReadonlySet<string>>;
  /** For each class that was replaced, the classes that came in its place. */
  readonly replacements: ReadonlyMap<string, ReadonlySet<string>>;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * The class that a reference belongs to, as the key of one of its members. Every reference has one.
 *
 * @example
 * ```ts
 * import { identify, identityOf } from 'qualpath';
 *
 * const identities = identify([{ ref: 'CS 1', urn: 'L/506/2150' }, { ref: 'X 2', urn: null }], [
 *   { unit: 'CS 1', other: 'X 2', kind: 'equivalent', basis: 'title', place: { file: 'equivalences.csv', line: 2, column: 1 } },
 * ]);
 * console.log(identityOf(identities, 'x  2'), identityOf(identities, 'Y 3')); // X2 Y3
 * ```
 */
export function identityOf({ classes }: Identities, reference: string): string {
  const key = referenceKey(reference);
  return classes.get(key) ?? key;
}

const piecesKnown = new WeakMap<Identities, WeakMap<readonly string[], ReadonlySet<string>>>();

/**
 * The pieces of learning that references name, as their classes: two references of one unit name one piece. A list is
 * looked up once, as a rule asks of every entry whether it is one of the same few units.
 */
export function piecesNamed(identities: Identities, references: readonly string[]): ReadonlySet<string> {
  const known = piecesKnown.get(identities) ?? new WeakMap<readonly string[], ReadonlySet<string>>();
  piecesKnown.set(identities, known);
  const pieces = known.get(references) ?? new Set(references.map((reference) => identityOf(identities, reference)));
  known.set(references, pieces);
  return pieces;
}

/**
 * The other classes that may be accepted in place of the reference's own.
 *
 * @example
 * ```ts
 * import { equivalentsOf, identify } from 'qualpath';
 *
 * const identities = identify([{ ref: 'CS 1', urn: 'L/506/2150' }, { ref: 'X 2', urn: null }], [
 *   { unit: 'CS 1', other: 'X 2', kind: 'equivalent', basis: 'title', place: { file: 'equivalences.csv', line: 2, column: 1 } },
 * ]);
 * console.log(equivalentsOf(identities, 'X 2').size); // 1
 * ```
 */
export function equivalentsOf(identities: Identities, reference: string): ReadonlySet<string> {
  return identities.equivalents.get(identityOf(identities, reference)) ?? NONE;
}

/**
 * Joins references into classes: equal references (white space and case aside), a reference and its unit's URN, and
 * every `same` row are one class; `equivalent` rows link classes and hold in both directions, `replaces` rows lead from the old to the new.
 *
 * @example
 * ```ts
 * import { identify, identityOf } from 'qualpath';
 *
 * const identities = identify([{ ref: 'CS 1', urn: 'L/506/2150' }, { ref: 'X 2', urn: null }], [
 *   { unit: 'CS 1', other: 'X 2', kind: 'equivalent', basis: 'title', place: { file: 'equivalences.csv', line: 2, column: 1 } },
 * ]);
 * console.log(identityOf(identities, 'cs 1') === identityOf(identities, 'L/506/2150')); // true
 * ```
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
  const classes = new Map([...parents.keys()].map((key) => [key, find(key)]));
  const classOf = (reference: string): string => find(referenceKey(reference));
  return { classes, equivalents: link(equivalences, classOf), replacements: replace(equivalences, classOf) };
}

/** Links from one class to others. */
type Links = Map<string, Set<string>>;

function addLink(links: Links, from: string, to: string): void {
  if (from !== to) links.set(from, (links.get(from) ?? new Set<string>()).add(to));
}

function link(equivalences: readonly Equivalence[], classOf: (reference: string) => string): Links {
  const links: Links = new Map();
  for (const { kind, unit, other } of equivalences) {
    if (kind !== 'equivalent') continue;
    addLink(links, classOf(unit), classOf(other));
    addLink(links, classOf(other), classOf(unit));
  }
  return links;
}

function replace(equivalences: readonly Equivalence[], classOf: (reference: string) => string): Links {
  const links: Links = new Map();
  for (const { kind, unit, other } of equivalences) {
    if (kind === 'replaces') addLink(links, classOf(unit), classOf(other));
  }
  return links;
}
