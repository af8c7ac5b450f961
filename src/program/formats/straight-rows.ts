import type { Row } from '../linear-program.js';

/** The rows, with one whose bounds are crossed (which nothing meets) as two: formats have no word for an empty interval. */
export function straightRows(rows: readonly Row[]): readonly Row[] {
  return rows.flatMap((row) => {
    const { min, max } = row.interval;
    if (min === null || max === null || min <= max) return [row];
    return [
      { terms: row.terms, interval: { min, max: null } },
      { terms: row.terms, interval: { min: null, max } },
    ];
  });
}
