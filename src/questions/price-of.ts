import type { UnitEntries } from './units-of.js';
import type { UnitPrice, Values } from './unit-prices.js';
import type { Objective } from '../domain/measure.js';

/** The price of a unit of which both figures are known. */
export function priceOf(entries: UnitEntries, price: Pick<UnitPrice, 'with' | 'without' | 'share'>): UnitPrice {
  const status = price.with === null ? 'impossible' : price.without === null ? 'forced' : 'free';
  return { unit: entries[0], groups: entries.map(({ group }) => group), ...price, status };
}

/** The best of several values of objectives in order; null when there are none. */
export function bestOfValues(objectives: readonly Objective[], all: readonly Values[]): Values {
  let best: Values = null;
  for (const values of all) if (values !== null && (best === null || isBetter(objectives, values, best))) best = values;
  return best;
}

function isBetter(objectives: readonly Objective[], a: readonly number[], b: readonly number[]): boolean {
  for (const [index, { sense }] of objectives.entries()) {
    const [mine, other] = [a[index], b[index]];
    if (mine === undefined || other === undefined) throw new RangeError('values of other objectives');
    if (mine !== other) return sense === 'minimise' ? mine < other : mine > other;
  }
  return false;
}
