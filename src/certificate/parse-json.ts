const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/gsu;

/**
 * The value of a JSON text. Throws a SyntaxError for any other text, and for an object that has a field twice: the last one
 * would count, and somebody who reads the text may have seen the first.
 */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  /** The fields of each object that is open, the innermost last; null for a list. */
  const open: (Set<string> | null)[] = [];
  let last = '';
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':') addField(open.at(-1) ?? null, last);
    last = token;
  }
  return value;
}

function addField(fields: Set<string> | null, token: string): void {
  const name = String(JSON.parse(token));
  if (fields?.has(name)) throw new SyntaxError(`a field is there twice: ${JSON.stringify(name)}`);
  fields?.add(name);
}
