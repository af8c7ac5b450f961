import { error, type Issue } from '../../domain/issue.js';
import { quote } from '../../domain/quote.js';
import { didYouMean } from '../../domain/suggest.js';
import { isBlank } from '../table/figure-cell.js';
import type { Cell } from '../table/cells.js';

/** The columns that may say how far a learner is with a unit. */
export const STATUS_COLUMNS = ['status', 'result', 'grade'] as const;

const HELD = ['achieved', 'pass', 'merit', 'distinction', 'complete', 'credit transfer', 'exempt'];
const NOT_HELD = ['fail', 'referred', 'withdrawn', 'registered', 'in progress'];
const WORDS: ReadonlyMap<string, boolean> = new Map([
  ...HELD.map((word) => [word, true] as const),
  ...NOT_HELD.map((word) => [word, false] as const),
]);

/** Whether a unit is held by what its status says: a word of records, blank for not; null for any other text. */
export function statusOf(text: string): boolean | null {
  if (isBlank(text.trim())) return false;
  return WORDS.get(wordOf(text)) ?? null;
}

/** As {@link statusOf} for a cell; an issue for a word that does not say. */
export function readStatus(cell: Cell): boolean | Issue {
  return statusOf(cell.text) ?? error('unknown-status', unknownStatus(cell.text), cell.place);
}

/** What is to be said of a text that does not tell whether a unit is held. */
export function unknownStatus(text: string): string {
  const known = [...WORDS.keys()];
  const hint = didYouMean(wordOf(text), known);
  return `${quote(text)} does not say whether the unit is held${hint}; known here: ${known.join(', ')}.`;
}

function wordOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
}
