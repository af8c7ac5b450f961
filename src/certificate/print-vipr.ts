import { itemAt } from '../domain/item-at.js';
import { rowsOf, type Claim, type Rows, type Tree } from './check.js';

/** A column's bound: the number of the constraint that says it, and the bound. */
interface Bound {
  readonly by: number;
  readonly at: number;
}

type Side = 'low' | 'top';
type BoundsOf = Readonly<Record<Side, readonly Bound[]>>;

/**
 * Proof number `proof` of a claim for a checker of VIPR 1.0: the rows as constraints over whole-numbered variables, and the
 * tree as derivations that they cannot all hold. `comment` says what the rows are.
 */
export function printVipr(claim: Claim, proof: number, comment: readonly string[]): string {
  const { rows, low, top } = rowsOf(claim, proof);
  const columns = [...low.keys()];
  const bounds: BoundsOf = {
    low: low.map((at, column) => ({ by: rows.length + 2 * column, at })),
    top: top.map((at, column) => ({ by: rows.length + 2 * column + 1, at })),
  };
  const constraints = [
    ...rows.map(({ terms, plus }, row) => {
      return `r${row} G ${-plus} ${terms.length}${terms.map(([column, factor]) => ` ${column} ${factor}`).join('')}`;
    }),
    ...columns.flatMap((column) => [
      `l${column} G ${low[column]} 1 ${column} 1`,
      `u${column} L ${top[column]} 1 ${column} 1`,
    ]),
  ];
  const derived: string[] = [];
  derive(
    itemAt(claim.proofs, proof),
    { rows, low, top },
    bounds,
    (line) => derived.push(line) - 1 + constraints.length,
  );
  return [
    ...comment.map((line) => `% ${line}`),
    'VER 1.0',
    `VAR ${columns.length}`,
    columns.map((column) => `x${column}`).join(' '),
    `INT ${columns.length}`,
    columns.join(' '),
    'OBJ min',
    '0',
    `CON ${constraints.length} ${2 * columns.length}`,
    ...constraints,
    'RTP infeas',
    'SOL 0',
    `DER ${derived.length}`,
    ...derived,
    '',
  ].join('\n');
}

/** Adds the derivations of a tree, and gives the number of the last: that nothing is at least one. */
function derive(tree: Tree, rows: Rows, bounds: BoundsOf, add: (line: string) => number): number {
  if (!('most' in tree)) {
    const parts = combination(tree, rows, bounds);
    return add(`c G 1 0 { lin ${parts.length}${parts.map(([by, times]) => ` ${by} ${times}`).join('')} } -1`);
  }
  const { at, most } = tree;
  const less = add(`a L ${most} 1 ${at} 1 { asm } -1`);
  const first = derive(tree[0], rows, { low: bounds.low, top: bounds.top.with(at, { by: less, at: most }) }, add);
  const more = add(`a G ${most + 1} 1 ${at} 1 { asm } -1`);
  const second = derive(tree[1], rows, { low: bounds.low.with(at, { by: more, at: most + 1 }), top: bounds.top }, add);
  return add(`c G 1 0 { uns ${first} ${less} ${second} ${more} } -1`);
}

/** The rows of a leaf with their multiples, and the bounds that take every column out of their sum. */
function combination(
  leaf: readonly number[],
  { rows }: Rows,
  { low, top }: BoundsOf,
): readonly (readonly [number, bigint])[] {
  const factors = new Map<number, bigint>();
  const parts: (readonly [number, bigint])[] = [];
  for (let at = 0; at < leaf.length; at += 2) {
    const [row = -1, times = 0] = [leaf[at], leaf[at + 1]];
    parts.push([row, BigInt(times)]);
    for (const [column, factor] of rows[row]?.terms ?? []) {
      factors.set(column, (factors.get(column) ?? 0n) + factor * BigInt(times));
    }
  }
  for (const [column, factor] of factors) {
    const bound = (factor > 0n ? top : low)[column];
    if (factor !== 0n && bound !== undefined) parts.push([bound.by, -factor]);
  }
  return parts;
}
