import { warning, type Issue } from '../../domain/issue.js';
import { quote } from '../../domain/quote.js';
import type { Place } from '../../domain/source.js';
import { withoutInvisible } from '../text/invisible.js';

/** Whether a reference names a unit that the answer can make use of. */
export type KnowsUnit = (reference: string) => boolean;

/**
 * The unit that the head of a column names: a reference, or one with a title behind it (`CS 30: Title`, `CS 30 - Title`,
 * `CS 30 (Title)`). Null for a column of something else.
 */
export function unitInHead(head: string, knows: KnowsUnit): string | null {
  const text = withoutInvisible(head).trim();
  const before = text.split(/\s*(?::|\(|\n|\s[-–—]\s)/, 1).join('');
  return [text, before].find((reference) => reference !== '' && knows(reference)) ?? null;
}

/** A warning for the columns of a markbook that are no units here. */
export function leftOutColumns(heads: readonly string[], place: Place): Issue[] {
  if (heads.length === 0) return [];
  const which = heads.length === 1 ? 'The column' : 'The columns';
  const told = quote(heads.join(', '), LONGEST_LIST);
  const message = `${which} ${told} of this markbook ${heads.length === 1 ? 'is' : 'are'} left out: no such unit is known here.`;
  return [warning('markbook-column', message, place)];
}

const LONGEST_LIST = 120;
