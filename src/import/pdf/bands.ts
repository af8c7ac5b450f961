import { columnByHeader } from '../columns.js';
import { figureIn, isOpen, isReference } from '../shapes.js';
import type { Fragment, PageLine } from './fragment.js';

/** A column of a table on a page: the space that its texts take between the gutters. */
export interface Band {
  readonly left: number;
  readonly right: number;
}

/** The columns that lines of cells share: texts that overlap from above to below are of one column. */
export function bandsOf(lines: readonly PageLine[]): readonly Band[] {
  const spans = lines.flatMap(({ fragments }) => fragments).sort((a, b) => a.left - b.left);
  const bands: { left: number; right: number }[] = [];
  for (const { left, right } of spans) {
    const last = bands.at(-1);
    if (last !== undefined && left < last.right) last.right = Math.max(last.right, right);
    else bands.push({ left, right });
  }
  return bands;
}

/** The column that a fragment stands in; -1 where it reaches over several, or stands beside all. */
export function bandOf(fragment: Fragment, bands: readonly Band[]): number {
  const touched = bands.flatMap(({ left, right }, at) => (fragment.left < right && fragment.right > left ? [at] : []));
  return touched.length === 1 ? (touched[0] ?? -1) : -1;
}

/** Whether a line names columns: header words, and no figure among them. */
export function isHeaderLine({ fragments }: PageLine): boolean {
  const words = fragments.map(({ text }) => text);
  if (words.some((text) => figureIn(text) !== null || isReference(text))) return false;
  return fragments.length > 1 && words.some((text) => columnByHeader(text) !== null);
}

/** Whether a line of several fragments holds a figure or a reference, as a row of units does. */
export function isDataLine({ fragments }: PageLine): boolean {
  return (
    fragments.length > 1 && fragments.some(({ text }) => figureIn(text) !== null || isReference(text) || isOpen(text))
  );
}
