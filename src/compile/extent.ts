import type { Selection } from '../domain/problem.js';
import type { Column, LinearExpression } from '../program/linear-program.js';

/** What each column may still be, and how far expressions over the columns can reach given that. */
export class Extent {
  readonly #lower: number[];
  readonly #upper: number[];
  readonly #cliqueOf: (number | undefined)[] = [];

  /** `cliques` are sets of columns of which at most one may be 1. */
  constructor(size: number, cliques: readonly Selection[]) {
    this.#lower = Array.from({ length: size }, () => 0);
    this.#upper = Array.from({ length: size }, () => 1);
    for (const [number, clique] of cliques.entries()) for (const column of clique) this.#cliqueOf[column] = number;
  }

  /** Columns with their bounds. */
  get columns(): readonly Column[] {
    return this.#lower.map((lower, index) => ({ lower, upper: this.#high(index) }));
  }

  /** Adds a column that is 0 or 1 and says where it is. */
  addColumn(): number {
    this.#upper.push(1);
    return this.#lower.push(0) - 1;
  }

  /** Fixes a column at 0 or 1. */
  fix(column: number, value: 0 | 1): void {
    this.#lower[column] = value;
    this.#upper[column] = value;
  }

  /** The least value the expression can take. */
  least({ terms, constant }: LinearExpression): number {
    return constant + this.#reach(terms, Math.min, Infinity);
  }

  /** The greatest value the expression can take. */
  greatest({ terms, constant }: LinearExpression): number {
    return constant + this.#reach(terms, Math.max, -Infinity);
  }

  /**
   * The open columns that the expression leaves no choice if it is to be at least 0: all of them, each at its best,
   * when only that reaches 0; otherwise none.
   */
  forcedBy(it: LinearExpression): readonly { readonly column: number; readonly value: 0 | 1 }[] {
    const best = it.terms.map(({ column, factor }) => factor * (factor > 0 ? this.#high(column) : this.#low(column)));
    if (best.reduce((sum, value) => sum + value, it.constant) !== 0) return [];
    const open = it.terms.filter(({ column }) => this.#low(column) < this.#high(column));
    return open.map(({ column, factor }) => ({ column, value: factor > 0 ? 1 : 0 }));
  }

  /** In each clique at most one column counts: only its most extreme contribution is taken. */
  #reach(terms: LinearExpression['terms'], pick: (a: number, b: number) => number, worst: number): number {
    let total = 0;
    const cliques = new Map<number, { extreme: number; fixed: number | null }>();
    for (const { column, factor } of terms) {
      const clique = this.#cliqueOf[column];
      if (clique === undefined) {
        total += pick(factor * this.#low(column), factor * this.#high(column));
        continue;
      }
      const seen = cliques.get(clique) ?? { extreme: worst, fixed: null };
      if (this.#low(column) === 1) seen.fixed = factor;
      if (this.#high(column) === 1) seen.extreme = pick(seen.extreme, factor);
      cliques.set(clique, seen);
    }
    for (const { extreme, fixed } of cliques.values()) total += fixed ?? (extreme === worst ? 0 : pick(0, extreme));
    return total;
  }

  #low(column: number): number {
    return boundAt(this.#lower, column);
  }

  #high(column: number): number {
    return boundAt(this.#upper, column);
  }
}

function boundAt(bounds: readonly number[], column: number): number {
  const bound = bounds[column];
  if (bound === undefined) throw new RangeError(`there is no column ${column}`);
  return bound;
}
