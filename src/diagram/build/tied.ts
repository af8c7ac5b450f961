import { weightsWithin, type Formula } from './formula.js';

const MOST_TIED = 4;

/**
 * Entries that a condition on a few of them ties to another group: a unit listed twice, two units that bar each other.
 * 1 for an entry that is tied to a later group, and best stands at the end of its own; -1 for one tied to an earlier
 * group, which best stands at the beginning. `rankOf` gives the place of an entry's group, or null for an entry that is
 * to be left out.
 */
export function tiedEntries(
  conjuncts: readonly Formula[],
  rankOf: (index: number) => number | null,
): ReadonlyMap<number, 1 | -1> {
  const ties = new Map<number, 1 | -1>();
  for (const formula of conjuncts) {
    const read = readBy(formula).flatMap((index) => {
      const rank = rankOf(index);
      return rank === null ? [] : [{ index, rank }];
    });
    const ranks = read.map(({ rank }) => rank);
    const [earliest, latest] = [Math.min(...ranks), Math.max(...ranks)];
    if (read.length > MOST_TIED || earliest === latest) continue;
    for (const { index, rank } of read) {
      if (rank === earliest) ties.set(index, 1);
      else if (rank === latest) ties.set(index, -1);
    }
  }
  return ties;
}

/** Every entry that the formula looks at. */
function readBy(formula: Formula): readonly number[] {
  const read = new Set<number>();
  for (const weights of weightsWithin([formula])) {
    for (const [index, weight] of weights.entries()) if (weight !== 0) read.add(index);
  }
  return [...read];
}
