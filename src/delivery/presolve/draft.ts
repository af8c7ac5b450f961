import { itemAt } from '../../domain/item-at.js';
import type { LinearProgram, Row, Term } from '../../program/linear-program.js';

/** A row that is still being worked on; Infinity stands for no bound. */
export interface DraftRow {
  terms: Map<number, number>;
  min: number;
  max: number;
}

/** How the value of a column that was taken out follows from those that stayed. */
type Undo = { readonly column: number; readonly terms: readonly Term[]; readonly constant: number };

/** A minimising program that is being made smaller: columns by their first numbers, rows that may vanish, and the way back. */
export class Draft {
  readonly lower: number[];
  readonly upper: number[];
  readonly cost: Float64Array;
  rows: DraftRow[];
  constant: number;
  /** Whether a row was found that nothing can meet. */
  impossible = false;
  readonly #gone = new Set<number>();
  readonly #undo: Undo[] = [];

  constructor({ sense, columns, rows, objective }: LinearProgram) {
    if (sense !== 'minimise') throw new RangeError('only what is to be least is made smaller');
    this.lower = columns.map(({ lower }) => lower);
    this.upper = columns.map(({ upper }) => upper);
    this.cost = new Float64Array(columns.length);
    for (const { column, factor } of objective.terms) this.cost[column] = factor;
    this.constant = objective.constant;
    this.rows = rows.map(draftRow);
  }

  get columnCount(): number {
    return this.lower.length;
  }

  low(column: number): number {
    return itemAt(this.lower, column);
  }

  high(column: number): number {
    return itemAt(this.upper, column);
  }

  costOf(column: number): number {
    const cost = this.cost[column];
    if (cost === undefined) throw new RangeError(`there is no column ${column}`);
    return cost;
  }

  isOpen(column: number): boolean {
    return !this.#gone.has(column) && this.low(column) < this.high(column);
  }

  isBinary(column: number): boolean {
    return this.isOpen(column) && this.low(column) === 0 && this.high(column) === 1;
  }

  /** Narrows a column; true when that is news. Bounds that cross make the program impossible. */
  narrow(column: number, lower: number, upper: number): boolean {
    const [low, high] = [Math.max(this.low(column), lower), Math.min(this.high(column), upper)];
    if (low > high) {
      this.impossible = true;
      return false;
    }
    if (low === this.low(column) && high === this.high(column)) return false;
    this.lower[column] = low;
    this.upper[column] = high;
    return true;
  }

  /** Takes a column out: from here on it is the sum of the terms. `used` are the rows it stands in. */
  replace(column: number, terms: readonly Term[], used: readonly DraftRow[]): void {
    this.#undo.push({ column, terms, constant: 0 });
    this.#gone.add(column);
    for (const row of used) {
      const factor = row.terms.get(column);
      if (factor === undefined) continue;
      row.terms.delete(column);
      for (const term of terms) addTerm(row.terms, term.column, factor * term.factor);
    }
    const cost = this.costOf(column);
    for (const term of terms) this.cost[term.column] = this.costOf(term.column) + cost * term.factor;
    this.cost[column] = 0;
  }

  /** What is left as a program, with the way back to a point of the first one. */
  finish(): { readonly program: LinearProgram; readonly lift: (point: readonly number[]) => readonly number[] } {
    const open = [...this.lower.keys()].filter((column) => this.isOpen(column));
    const place = new Map(open.map((column, at) => [column, at]));
    const terms = open.flatMap((column, at) => {
      const factor = this.costOf(column);
      return factor === 0 ? [] : [{ column: at, factor }];
    });
    let { constant } = this;
    for (const column of this.lower.keys()) {
      if (!this.#gone.has(column) && !place.has(column)) constant += this.costOf(column) * this.low(column);
    }
    const program: LinearProgram = {
      sense: 'minimise',
      columns: open.map((column) => ({ lower: this.low(column), upper: this.high(column) })),
      rows: this.rows.map((row) => finishedRow(row, place, (column) => this.low(column))),
      objective: { terms, constant },
    };
    return { program, lift: (point) => this.#lift(place, point) };
  }

  #lift(place: ReadonlyMap<number, number>, point: readonly number[]): readonly number[] {
    const values = this.lower.map((low, column) => {
      const at = place.get(column);
      return at === undefined ? low : itemAt(point, at);
    });
    for (const { column, terms, constant } of this.#undo.toReversed()) {
      values[column] = terms.reduce((sum, term) => sum + term.factor * itemAt(values, term.column), constant);
    }
    return values;
  }
}

function draftRow({ terms, interval: { min, max } }: Row): DraftRow {
  return {
    terms: new Map(terms.map(({ column, factor }) => [column, factor])),
    min: min ?? -Infinity,
    max: max ?? Infinity,
  };
}

/** Adds a factor to a column's term; a factor of nothing is no term. */
export function addTerm(terms: Map<number, number>, column: number, factor: number): void {
  const sum = (terms.get(column) ?? 0) + factor;
  if (sum === 0) terms.delete(column);
  else terms.set(column, sum);
}

function finishedRow(row: DraftRow, place: ReadonlyMap<number, number>, low: (column: number) => number): Row {
  let fixed = 0;
  const terms: Term[] = [];
  for (const [column, factor] of row.terms) {
    const at = place.get(column);
    if (at === undefined) fixed += factor * low(column);
    else terms.push({ column: at, factor });
  }
  return {
    terms: terms.sort((a, b) => a.column - b.column),
    interval: {
      min: row.min === -Infinity ? null : row.min - fixed,
      max: row.max === Infinity ? null : row.max - fixed,
    },
  };
}
