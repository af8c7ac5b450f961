import type { Side } from '../../diagram/build/common.js';
import { identify, identityOf, type Equivalence } from '../../domain/identity.js';
import { itemAt } from '../../domain/item-at.js';
import type { Problem, Selection } from '../../domain/problem.js';
import { evaluate } from '../../evaluate/evaluate.js';
import type { Pathway } from '../../evaluate/certify.js';
import { printStatement } from '../../notation/print-statement.js';

export type { Side };

/** Both problems with their pieces of learning under shared names: references, URNs and `same` rows of either. */
export function sidesOf(
  before: Problem,
  after: Problem,
  equivalences: readonly Equivalence[],
): readonly [before: Side, after: Side] {
  const identities = identify([...before.entries, ...after.entries], equivalences);
  const side = (problem: Problem): Side => ({
    problem,
    pieces: problem.entries.map(({ ref }) => identityOf(identities, ref)),
  });
  return [side(before), side(after)];
}

const MOST_PLACEMENTS = 4096;

/** Every way to count the same units under the other rule; none where it does not list one of them. */
export function placements(one: Side, other: Side, selection: Selection): readonly Selection[] {
  let all: readonly Selection[] = [[]];
  for (const index of selection) {
    const piece = itemAt(one.pieces, index);
    const places = [...other.pieces.keys()].filter((at) => other.pieces[at] === piece);
    all = all.flatMap((it) => places.map((place) => [...it, place])).slice(0, MOST_PLACEMENTS);
  }
  return all.map((it) => it.toSorted((a, b) => a - b));
}

/**
 * What a pathway of one rule does not meet of the other: units that are not listed there, and then statements as
 * printed, of the placement that breaks fewest. Empty only where it is a pathway there too.
 */
export function whyNot({ selection, entries }: Pathway, one: Side, other: Side): readonly string[] {
  const missing = entries.filter(({ index }) => !other.pieces.includes(itemAt(one.pieces, index)));
  const listed = selection.filter((index) => other.pieces.includes(itemAt(one.pieces, index)));
  const broken = placements(one, other, listed).map((placed) =>
    evaluate(other.problem, placed)
      .conditions.filter(({ holds }) => !holds)
      .map(({ statement }) => printStatement(statement)),
  );
  const [fewest = []] = broken.sort((a, b) => a.length - b.length);
  // Without its units a pathway cannot stand, whatever the others of them come to.
  return missing.length > 0 ? missing.map(({ ref }) => `${ref} is not listed`) : fewest;
}
