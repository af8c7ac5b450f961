import type { Figure, NoFigure, UnitRow } from './unit.js';

/** What an amount counts: credits, units, guided learning hours, or a numeric column of the unit table by its name. */
export type Quantity = 'credits' | 'units' | 'glh' | { readonly column: string };

/** The largest number accepted in any table, threshold or setting: keeps every sum exact in a double. */
export const LARGEST_WHOLE_NUMBER = 1_000_000_000;

/** Reads a whole number from 0 to {@link LARGEST_WHOLE_NUMBER}; null for any other text. */
export function parseWholeNumber(text: string): number | null {
  if (!/^\d{1,10}$/.test(text.trim())) return null;
  const value = Number(text);
  return value <= LARGEST_WHOLE_NUMBER ? value : null;
}

/** Reads a number of up to three places, from 0 to {@link LARGEST_WHOLE_NUMBER}: `5`, `7.5`, `0.125`; null for other text. */
export function parseFigure(text: string): number | null {
  if (!/^\d{1,10}(?:\.\d{1,3})?$/.test(text.trim())) return null;
  const value = Number(text);
  return value <= LARGEST_WHOLE_NUMBER ? value : null;
}

/** Whether a quantity may have decimals: units and hours are whole. */
export function mayHaveDecimals(quantity: Quantity): boolean {
  return quantity === 'credits' || typeof quantity === 'object';
}

/**
 * How much of a quantity a unit has, as its table writes it: null, or an open value, when nobody knows. Throws for a
 * column that holds no number there: what is counted is checked when a problem is posed.
 */
export function figureOf<N>(unit: UnitRow<N>, quantity: Quantity): N | 1 {
  if (quantity === 'credits') return unit.credit;
  if (quantity === 'units') return 1;
  if (quantity === 'glh') return unit.glh;
  const figure = unit.figures.get(quantity.column);
  if (figure === undefined || isNoFigure(figure)) {
    throw new Error(`the ${quantity.column} of ${unit.ref} is no figure and was counted`);
  }
  return figure;
}

/** Whether a column holds something that cannot be counted. */
export function isNoFigure(figure: unknown): figure is NoFigure {
  return typeof figure === 'object' && figure !== null && 'text' in figure;
}

/** The name of a quantity in the notation: `credits`, `units`, `GLH`, or the column's own name. */
export function formatQuantity(quantity: Quantity): string {
  if (typeof quantity === 'object') return quantity.column;
  return quantity === 'glh' ? 'GLH' : quantity;
}

/** A figure as text: `7.5`, or `TBC` for one that nobody knows. */
export function formatFigure(figure: Figure | null): string {
  return typeof figure === 'number' ? String(figure) : 'TBC';
}

/** Whether two quantities are one. */
export function sameQuantity(a: Quantity, b: Quantity): boolean {
  return typeof a === 'object' && typeof b === 'object' ? a.column === b.column : a === b;
}
