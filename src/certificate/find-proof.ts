import { rowsOf, type Claim, type Tree } from './check.js';
import { countersFor, rowsAfterCounters, withoutUnused, type Counters } from './counters.js';
import { NoProof, Search } from './search.js';

/** How much may go into a proof. */
export interface Effort {
  /** How large a tree may become while it is looked for, in branches and leaves. */
  readonly nodes: number;
  /** How large the table of rows and columns may be, counters aside. */
  readonly cells: number;
}

/** What goes into a proof that is asked for, and into one that comes with an answer by itself. */
export const FULL: Effort = { nodes: 1000, cells: 4_000_000 };
export const LIGHT: Effort = { nodes: 60, cells: 40_000 };

/** Proofs of a claim with their counters, or why none was found. */
export type FoundProofs =
  | { readonly found: true; readonly counters: Claim['counters']; readonly proofs: readonly Tree[] }
  | { readonly found: false; readonly why: string };

/** Why a large proof is not looked for by itself. */
export const TOO_LARGE = 'the question is large, and a proof is looked for with --certificate only';

function tooLarge(cells: number): string {
  if (cells === LIGHT.cells) return TOO_LARGE;
  return `the table of its rows and columns has more than ${cells.toLocaleString('en-GB')} cells`;
}

function tooLong(nodes: number): string {
  const further = nodes === LIGHT.nodes ? ', and a longer one is looked for with --certificate only' : '';
  return `the proof has more than ${nodes} branches and leaves${further}`;
}

/** Looks for the proofs of a claim, one after the other, as {@link Search} does. */
export function findProofs(claim: Claim, effort: Effort = FULL): FoundProofs {
  const parts = claim.kind === 'optimal' ? claim.objectives.length : 1;
  const found: { readonly tree: Tree; readonly counters: Counters }[] = [];
  for (let proof = 0; proof < parts; proof++) {
    const one = findOne(claim, proof, effort);
    if ('why' in one) return { found: false, why: one.why };
    found.push(one);
  }
  return { found: true, counters: found.map(({ counters }) => counters), proofs: found.map(({ tree }) => tree) };
}

type Found = { readonly tree: Tree; readonly counters: Counters };

/** Most proofs are a leaf. Only where there is none are there counters, on which sums and parity turn. */
function findOne(claim: Claim, proof: number, { nodes, cells }: Effort): Found | { readonly why: string } {
  const { rows, low } = rowsOf({ ...claim, counters: [] }, proof);
  if (rows.length * low.length > cells) return { why: tooLarge(cells) };
  try {
    const leaf = search(claim, proof, [], Math.min(1, nodes));
    if (leaf !== null) return { tree: leaf, counters: [] };
    const counters = countersFor(claim, proof);
    const tree = search(claim, proof, counters, nodes);
    return tree === null ? { why: tooLong(nodes) } : withoutUnused(claim, proof, { tree, counters });
  } catch (thrown) {
    if (thrown instanceof NoProof) return { why: thrown.message };
    throw thrown;
  }
}

/** With objectives the last row is the aim; without, the last of the rule, as any row will do. */
function search(claim: Claim, proof: number, counters: Counters, nodes: number): Tree | null {
  const rows = rowsOf({ ...claim, counters: Array.from({ length: proof + 1 }, () => counters) }, proof);
  const isOfRule = rowsAfterCounters(claim, proof) === 0;
  const aim = rows.rows.length - 1 - (isOfRule ? 2 * counters.length : 0);
  return new Search(rows, aim, { entries: claim.size, most: nodes }).run();
}
