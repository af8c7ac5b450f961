import { error, type Issue } from '../../domain/issue.js';
import { didYouMean } from '../../domain/suggest.js';

/** A text of an option that may be meant for one qualification: `Q: TEXT`; null for all of them. */
export interface ForOne {
  readonly id: string | null;
  readonly text: string;
}

/** Tells `Q: TEXT` from a text that only has a colon in it: what stands before the colon is one of the ids. */
export function splitForOne(text: string, ids: readonly string[]): ForOne {
  for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
    const wanted = text.slice(0, colon).trim().toLowerCase();
    const id = ids.find((it) => it.toLowerCase() === wanted);
    if (id !== undefined) return { id, text: text.slice(colon + 1).trim() };
  }
  return { id: null, text };
}

/** An error for a statement of which nobody can tell which qualification it is meant for. */
export function notForOne(option: string, text: string, ids: readonly string[]): Issue {
  const before = text.includes(':') ? text.slice(0, text.indexOf(':')).trim() : '';
  const hint = before === '' ? '' : didYouMean(before, ids);
  const message = `Say which qualification this is for, as in ${option} "${ids[0] ?? 'ID'}: at least 2 units"${hint}; there are ${ids.join(', ')}.`;
  return error('unknown-qualification', message, { option: `${option} "${text}"` });
}
