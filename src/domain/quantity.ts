import type { UnitRow } from './unit.js';

/** What an amount counts: credits, units, guided learning hours, or a numeric column of the unit table by its name. */
export type Quantity = 'credits' | 'units' | 'glh' | { readonly column: string };

/** The largest whole number accepted in any table, threshold or setting: keeps every sum exact in a double. */
export const LARGEST_WHOLE_NUMBER = 1_000_000_000;

/** Reads a whole number from 0 to {@link LARGEST_WHOLE_NUMBER}; null for any other text. */
export function parseWholeNumber(text: string): number | null {
  if (!/^\d{1,10}$/.test(text.trim())) return null;
  const value = Number(text);
  return value <= LARGEST_WHOLE_NUMBER ? value : null;
}

/** How much of a quantity one unit contributes. A column holds whole numbers wherever it is used; empty counts as 0. */
export function quantityOf(unit: UnitRow, quantity: Quantity): number {
  if (quantity === 'credits') return unit.credit;
  if (quantity === 'units') return 1;
  if (quantity === 'glh') return unit.glh;
  return parseWholeNumber(unit.columns.get(quantity.column) ?? '') ?? 0;
}

/** The name of a quantity in the notation: `credits`, `units`, `GLH`, or the column's own name. */
export function formatQuantity(quantity: Quantity): string {
  if (typeof quantity === 'object') return quantity.column;
  return quantity === 'glh' ? 'GLH' : quantity;
}
