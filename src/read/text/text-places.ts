import { itemAt } from '../../domain/item-at.js';
import type { Place } from '../../domain/source.js';

/** Translates an offset into a text (in UTF-16 units, as editors count columns) to its place. */
export type Locate = (offset: number) => Place;

/** The first character of a file: the place of what concerns the file as a whole. */
export function startOf(file: string): Place {
  return { file, line: 1, column: 1 };
}

/** Prepares to translate offsets of `text`, whose lines end in `\n`; offsets beyond the end are taken as the end. */
export function indexLines(text: string, file: string): Locate {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return (offset) => {
    const within = Math.max(0, Math.min(offset, text.length));
    const line = lastAtOrBelow(starts, within);
    return { file, line: line + 1, column: within - itemAt(starts, line) + 1 };
  };
}

function lastAtOrBelow(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (itemAt(ascending, middle) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
