import type { Problem, Selection } from '../../src/domain/problem.js';

/** The units that a selection counts, as a text that is the same for every placement of them. */
export function unitsIn(problem: Problem, selection: Selection): string {
  const identities = selection.map((index) => {
    const entry = problem.entries[index];
    if (entry === undefined) throw new RangeError(`there is no entry ${index}`);
    return entry.identity;
  });
  return JSON.stringify([...new Set(identities)].sort());
}

/** Of two selections the one that counts the first entry on which they differ comes first: negative when that is `a`. */
export function compareInTable(a: Selection, b: Selection): number {
  const [left, right] = [new Set(a), new Set(b)];
  const differing = [...left, ...right].filter((index) => left.has(index) !== right.has(index));
  if (differing.length === 0) return 0;
  return left.has(Math.min(...differing)) ? -1 : 1;
}
