import { flatten } from '../document.js';

/** Words that a document holds in the midst of its lines, in small letters: by them a broken word is told from one with a hyphen. */
export type KnownWords = ReadonlySet<string>;

const WORD = /\p{L}+(?:-\p{L}+)*/gu;
const BROKEN = /(\p{L}+(?:-\p{L}+)*)- (\p{Ll}\p{L}*)/gu;

/** The words of texts. */
export function knownWords(texts: Iterable<string>): KnownWords {
  const words = new Set<string>();
  for (const text of texts) for (const [word] of text.matchAll(WORD)) words.add(word.toLowerCase());
  return words;
}

/** Lines as one text, and words that were broken at a hyphen of which nobody knows whether it is their own. */
export interface Joined {
  readonly text: string;
  readonly unsure: readonly string[];
}

/** Joins lines. A word that is broken at a hyphen loses it where the document has the word without it elsewhere, and only so. */
export function joinLines(lines: readonly string[], words: KnownWords): Joined {
  const unsure: string[] = [];
  const text = flatten(lines.join(' ')).replace(BROKEN, (_, before: string, after: string) => {
    const [kept, whole] = [`${before}-${after}`, `${before}${after}`];
    const [hasKept, hasWhole] = [words.has(kept.toLowerCase()), words.has(whole.toLowerCase())];
    if (!hasKept && !hasWhole) unsure.push(kept);
    return hasWhole && !hasKept ? whole : kept;
  });
  return { text, unsure };
}
