import { itemAt } from '../domain/item-at.js';
import { mostFractional, wholeBelow, wholeMultiples } from '../solvers/rounding.js';
import { SlackFailure, withSlackProgram, type SlackProgram } from '../solvers/slack-program.js';
import { slackSimplex } from '../solvers/slack-simplex.js';
import { refutes, rowsOf, type Box, type Claim, type Rows, type Sum, type Tree } from './check.js';

/** How much may go into a proof. */
export interface Effort {
  /** How large a tree may become while it is looked for, in branches and leaves. */
  readonly nodes: number;
  /** How large the table of rows and columns may be. */
  readonly cells: number;
}

/** Up to so many rows times columns nothing is loaded to find a proof. */
const MOST_CELLS = 40_000;

/** What goes into a proof that is asked for, and into one that comes with an answer by itself. */
export const FULL: Effort = { nodes: 4000, cells: Infinity };
export const LIGHT: Effort = { nodes: 60, cells: MOST_CELLS };

/** Proofs of a claim with their counters, or why none was found. */
export type FoundProofs =
  | { readonly found: true; readonly counters: Claim['counters']; readonly proofs: readonly Tree[] }
  | { readonly found: false; readonly why: string };

const CLAIM_FAILS = 'a selection meets all that is claimed to be impossible';

/** Why a large proof is not looked for by itself. */
export const TOO_LARGE = 'the question is large, and a proof is looked for with --certificate only';

function tooLong(nodes: number): string {
  const further = nodes === LIGHT.nodes ? ', and a longer one is looked for with --certificate only' : '';
  return `the proof has more than ${nodes} branches and leaves${further}`;
}

/** What cannot be proved, and why; thrown within the search only. */
class NoProof extends Error {}

/**
 * Looks for the proofs of a claim, a branch and bound for each. Without success within the limit it tries again with
 * counters, on which parity turns. Every leaf is tested exactly before it is kept, so that no solver is believed.
 */
export async function findProofs(claim: Claim, effort: Effort = FULL): Promise<FoundProofs> {
  const parts = claim.kind === 'optimal' ? claim.objectives.length : 1;
  const found: { readonly tree: Tree; readonly counters: Claim['counters'][number] }[] = [];
  for (let proof = 0; proof < parts; proof++) {
    const one = await findOne(claim, proof, effort);
    if ('why' in one) return { found: false, why: one.why };
    found.push(one);
  }
  return { found: true, counters: found.map(({ counters }) => counters), proofs: found.map(({ tree }) => tree) };
}

type Found = { readonly tree: Tree; readonly counters: Claim['counters'][number] };

async function findOne(
  claim: Claim,
  proof: number,
  { nodes, cells }: Effort,
): Promise<Found | { readonly why: string }> {
  const sets = countersFor(claim, proof);
  let why = '';
  for (const { counters, most } of attempts(sets, nodes)) {
    const rows = rowsOf({ ...claim, counters: Array.from({ length: proof + 1 }, () => counters) }, proof);
    if (rows.rows.length * rows.low.length > cells) return { why: TOO_LARGE };
    try {
      return { tree: await search(rows, claim.size, most), counters };
    } catch (thrown) {
      if (!(thrown instanceof NoProof || thrown instanceof SlackFailure)) throw thrown;
      why = thrown.message;
    }
  }
  return { why };
}

/** With how much a proof is looked for at first, without counters and then with them, before all that is allowed is. */
const [FIRST, SECOND] = [60, 400];

type Attempt = { readonly counters: Claim['counters'][number]; readonly most: number };

function attempts(sets: Claim['counters'][number], nodeLimit: number): readonly Attempt[] {
  if (sets.length === 0) return [{ counters: [], most: nodeLimit }];
  const sizes = [FIRST, SECOND].filter((most) => most < nodeLimit);
  const short = sizes.flatMap((most) => [
    { counters: [], most },
    { counters: sets, most },
  ]);
  return [...short, { counters: [], most: nodeLimit }, { counters: sets, most: nodeLimit }];
}

const MOST_COUNTERS = 6;

/** Sets of entries that rows look at with one factor, the largest first: how many of each are counted may be branched on. */
function countersFor(claim: Claim, proof: number): Claim['counters'][number] {
  const { rows } = rowsOf({ ...claim, counters: [] }, proof);
  const sets = new Map<string, readonly number[]>();
  for (const { terms } of rows) {
    for (const factor of new Set(terms.map((term) => term[1]))) {
      const set = terms.filter(([column, it]) => it === factor && column < claim.size).map(([column]) => column);
      if (set.length > 1)
        sets.set(
          set.join(),
          [...set].sort((a, b) => a - b),
        );
    }
  }
  return [...sets.values()].sort((a, b) => b.length - a.length).slice(0, MOST_COUNTERS);
}

async function search(rows: Rows, size: number, nodeLimit: number): Promise<Tree> {
  // HiGHS calls a program without rows empty, whatever its columns.
  if (rows.rows.length === 0) throw new NoProof(CLAIM_FAILS);
  let nodes = 0;
  const prove = (program: SlackProgram, box: Box): Tree => {
    nodes += 1;
    if (nodes > nodeLimit) throw new NoProof(tooLong(nodeLimit));
    const leaf = oneRow(rows.rows, box);
    if (leaf !== null) return leaf;
    const { point, weights } = program(box);
    for (const multiples of wholeMultiples(weights)) {
      const tried = leafOf(multiples);
      if (refutes(tried, rows.rows, box)) return shorten(tried, rows.rows, box);
    }
    const { at, most } = branchAt(point, box, size);
    const below = prove(program, { low: box.low, top: box.top.with(at, most) });
    return { at, most, 0: below, 1: prove(program, { low: box.low.with(at, most + 1), top: box.top }) };
  };
  // A long search is for HiGHS, which goes on from one program to the next.
  if (rows.rows.length * rows.low.length > MOST_CELLS || nodeLimit > SECOND) {
    return withSlackProgram(rows.rows, rows.low.length, (program) => prove(program, rows));
  }
  return prove(slackSimplex(rows.rows, rows.low.length), rows);
}

/** A row that the box alone refutes; null where there is none. */
function oneRow(rows: readonly Sum[], box: Box): readonly number[] | null {
  const row = rows.findIndex((_, at) => refutes([at, 1], rows, box));
  return row < 0 ? null : [row, 1];
}

function leafOf(multiples: readonly number[]): readonly number[] {
  return multiples.flatMap((times, row) => (times > 0 ? [row, times] : []));
}

/** Leaves out the rows without which the others contradict each other too. */
function shorten(leaf: readonly number[], rows: readonly Sum[], box: Box): readonly number[] {
  let kept = leaf;
  for (let at = leaf.length - 2; at >= 0; at -= 2) {
    const fewer = kept.toSpliced(at, 2);
    if (refutes(fewer, rows, box)) kept = fewer;
  }
  return kept;
}

/** Counters come first, then whatever is furthest from whole; where all is whole, any column that is still open. */
function branchAt(point: readonly number[], { low, top }: Box, size: number): { at: number; most: number } {
  const isCounter = (column: number): boolean => column >= size && itemAt(top, column) - itemAt(low, column) > 1;
  const open = (column: number): boolean => low[column] !== top[column];
  const fractional = mostFractional(point, (column) => (isCounter(column) ? 1 : 0));
  if (fractional !== null && open(fractional)) return { at: fractional, most: wholeBelow(itemAt(point, fractional)) };
  const at = low.findIndex((_, column) => open(column));
  const least = low[at];
  if (least === undefined) throw new NoProof(CLAIM_FAILS);
  return { at, most: least };
}
