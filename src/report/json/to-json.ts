/** Characters that a terminal may act on or that do not show; JSON has an escape for each. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * A document as JSON. Control characters and marks that do not show are escaped, so that the data come through
 * unchanged and no terminal acts on them.
 */
export function toJson(document: unknown, indent = 0): string {
  return JSON.stringify(document, null, indent)
    .split('\n')
    .map((line) => line.replace(HIDDEN, escape))
    .join('\n');
}

function escape(character: string): string {
  let escaped = '';
  for (let at = 0; at < character.length; at++) {
    escaped += `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`;
  }
  return escaped;
}
