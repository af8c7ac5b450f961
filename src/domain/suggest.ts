import { distance } from 'fastest-levenshtein';

const LONGEST_COMPARED = 80;

/**
 * The candidate that `text` most likely stands for, or null when none is near: differences of case and white space
 * are free, and about one edit in three characters is forgiven.
 */
export function nearest(text: string, candidates: Iterable<string>): string | null {
  const wanted = simplify(text);
  let best: string | null = null;
  let bestDistance = Math.ceil(wanted.length / 3) + 1;
  for (const candidate of candidates) {
    const found = distance(wanted, simplify(candidate));
    if (found < bestDistance) {
      best = candidate;
      bestDistance = found;
    }
  }
  return best;
}

function simplify(text: string): string {
  return text
    .slice(0, LONGEST_COMPARED)
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
}

/** ` (did you mean CS 12?)`, or nothing when no candidate is near. */
export function didYouMean(text: string, candidates: Iterable<string>): string {
  const found = nearest(text, candidates);
  return found === null ? '' : ` (did you mean ${found}?)`;
}
