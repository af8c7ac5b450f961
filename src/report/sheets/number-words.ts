import type { Cell } from '../sheet.js';

const LONGEST_COUNT = 24;
/** The most digits of a count in a table. */
const WIDEST_COUNT = 15;

/** A whole number with commas between thousands. */
export function formatWhole(value: number | bigint): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A count as a cell: in full as far as it fits a table, beyond that about how much it is; CSV and workbooks have all of it. */
export function countCell(count: bigint): Cell {
  const digits = String(count);
  if (digits.length <= WIDEST_COUNT) return formatWhole(count);
  return { text: about(digits), tone: 'plain', exact: digits };
}

function about(digits: string): string {
  return `${digits.charAt(0)}.${digits.slice(1, 3)} x 10^${digits.length - 1}`;
}

/** A count in full as far as anybody would read it, with its noun; beyond that about how much it is. */
export function describeCount(count: bigint, noun: string): string {
  const digits = String(count);
  if (digits.length <= LONGEST_COUNT) return `${formatWhole(count)} ${noun}${count === 1n ? '' : 's'}.`;
  return `About ${about(digits)} ${noun}s (--json gives the number in full).`;
}

/** A share from 0 to 1 as a percentage; neither "none" nor "all" is said of what is only nearly so. */
export function formatShare(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 0.1) return '<0.1%';
  return `${percent > 99.9 && percent < 100 ? '>99.9' : percent.toFixed(1)}%`;
}
