import type { Qualification } from './qualification.js';
import { piecesNamed } from './identity.js';
import { itemAt } from './item-at.js';
import type { Scales } from './scale.js';
import type { Statement } from './statement.js';
import type { Entry } from './unit.js';
import { matches, type UnitFilter } from './unit-filter.js';

/**
 * The question that all three readings of a rule answer: which sets of `entries` meet every one of `conditions`, with
 * at most one entry of each identity. `achieved[i]` says whether the learner holds the unit of entry `i`.
 */
export interface Problem {
  readonly qualification: Qualification;
  readonly entries: readonly Entry[];
  readonly conditions: readonly Statement[];
  readonly achieved: readonly boolean[];
  /** What makes the figures of each quantity whole; nothing but `weight.ts` looks at it. */
  readonly scales: Scales;
  /**
   * Where what is held can be used in several ways, as a unit that is accepted for either of two, the other ways, each
   * as `achieved` has the first. Questions look at all of them and take the one that is best; the three readings of a
   * rule look at `achieved` alone.
   */
  readonly otherWays?: readonly (readonly boolean[])[];
}

/** The units of a qualification, whatever its rule. */
export type Units = Omit<Qualification, 'rule'>;

/** A set of entries by their indices, ascending; nothing is said about whether it meets a rule. */
export type Selection = readonly number[];

/** Indices of the entries that the filter passes in this problem. */
export function select(problem: Problem, filter: UnitFilter): number[] {
  return problem.entries.filter((entry) => passes(problem, filter, entry)).map(({ index }) => index);
}

/** Whether the filter passes an entry of this problem. */
export function passes(problem: Problem, filter: UnitFilter, entry: Entry): boolean {
  return matches(filter, entry, isAchieved(problem, entry), problem.qualification.identities);
}

/** The pieces of learning that a list of units names in this problem, each once. */
export function piecesOf({ qualification: { identities } }: Problem, units: readonly string[]): ReadonlySet<string> {
  return piecesNamed(identities, units);
}

/** The entry at an index, which must be one. */
export function entryAt({ entries }: Problem, index: number): Entry {
  return itemAt(entries, index);
}

/** Whether the learner of this problem holds the entry's unit. */
export function isAchieved(problem: Problem, entry: Entry): boolean {
  return problem.achieved[entry.index] === true;
}

/** Entries of one piece of learning, for each that is listed more than once: at most one of them counts. */
export function repeatedEntries(problem: Problem): readonly Selection[] {
  const byIdentity = new Map<string, number[]>();
  for (const { identity, index } of problem.entries) {
    byIdentity.set(identity, [...(byIdentity.get(identity) ?? []), index]);
  }
  return [...byIdentity.values()].filter((indices) => indices.length > 1);
}
