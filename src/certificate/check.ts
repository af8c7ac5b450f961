/* A claim about a rule, proved again in exact arithmetic: whoever believes this file need not believe any solver. */

/** A condition `terms + plus >= 0` over columns that are 0 or 1, each named once; whole factors. */
export interface Sum {
  readonly terms: readonly (readonly [column: number, factor: bigint])[];
  readonly plus: bigint;
}

/** A rule in its plainest form: a sum, or "at least so many of these hold". */
export type Formula = Sum | { readonly least: number; readonly of: readonly Formula[] };

/** Row, times, row, times ... of a leaf, or a column that is at most `most` in tree 0 and more in tree 1. */
export type Tree =
  readonly number[] | { readonly at: number; readonly most: number; readonly 0: Tree; readonly 1: Tree };

/**
 * What is claimed of the selections of `size` entries that meet `rule` and count at most one of each set in `once`.
 * `optimal`: no pathway is better than these values, objectives taken in order; one listed comes to them. `infeasible`:
 * there is no pathway. `complete`: every pathway whose values are all at most these counts the units of a listed one.
 */
export interface Claim {
  readonly kind: 'optimal' | 'infeasible' | 'complete';
  readonly size: number;
  /** Entries by unit; every entry is in one set. */
  readonly once: readonly (readonly number[])[];
  readonly rule: readonly Formula[];
  /** 0 at the value that is claimed, more where a selection is better, less where it is worse. */
  readonly objectives: readonly Sum[];
  readonly pathways: readonly (readonly number[])[];
  readonly counters: readonly (readonly (readonly number[])[])[];
  readonly proofs: readonly Tree[];
}

/** Whole numbers that the columns lie between, one a column. */
export type Box = { readonly low: readonly number[]; readonly top: readonly number[] };

/** What is to be shown impossible: rows over whole-numbered columns. */
export type Rows = Box & { readonly rows: readonly Sum[] };

/** Proved with so many leaves; or why not and where: in which proof, and the steps (0 or 1) down to the leaf. */
export type Verdict = { readonly proved: true; readonly leaves: number } | Refusal;
type Refusal = { readonly proved: false; readonly why: string; readonly where: string };

/** The condition that holds exactly where this one does not. */
export function not(formula: Formula): Formula {
  if ('of' in formula) return { least: formula.of.length - formula.least + 1, of: formula.of.map(not) };
  return { terms: formula.terms.map(([column, factor]) => [column, -factor]), plus: -formula.plus - 1n };
}

function valueAt({ terms, plus }: Sum, counted: ReadonlySet<number>): bigint {
  return terms.reduce((sum, [column, factor]) => (counted.has(column) ? sum + factor : sum), plus);
}

/** Whether a formula holds for a selection. */
export function holds(formula: Formula, counted: ReadonlySet<number>): boolean {
  if ('of' in formula) return formula.of.filter((part) => holds(part, counted)).length >= formula.least;
  return valueAt(formula, counted) >= 0n;
}

/** The least or greatest that a sum comes to in a box. */
function extreme({ terms, plus }: Sum, { low, top }: Box, most: boolean): bigint {
  return terms.reduce((sum, [column, factor]) => {
    const end = (factor > 0n === most ? top : low)[column];
    if (end === undefined) throw new RangeError(`there is no column ${column}`);
    return sum + factor * BigInt(end);
  }, plus);
}

/** The same for whole numbers with the factors divided by what they share, and what is left over cut off. */
function reduce({ terms, plus }: Sum): Sum {
  const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
  const shared = terms.reduce((sofar, [, factor]) => gcd(sofar, factor < 0n ? -factor : factor), 0n);
  if (shared <= 1n) return { terms, plus };
  const rest = ((plus % shared) + shared) % shared;
  return { terms: terms.map(([column, factor]) => [column, factor / shared]), plus: (plus - rest) / shared };
}

/**
 * The rows of proof number `proof`: every selection that meets the rule and is better than claimed meets them, with the
 * right values of the columns that are added. In order: the rule, `once`, counters, objectives, listed pathways.
 */
