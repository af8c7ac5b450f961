/*
 * Measures of runs as rows. With the columns of runs s, in slots that are compared with k[slot] runs of the plan that is kept,
 *
 * Unknowns    y[u]     unit u is delivered, where some measure counts units
 *             d[slot]  how many runs of the slot differ from what was kept, where some measure counts changes and k[slot] > 0
 * Rows        sum of the runs of u <= (most runs of u) y[u]
 *             sum of the runs of the slot - d[slot] <= k[slot]        -(sum) - d[slot] <= -k[slot]
 *
 * As measures are sums of 0 or more, y and d may be larger than they need to be, and never gain by it. A unit of one run
 * at most needs no y, and a slot in which nothing was kept no d: its runs are its changes.
 */
import { itemAt } from '../../domain/item-at.js';
import { atMost } from '../../domain/interval.js';
import type { Column, Row, Term } from '../../program/linear-program.js';
import type { RunLimit, RunMeasure } from './run-measure.js';

/** Columns of runs that are compared with the plan that is kept, and how many there were. */
export interface RunSlot {
  readonly columns: readonly number[];
  readonly kept: number;
}

/** The columns and rows of measures, put behind those that a program has. */
export class MeasuredRuns {
  readonly #columns: Column[];
  readonly #rows: Row[];
  readonly #runs: readonly (readonly number[])[];
  readonly #slots: readonly RunSlot[];
  /** By unit the columns of which one is 1 when it is delivered. */
  #delivered: readonly (readonly number[])[] = [];
  #changes: readonly (readonly number[])[] = [];
  /** What the columns of this class are at a point, in their order. */
  readonly #follow: ((point: readonly number[]) => number)[] = [];

  /** `runs` are the columns of runs by unit. */
  constructor(columns: Column[], rows: Row[], runs: readonly (readonly number[])[], slots: readonly RunSlot[]) {
    this.#columns = columns;
    this.#rows = rows;
    this.#runs = runs;
    this.#slots = slots;
  }

  /** The terms of a measure. */
  termsOf({ perRun, perUnit, perChange }: RunMeasure): Term[] {
    const factors = new Map<number, number>();
    const add = (columns: readonly number[], factor: number): void => {
      for (const column of columns) factors.set(column, (factors.get(column) ?? 0) + factor);
    };
    for (const [unit, columns] of this.#runs.entries()) add(columns, itemAt(perRun, unit));
    if (perUnit > 0) for (const columns of this.#deliveredColumns()) add(columns, perUnit);
    if (perChange > 0) for (const columns of this.#changeColumns()) add(columns, perChange);
    return [...factors].flatMap(([column, factor]) => (factor === 0 ? [] : [{ column, factor }]));
  }

  /** Adds the row of a limit. */
  limit({ measure, most }: Pick<RunLimit, 'measure' | 'most'>): void {
    this.#rows.push({ terms: this.termsOf(measure), interval: atMost(most) });
  }

  /** A point with the columns of this class behind those that were there before. */
  extend(point: readonly number[]): readonly number[] {
    return [...point, ...this.#follow.map((of) => of(point))];
  }

  #deliveredColumns(): readonly (readonly number[])[] {
    if (this.#delivered.length > 0) return this.#delivered;
    this.#delivered = this.#runs.map((columns) => {
      const most = this.#mostOf(columns);
      if (most <= 1) return columns;
      const column = this.#add(1, (point) => (sumAt(point, columns) > 0 ? 1 : 0));
      this.#rows.push({ terms: [...termsOf(columns, 1), { column, factor: -most }], interval: atMost(0) });
      return [column];
    });
    return this.#delivered;
  }

  #changeColumns(): readonly (readonly number[])[] {
    if (this.#changes.length > 0) return this.#changes;
    this.#changes = this.#slots.map(({ columns, kept }) => {
      if (kept === 0) return columns;
      const upper = Math.max(kept, this.#mostOf(columns) - kept);
      const column = this.#add(upper, (point) => Math.abs(sumAt(point, columns) - kept));
      const less = { column, factor: -1 };
      this.#rows.push({ terms: [...termsOf(columns, 1), less], interval: atMost(kept) });
      this.#rows.push({ terms: [...termsOf(columns, -1), less], interval: atMost(-kept) });
      return [column];
    });
    return this.#changes;
  }

  #mostOf(columns: readonly number[]): number {
    return columns.reduce((sum, column) => sum + itemAt(this.#columns, column).upper, 0);
  }

  #add(upper: number, follow: (point: readonly number[]) => number): number {
    this.#follow.push(follow);
    return this.#columns.push({ lower: 0, upper }) - 1;
  }
}

function termsOf(columns: readonly number[], factor: number): Term[] {
  return columns.map((column) => ({ column, factor }));
}

function sumAt(point: readonly number[], columns: readonly number[]): number {
  return columns.reduce((sum, column) => sum + itemAt(point, column), 0);
}
