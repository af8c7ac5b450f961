import { referenceKey } from '../domain/reference.js';
import type { Names } from './names.js';

/** Looks a name up as it is written in a statement; answers the name as declared, or null. */
export type FindName = (text: string) => string | null;

const groupIndices = new WeakMap<Names['groups'], FindName>();
const unitIndices = new WeakMap<Names['units'], FindName>();

/** Groups by name, white space and case aside; a name that is spelt exactly so comes first. */
export function findGroup({ groups }: Names): FindName {
  return once(groupIndices, groups, () => {
    const index = firstOf(groups.map((group) => [normalise(group), group]));
    const exact = new Set(groups);
    return (text) => (exact.has(text) ? text : (index.get(normalise(text)) ?? null));
  });
}

/** Units by reference, then by URN, white space and case aside. */
export function findUnit({ units }: Names): FindName {
  return once(unitIndices, units, () => {
    const byReference = firstOf(units.map(({ ref }) => [referenceKey(ref), ref]));
    const byUrn = firstOf(units.flatMap(({ ref, urn }) => (urn === null ? [] : [[referenceKey(urn), ref] as const])));
    return (text) => {
      const key = referenceKey(text);
      return byReference.get(key) ?? byUrn.get(key) ?? null;
    };
  });
}

/** Many statements are read with the same names: they are indexed once. */
function once<K extends object>(made: WeakMap<K, FindName>, key: K, make: () => FindName): FindName {
  const known = made.get(key);
  if (known !== undefined) return known;
  const find = make();
  made.set(key, find);
  return find;
}

/** Of several names with one key the first is meant. */
function firstOf(entries: readonly (readonly [key: string, name: string])[]): ReadonlyMap<string, string> {
  return new Map([...entries].reverse());
}

function normalise(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}
