import { formatQuantity, type Quantity } from './quantity.js';

/**
 * What an objective adds up over a pathway: a quantity, over all counted units, over the new ones (not achieved), or
 * over those that overlap with what the learner holds.
 */
export interface Measure {
  readonly over: 'all' | 'new' | 'overlap';
  readonly quantity: Quantity;
}

/** A measure and the direction in which it is to be driven. */
export interface Objective {
  readonly sense: 'minimise' | 'maximise';
  readonly measure: Measure;
}

/** Least new hours, then fewest new units: what a request without objectives asks for. */
export const DEFAULT_OBJECTIVES: readonly Objective[] = [
  { sense: 'minimise', measure: { over: 'new', quantity: 'glh' } },
  { sense: 'minimise', measure: { over: 'new', quantity: 'units' } },
];

/**
 * `glh`, `new-glh`, `overlap-credits`, `cost`.
 *
 * @example
 * ```ts
 * import { formatMeasure } from 'qualpath';
 *
 * console.log(formatMeasure({ over: 'new', quantity: 'glh' })); // new-glh
 * ```
 */
export function formatMeasure(measure: Measure): string {
  const name = measure.quantity === 'glh' ? 'glh' : formatQuantity(measure.quantity);
  return measure.over === 'all' ? name : `${measure.over}-${name}`;
}

/**
 * Reads the name of a measure. Any name that is not built in is taken as one of `columns` (matched without regard to
 * case); null when it is none of them.
 *
 * @example
 * ```ts
 * import { parseMeasure } from 'qualpath';
 *
 * console.log(parseMeasure('overlap-credits', []), parseMeasure('cost', [])); // { over: 'overlap', quantity: 'credits' } null
 * ```
 */
export function parseMeasure(text: string, columns: readonly string[]): Measure | null {
  const name = text.trim().toLowerCase();
  const exact = columns.find((column) => column.toLowerCase() === name);
  const match = /^(?:(new|overlap)-)?(.+)$/.exec(name);
  const over = exact === undefined ? (match?.[1] as 'new' | 'overlap' | undefined) : undefined;
  const base = over === undefined ? name : (match?.[2] ?? '');
  if (base === 'credits' || base === 'units' || base === 'glh') return { over: over ?? 'all', quantity: base };
  const column = columns.find((candidate) => candidate.toLowerCase() === base);
  return column === undefined ? null : { over: over ?? 'all', quantity: { column } };
}

/** Whether a measure adds up units that are, or are not, achieved. */
export function isMeasured({ over }: Measure, achieved: boolean): boolean {
  return over === 'all' || (over === 'new') === !achieved;
}