export function rowsOf({ kind, size, once, rule, objectives, pathways, counters }: Claim, proof: number): Rows {
  const rows: Sum[] = [];
  const [low, top] = [Array.from({ length: size }, () => 0), Array.from({ length: size }, () => 1)];
  const addColumn = (most: number): number => Math.min(low.push(0), top.push(most)) - 1;
  // A formula that has to hold, or only where the column `when` is 1.
  const add = (formula: Formula, when: number | null): void => {
    if (!('of' in formula)) {
      const [sum, lowest] = [reduce(formula), extreme(reduce(formula), { low, top }, false)];
      if (lowest < 0n)
        rows.push(when === null ? sum : { terms: [...sum.terms, [when, lowest]], plus: sum.plus - lowest });
      return;
    }
    const { least, of } = formula;
    if (least <= 0) return;
    if (least === of.length) return of.forEach((part) => add(part, when));
    const shown = of.map((part) => [part, addColumn(1)] as const);
    const terms = shown.map(([, column]) => [column, 1n] as const);
    const needed = BigInt(least);
    rows.push(when === null ? { terms, plus: -needed } : { terms: [...terms, [when, -needed]], plus: 0n });
    for (const [part, column] of shown) add(part, column);
  };
  const ones = (columns: readonly number[], factor: bigint): (readonly [number, bigint])[] =>
    columns.map((column) => [column, factor]);
  for (const formula of rule) add(formula, null);
  for (const set of once) if (set.length > 1) rows.push({ terms: ones(set, -1n), plus: 1n });
  for (const set of counters[proof] ?? []) {
    const column = addColumn(set.length);
    rows.push({ terms: [...ones(set, 1n), [column, -1n]], plus: 0n });
    rows.push({ terms: [...ones(set, -1n), [column, 1n]], plus: 0n });
  }
  for (const [at, { terms, plus }] of objectives.slice(0, kind === 'optimal' ? proof + 1 : undefined).entries()) {
    rows.push(reduce({ terms, plus: kind === 'optimal' && at === proof ? plus - 1n : plus }));
  }
  for (const pathway of kind === 'complete' ? pathways : []) {
    const counted = once.filter((set) => set.some((column) => pathway.includes(column)));
    const others = once.filter((set) => !counted.includes(set));
    rows.push({ terms: [...ones(counted.flat(), -1n), ...ones(others.flat(), 1n)], plus: BigInt(counted.length) - 1n });
  }
  return { rows, low, top };
}

/** Whether whole, positive multiples of rows ask together for more than the columns let through. */
export function refutes(leaf: readonly number[], rows: readonly Sum[], box: Box): boolean {
  const factors = new Map<number, bigint>();
  let plus = 0n;
  for (let at = 0; at < leaf.length; at += 2) {
    const [row, times] = [rows[leaf[at] ?? -1], leaf[at + 1]];
    if (row === undefined || times === undefined || !Number.isSafeInteger(times) || times <= 0) return false;
    for (const [column, factor] of row.terms) {
      factors.set(column, (factors.get(column) ?? 0n) + factor * BigInt(times));
    }
    plus += row.plus * BigInt(times);
  }
  return extreme({ terms: [...factors], plus }, box, true) < 0n;
}

/** Counts the leaves of a tree, each of which must refute its part of the columns; or says which does not. */
function walk(tree: Tree, rows: readonly Sum[], { low, top }: Box, path: string): number | Refusal {
  const refuse = (why: string): Refusal => ({ proved: false, why, where: path });
  if (!('most' in tree)) return refutes(tree, rows, { low, top }) ? 1 : refuse('its rows do not contradict each other');
  const { at, most } = tree;
  const [least, greatest] = [low[at], top[at]];
  if (least === undefined || greatest === undefined) return refuse(`there is no column ${at}`);
  if (!Number.isSafeInteger(most) || most < least || most >= greatest) return refuse('its branch divides nothing');
  const first = walk(tree[0], rows, { low, top: top.with(at, most) }, `${path}0`);
  if (typeof first !== 'number') return first;
  const second = walk(tree[1], rows, { low: low.with(at, most + 1), top }, `${path}1`);
  return typeof second === 'number' ? first + second : second;
}

/** Why the shape of a claim, or one of its pathways, is wrong; null where nothing is. */
function fault({ kind, rule, once, objectives, pathways, proofs }: Claim): string | null {
  if (kind === 'optimal' && pathways.length > 1) return 'a best pathway is one pathway';
  if (kind === 'infeasible' && pathways.length + objectives.length > 0) return 'the impossible has no pathway or value';
  if (proofs.length !== (kind === 'optimal' ? objectives.length : 1)) return 'the number of proofs is wrong';
  for (const pathway of pathways) {
    const counted = new Set(pathway);
    const twice = once.some((set) => set.filter((column) => counted.has(column)).length > 1);
    if (twice || !rule.every((part) => holds(part, counted))) return 'a listed pathway does not meet the rule';
    const gaps = objectives.map((objective) => valueAt(objective, counted));
    if (gaps.some((gap) => (kind === 'optimal' ? gap !== 0n : gap < 0n))) return 'a listed pathway has another value';
  }
  return null;
}

/** Whether a claim is proved. The claim must be well-formed, as the reader of certificates makes it. */
export function check(claim: Claim): Verdict {
  const wrong = fault(claim);
  if (wrong !== null) return { proved: false, why: wrong, where: 'the claim' };
  let leaves = 0;
  for (const [proof, tree] of claim.proofs.entries()) {
    const { rows, ...box } = rowsOf(claim, proof);
    const found = walk(tree, rows, box, '');
    if (typeof found !== 'number') return { ...found, where: `proof ${proof + 1}, leaf /${found.where}` };
    leaves += found;
  }
  return { proved: true, leaves };
}
