import type { Tree } from './check.js';
import { arrayOf, objectOf, wholeOf } from './shape.js';

/** The most branches above a leaf: no certificate comes near, and a reader that goes deeper runs out of its stack. */
const DEEPEST = 1000;

/** Reads the tree of a proof; throws a SyntaxError with its place. */
export function readTree(value: unknown, place: string, depth = 0): Tree {
  if (Array.isArray(value)) {
    const leaf = arrayOf(value, place, (it, at) => wholeOf(it, at, Number.MAX_SAFE_INTEGER));
    if (leaf.length % 2 !== 0) throw new SyntaxError(`${place} has a row without its multiple`);
    return leaf;
  }
  if (depth > DEEPEST) throw new SyntaxError(`${place} is deeper than ${DEEPEST} branches`);
  const branch = objectOf(value, place, ['at', 'most', '0', '1']);
  return {
    at: wholeOf(branch.at, `${place}.at`, Number.MAX_SAFE_INTEGER),
    most: wholeOf(branch.most, `${place}.most`, Number.MAX_SAFE_INTEGER),
    0: readTree(branch['0'], `${place}.0`, depth + 1),
    1: readTree(branch['1'], `${place}.1`, depth + 1),
  };
}
