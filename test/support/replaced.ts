import { equivalentsOf, identityOf, type Equivalence } from '../../src/domain/identity.js';
import type { Qualification } from '../../src/domain/qualification.js';

type Use = { readonly unit: string; readonly as: string | null };
const OLD = '(stands for what replaced it)';

/** What held units cover when each is used as told; new ones that are not listed pass on what they stand for. */
function coveredBy({ entries, identities }: Qualification, rows: readonly Equivalence[], uses: readonly Use[]) {
  const listed = new Set(entries.map(({ identity }) => identity));
  const had = new Set(uses.flatMap(({ unit, as }) => (as === OLD ? [unit] : [])));
  const covered = new Set(uses.flatMap(({ as }) => (as === null || as === OLD ? [] : [as])));
  const pairs = rows
    .filter(({ kind }) => kind === 'replaces')
    .map(({ unit, other }) => [identityOf(identities, unit), identityOf(identities, other)] as const)
    .filter(([old, other]) => old !== other);
  for (let round = 0; round < rows.length; round++) {
    for (const [, other] of pairs) {
      const needed = pairs.filter(([, it]) => it === other).map(([old]) => old);
      if (needed.every((unit) => had.has(unit))) (listed.has(other) ? covered : had).add(other);
    }
  }
  return covered;
}

/**
 * What held units can cover, by brute force: every use of every held unit, tried one by one, under the rows of an
 * equivalences table. Each answer is the identities covered; of all of them only those that no other one contains.
 */
export function everyUse(
  qualification: Qualification,
  rows: readonly Equivalence[],
  held: readonly string[],
): ReadonlySet<string>[] {
  const { identities, entries } = qualification;
  const mayBe = (unit: string): (string | null)[] => {
    const own = entries.filter(({ identity }) => identity === unit || equivalentsOf(identities, unit).has(identity));
    return [null, OLD, ...new Set(own.map(({ identity }) => identity))];
  };
  const give = ([first, ...others]: readonly string[]): Use[][] => {
    if (first === undefined) return [[]];
    return give(others).flatMap((rest) =>
      mayBe(first)
        .filter((as) => as === null || as === OLD || rest.every((use) => use.as !== as))
        .map((as) => [...rest, { unit: first, as }]),
    );
  };
  const pieces = [...new Set(held.map((reference) => identityOf(identities, reference)))];
  const all = give(pieces).map((uses) => coveredBy(qualification, rows, uses));
  const best = all.filter(
    (it) => !all.some((other) => other.size > it.size && [...it].every((piece) => other.has(piece))),
  );
  return [...new Map(best.map((it) => [JSON.stringify([...it].sort()), it])).values()];
}
