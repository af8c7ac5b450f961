import type { Interval } from '../domain/interval.js';
import type { LinearExpression, Row, Term } from '../program/linear-program.js';

/** Where a row comes from: a set of columns of which one may be 1, or a formula that must hold, by its position. */
export interface Origin {
  readonly kind: 'clique' | 'formula';
  readonly index: number;
}

/** An expression that must be at least 0, and where it comes from. */
export interface Traced {
  readonly expression: LinearExpression;
  readonly origin: Origin;
}

/** A row, and everything that it comes from. */
export interface TracedRow {
  readonly row: Row;
  readonly origins: readonly Origin[];
}

/**
 * Rows from expressions that must be at least 0. Expressions over the same terms, in either sign, become one row with
 * the narrowest interval, so that `exactly 31 credits from A` is one equation. Rows keep the order of first mention.
 */
export function mergeRows(expressions: readonly Traced[]): readonly TracedRow[] {
  const merged = new Map<string, { terms: readonly Term[]; min: number; max: number; origins: Origin[] }>();
  for (const { expression, origin } of expressions) {
    const { terms, constant } = expression;
    const flipped = terms.filter(({ factor }) => factor < 0).length > terms.length / 2;
    const sign = flipped || (terms.length > 0 && isTieFlipped(terms)) ? -1 : 1;
    const upright = terms.map(({ column, factor }) => ({ column, factor: factor * sign }));
    const key = upright.map(({ column, factor }) => `${column}:${factor}`).join(' ');
    const row = merged.get(key) ?? { terms: upright, min: -Infinity, max: Infinity, origins: [] };
    if (row.origins.at(-1) !== origin) row.origins.push(origin);
    if (sign === 1) row.min = Math.max(row.min, -constant);
    else row.max = Math.min(row.max, constant);
    merged.set(key, row);
  }
  return [...merged.values()].flatMap(({ terms, min, max, origins }) =>
    rowsOf(terms, min, max).map((row) => ({ row, origins })),
  );
}

/** With as many negative factors as positive ones, the first decides which way up a row stands. */
function isTieFlipped(terms: readonly Term[]): boolean {
  const negative = terms.filter(({ factor }) => factor < 0).length;
  const [first] = terms;
  return negative * 2 === terms.length && first !== undefined && first.factor < 0;
}

/** Crossed bounds stay two rows: no interval is empty, and a row says which of the two is broken. */
function rowsOf(terms: readonly Term[], min: number, max: number): Row[] {
  const interval: Interval = { min: Number.isFinite(min) ? min : null, max: Number.isFinite(max) ? max : null };
  if (min <= max) return [{ terms, interval }];
  return [
    { terms, interval: { ...interval, max: null } },
    { terms, interval: { ...interval, min: null } },
  ];
}
