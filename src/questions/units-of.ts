import type { Problem } from '../domain/problem.js';
import type { Entry } from '../domain/unit.js';

/** A unit with its entries: at least one, in table order. */
export type UnitEntries = readonly [Entry, ...Entry[]];

/** Entries by unit, in table order. */
export function unitsOf({ entries }: Problem): readonly UnitEntries[] {
  const units = new Map<string, [Entry, ...Entry[]]>();
  for (const entry of entries) {
    const known = units.get(entry.identity);
    if (known === undefined) units.set(entry.identity, [entry]);
    else known.push(entry);
  }
  return [...units.values()];
}
