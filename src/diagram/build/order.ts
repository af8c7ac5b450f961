import type { Problem } from '../../domain/problem.js';
import { weightOf } from '../../domain/weight.js';
import { itemAt } from '../at.js';
import { weightsWithin, type Formula, type Sum } from './formula.js';
import { settledEntries } from './settled.js';
import { tiedEntries } from './tied.js';

/**
 * Entry indices in the order in which a diagram decides them. The order changes nothing but the size of the diagram;
 * this one came out best by measurement, on the qualifications at hand and on the made-up ones of the benchmark:
 *
 * 1. entries that the rule leaves no choice about, which then cost one node each;
 * 2. group by group, from the group that can add the least credit to the one that can add the most: what must be
 *    remembered between two groups are the sums so far, and this keeps them few for as long as possible;
 * 3. at the end of a group those of its entries that a condition ties to a later group, at its beginning those tied to
 *    an earlier one;
 * 4. within a group entries that the same sums count next to each other, those of the most sums first, heavy ones
 *    before light ones.
 */
export function orderEntries(problem: Problem, conjuncts: readonly Formula[]): readonly number[] {
  const settled = settledEntries(conjuncts, problem.entries.length);
  const ranks = groupRanks(problem, conjuncts);
  const rankOf = (index: number): number => {
    const rank = ranks.get(itemAt(problem.entries, index).group);
    if (rank === undefined) throw new Error('a group of the table has no rank');
    return rank;
  };
  const ties = tiedEntries(conjuncts, (index) => (settled.has(index) ? null : rankOf(index)));
  const sums = [...weightsWithin(conjuncts)];
  const keys = problem.entries.map(({ index }): readonly number[] => {
    if (settled.has(index)) return [0, index];
    return [1, rankOf(index), ties.get(index) ?? 0, ...likeness(index, sums), index];
  });
  return problem.entries.map(({ index }) => index).sort((a, b) => compare(itemAt(keys, a), itemAt(keys, b)));
}

/** How many sums count the entry, which ones, and how much: all negative, so that more comes first. */
function likeness(index: number, sums: readonly (readonly number[])[]): readonly number[] {
  const weights = sums.map((sum) => itemAt(sum, index));
  const counts = weights.map((weight): number => (weight === 0 ? 0 : -1));
  return [counts.reduce((a, b) => a + b, 0), ...counts, ...weights.map((weight) => -weight)];
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < a.length; at++) {
    const difference = itemAt(a, at) - itemAt(b, at);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The place of each group: by the most credit that it can add, then as the unit table has them. */
function groupRanks(problem: Problem, conjuncts: readonly Formula[]): ReadonlyMap<string, number> {
  const caps = conjuncts.flatMap((formula) =>
    formula.kind === 'sum' && formula.interval.max !== null ? [formula] : [],
  );
  const members = new Map<string, number[]>();
  for (const { group, index } of problem.entries) members.set(group, [...(members.get(group) ?? []), index]);
  // Credit that nobody knows is in no sum, and an order needs no figure to be right.
  const credits = problem.entries.map((entry) => (entry.credit === null ? 0 : weightOf(problem, entry, 'credits')));
  const reach = [...members].map(([group, indices]) => ({ group, most: mostFrom(indices, credits, caps) }));
  return new Map(reach.sort((a, b) => a.most - b.most).map(({ group }, rank) => [group, rank]));
}

/** The most credit that the entries can add under the tightest cap that counts none but them. */
function mostFrom(indices: readonly number[], credits: readonly number[], caps: readonly Sum[]): number {
  const members = new Set(indices);
  const own = caps.filter(({ weights }) => weights.every((weight, index) => weight === 0 || members.has(index)));
  const total = indices.reduce((sum, index) => sum + itemAt(credits, index), 0);
  return Math.min(total, ...own.map((cap) => mostUnder(cap, indices, credits)));
}

/** Fills the cap with the entries of most credit for their weight, the last one in part. */
function mostUnder({ weights, interval }: Sum, indices: readonly number[], credits: readonly number[]): number {
  let room = interval.max ?? Infinity;
  let most = 0;
  const items = indices.map((index) => ({ credit: itemAt(credits, index), weight: itemAt(weights, index) }));
  for (const { credit, weight } of items.sort((a, b) => b.credit * a.weight - a.credit * b.weight)) {
    const part = weight <= room ? 1 : Math.max(0, room) / weight;
    most += part * credit;
    room -= part * weight;
  }
  return most;
}
