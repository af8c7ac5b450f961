import { error, type Issue } from '../../domain/issue.js';
import { LARGEST_WHOLE_NUMBER, parseWholeNumber } from '../../domain/quantity.js';
import { nearest } from '../../domain/suggest.js';
import type { OpenValue } from '../../domain/unit.js';
import type { Cell } from './csv-cells.js';
import { quote } from '../text/quote.js';

/** How a table writes a value that is not confirmed yet. */
const OPEN = 'TBC';

/**
 * Reads a cell that holds a whole number, or `TBC` for an open value named `open`. Errors: an empty cell, text, a
 * fraction, a negative number, a number above {@link LARGEST_WHOLE_NUMBER}.
 */
export function readWholeNumber(cell: Cell, column: string, open: string): number | OpenValue | Issue {
  if (cell.text.toUpperCase() === OPEN) return { open };
  const value = parseWholeNumber(cell.text);
  return value ?? error('not-a-number', `The ${column} ${explain(cell.text)}.`, cell.place);
}

/** What is wrong with a text that was to be a whole number, as the end of a sentence. */
function explain(text: string): string {
  const found = quote(text);
  if (/^[-−–]\s*\d+([.,]\d+)?$/.test(text)) return `${found} is negative; it must be a whole number from 0 up`;
  if (/^\d{1,3}([ ,.']\d{3})+$/.test(text))
    return `${found} must be written in plain digits: ${text.replace(/\D/g, '')}`;
  if (/^\d+[.,]0+$/.test(text)) return `${found} must be written as a whole number: ${text.replace(/\D.*/, '')}`;
  if (/^\d*[.,]\d+$/.test(text)) return `${found} is a fraction; it must be a whole number`;
  if (/^\d+$/.test(text)) return `${found} is too large; at most ${LARGEST_WHOLE_NUMBER} is accepted`;
  const hint = nearest(text, [OPEN]) === null ? '' : ` (did you mean ${OPEN}?)`;
  return `${found} is not a whole number${hint}`;
}
