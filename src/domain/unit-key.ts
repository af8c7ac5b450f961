import type { UnitRow } from './unit.js';

/** What `of each` tells units apart by: their title, or what they have in a column of the unit table. */
export type UnitKey = 'title' | { readonly column: string };

/** The value of a unit, with case and white space made one; null for a blank cell, which is no value. */
export function valueOfKey(unit: UnitRow<unknown>, key: UnitKey): string | null {
  const text = key === 'title' ? unit.title : unit.columns.get(key.column);
  if (text === undefined) return null;
  const value = text.trim().replace(/\s+/g, ' ').toLowerCase();
  return value === '' ? null : value;
}
