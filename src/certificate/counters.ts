import { itemAt } from '../domain/item-at.js';
import { rowsOf, type Claim, type Sum, type Tree } from './check.js';

/** Lists of entries; how many of each are counted is a column that a tree may branch on. */
export type Counters = Claim['counters'][number];

/** The most counters that a proof is looked for with. */
const MOST = 16;

/** The entries of each row, as "so many units from A" is what most rows turn on, and then those of one factor in it; large sets first. */
export function countersFor(claim: Claim, proof: number): Counters {
  const { rows } = rowsOf({ ...claim, counters: [] }, proof);
  const entriesOf = (terms: Sum['terms']): readonly number[] =>
    terms.flatMap(([column]) => (column < claim.size ? [column] : [])).sort((a, b) => a - b);
  const whole = rows.map(({ terms }) => entriesOf(terms));
  const alike = rows.flatMap(({ terms }) =>
    [...new Set(terms.map(([, factor]) => factor))].map((factor) => entriesOf(terms.filter(([, it]) => it === factor))),
  );
  const sets = [whole, alike].flatMap((of) =>
    of.filter(({ length }) => length > 1).sort((a, b) => b.length - a.length),
  );
  return [...new Map(sets.map((set) => [set.join(), set])).values()].slice(0, MOST);
}

/** A tree over rows with `counters`, and those of them that it looks at; rows and columns numbered as with these alone. */
export function withoutUnused(
  claim: Claim,
  proof: number,
  { tree, counters }: { readonly tree: Tree; readonly counters: Counters },
): { readonly tree: Tree; readonly counters: Counters } {
  const bare = rowsOf({ ...claim, counters: [] }, proof);
  const columns = bare.low.length;
  const first = bare.rows.length - rowsAfterCounters(claim, proof);
  const used = new Set<number>();
  visit(tree, {
    row: (row) => used.add((row - first) >> 1),
    column: (column) => used.add(column - columns),
  });
  const kept = [...counters.keys()].filter((at) => used.has(at));
  const left = (at: number): number => kept.filter((it) => it < at).length;
  const rowNow = (row: number): number => {
    const past = Math.min(row - first, 2 * counters.length);
    return past < 0 ? row : row - past + 2 * left(past >> 1) + (past < 2 * counters.length ? past % 2 : 0);
  };
  const columnNow = (column: number): number => (column < columns ? column : columns + left(column - columns));
  return { tree: renumbered(tree, rowNow, columnNow), counters: kept.map((at) => itemAt(counters, at)) };
}

/** How many rows of a proof come after those of its counters. */
export function rowsAfterCounters({ kind, objectives, pathways }: Claim, proof: number): number {
  if (kind === 'optimal') return proof + 1;
  return objectives.length + (kind === 'complete' ? pathways.length : 0);
}

interface Visitor {
  readonly row: (row: number) => void;
  readonly column: (column: number) => void;
}

function visit(tree: Tree, seen: Visitor): void {
  if (!('most' in tree)) return tree.forEach((row, at) => (at % 2 === 0 ? seen.row(row) : undefined));
  seen.column(tree.at);
  visit(tree[0], seen);
  visit(tree[1], seen);
}

function renumbered(tree: Tree, row: (row: number) => number, column: (column: number) => number): Tree {
  if (!('most' in tree)) return tree.map((it, at) => (at % 2 === 0 ? row(it) : it));
  const { at, most } = tree;
  return { at: column(at), most, 0: renumbered(tree[0], row, column), 1: renumbered(tree[1], row, column) };
}
