const CONNECTS = /(?:[,–&/-]|\b(?:and|or|of|the|in|for|to|an?|with|on|at|by|from))$/i;
const BEGINS_WITHIN = /^[\p{Ll}(&/]/u;

/** Whether a text is the rest of a title: it begins with a small letter, or the title cannot end as it does. */
export function goesOn(title: string, more: string): boolean {
  return BEGINS_WITHIN.test(more) || CONNECTS.test(title);
}

/** Why a title may have lost a part; null where it reads as a whole. */
export function cutOff(title: string): string | null {
  if (/^\p{Ll}{2}/u.test(title))
    return 'The title begins with a small letter; its beginning may stand in the row above.';
  const last = CONNECTS.exec(title)?.[0];
  return last === undefined ? null : `The title ends with '${last}'; its rest may stand in the row below.`;
}
