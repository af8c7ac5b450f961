import { isHeaderLine, type Band } from './bands.js';
import type { PageLine } from './fragment.js';
import type { KnownWords } from './hyphens.js';
import { readScope, type Carried, type PagePart } from './page-table.js';

/** Reads the lines of one page from above to below. `carried` is what the page before ends in. */
export function readPage(
  lines: readonly PageLine[],
  carried: Carried,
  words: KnownWords,
): { readonly parts: readonly PagePart[]; readonly bands: readonly Band[] | null } {
  const parts: PagePart[] = [];
  let { bands, last } = carried;
  for (const scope of scopesOf(lines)) {
    const read = readScope(scope, { bands, last }, words);
    parts.push(...read.parts);
    bands = read.bands;
    // Only what stands at the top of a page is the rest of a row on the page before.
    last = null;
  }
  return { parts, bands };
}

/** Headers begin tables of their own; lines of a wrapped header stand close together, and what is right above one may be its first line. */
function scopesOf(lines: readonly PageLine[]): readonly (readonly PageLine[])[] {
  const scopes: PageLine[][] = [[]];
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    const close = before !== undefined && line.y - before.y < 1.3 * line.size;
    const wrapped = scopes.at(-1)?.some((it) => isHeaderLine(it) && line.y - it.y < 3 * line.size) === true;
    const begins = isHeaderLine(line) && !(close && wrapped);
    if (begins) {
      const above =
        close &&
        before !== undefined &&
        before.fragments.length === 1 &&
        (before.fragments[0]?.text.split(' ').length ?? 9) <= 3;
      const first = above ? scopes.at(-1)?.pop() : undefined;
      scopes.push(first === undefined ? [line] : [first, line]);
    } else scopes.at(-1)?.push(line);
  });
  return scopes.filter((scope) => scope.length > 0);
}
