import { greatestCommonDivisor } from './greatest-common-divisor.js';
import type { Interval } from '../domain/interval.js';
import { activityRange } from './activity.js';
import type { Column, Row } from './linear-program.js';

/**
 * The same row in its smallest form: divided by what its factors share, without a bound that the columns cannot reach
 * anyway. `always` is a row that every point within the column bounds satisfies, `never` one that none does.
 */
export function reduceRow(row: Row, columns: readonly Column[]): Row | 'always' | 'never' {
  const { terms, interval } = divide(row);
  const { least, greatest } = activityRange({ terms, constant: 0 }, columns);
  const { min, max } = { min: interval.min ?? -Infinity, max: interval.max ?? Infinity };
  if (greatest < min || least > max || min > max) return 'never';
  if (least >= min && greatest <= max) return 'always';
  return { terms, interval: { min: least >= min ? null : min, max: greatest <= max ? null : max } };
}

/** Whole numbers add up to a whole number, so that bounds may be rounded inwards: 2x + 4y >= 7 says x + 2y >= 4. */
function divide({ terms, interval }: Row): Row {
  const shared = greatestCommonDivisor(terms.map(({ factor }) => factor));
  if (shared <= 1) return { terms, interval };
  const divided: Interval = {
    min: interval.min === null ? null : Math.ceil(interval.min / shared) + 0,
    max: interval.max === null ? null : Math.floor(interval.max / shared) + 0,
  };
  return { terms: terms.map(({ column, factor }) => ({ column, factor: factor / shared })), interval: divided };
}
