import { likeliestDate, parseDate, type IsoDate, type Validity } from '../../domain/date.js';
import { error, type Issue } from '../../domain/issue.js';
import { quote } from '../../domain/quote.js';
import type { Cell } from '../table/cells.js';
import { isBlank } from '../table/figure-cell.js';

/** What the two days of a unit, or of a model, are called wherever they are written. */
export const VALIDITY_KEYS = ['valid-from', 'valid-to'] as const;

/** The first or the last day. */
export type ValidityKey = (typeof VALIDITY_KEYS)[number];

/** What could be read of two days; null when neither is given, or when something is wrong with them. */
export interface ValidityReading {
  readonly valid: Validity | null;
  readonly issues: readonly Issue[];
}

/**
 * Reads the days within which something may be started; a blank cell, and a dash, are no bound. Errors: a cell that is
 * no day, a last day before the first.
 */
export function readValidity(cellOf: (key: ValidityKey) => Cell | null): ValidityReading {
  const [first, last] = [cellOf('valid-from'), cellOf('valid-to')];
  const [from, to] = [readDay(first), readDay(last)];
  const wrong = [from, to].filter((it) => typeof it === 'object' && it !== null);
  if (wrong.length > 0) return { valid: null, issues: wrong };
  if (typeof from === 'string' && typeof to === 'string' && to < from && last !== null) {
    const message = `The last day, ${to}, is before the first, ${from}.`;
    return { valid: null, issues: [error('not-a-date', message, last.place)] };
  }
  if (typeof from !== 'string' && typeof to !== 'string') return { valid: null, issues: [] };
  return { valid: { from: dayOf(from), to: dayOf(to) }, issues: [] };
}

function dayOf(read: IsoDate | Issue | null): IsoDate | null {
  return typeof read === 'string' ? read : null;
}

function readDay(cell: Cell | null): IsoDate | Issue | null {
  if (cell === null || isBlank(cell.text)) return null;
  return parseDate(cell.text) ?? error('not-a-date', noDay(cell.text), cell.place);
}

/** What is to be said of a text that is no day. */
export function noDay(text: string): string {
  const likely = likeliestDate(text);
  const hint = likely === null ? '' : `; is ${likely} meant?`;
  return `${quote(text)} is no day; days are written as 2026-09-01${hint || '.'}`;
}
