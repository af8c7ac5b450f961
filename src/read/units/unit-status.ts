import { error, type Issue } from '../../domain/issue.js';
import { quote } from '../../domain/quote.js';
import { didYouMean } from '../../domain/suggest.js';
import { isBlank } from '../table/figure-cell.js';
import type { Cell } from '../table/cells.js';

/** The columns that may say how far a learner is with a unit. */
export const STATUS_COLUMNS = ['status', 'result', 'grade'] as const;

const HELD = ['achieved', 'pass', 'merit', 'distinction', 'complete', 'credit transfer', 'exempt'];
const NOT_HELD = ['fail', 'referred', 'withdrawn', 'registered', 'in progress'];

/** Whether a unit is held by what its status says: a word of records, blank for not; an issue for any other word. */
export function readStatus(cell: Cell): boolean | Issue {
  const word = cell.text
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
  if (isBlank(cell.text) || NOT_HELD.includes(word)) return false;
  if (HELD.includes(word)) return true;
  const known = [...HELD, ...NOT_HELD];
  const hint = didYouMean(word, known);
  const message = `${quote(cell.text)} does not say whether the unit is held${hint}; known here: ${known.join(', ')}.`;
  return error('unknown-status', message, cell.place);
}
