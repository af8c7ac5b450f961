import {
  sizeOf,
  SlackFailure,
  type Bounds,
  type Shortfall,
  type SlackProgram,
  type SlackRow,
} from './slack-program.js';

/*
 * The simplex method for columns with bounds, as it is taught: a full table, in floating point. Nothing has to be loaded for
 * it, and for the few rows of one rule it is done before HiGHS has started. What it says is a hint, as with HiGHS.
 *
 * Variables: the columns, the slack s, and for each row what is above 0 of it, w = factors . columns + s + plus. At any time
 * some are basic, and each basic one is a sum over the others, which lie at one of their bounds.
 */

const NOTHING = 1e-9;
/** Steps after which a table is given up, for each row and column. */
const STEPS = 20;

/** Asks of real numbers how far rows are from being met all at once. Throws a {@link SlackFailure} where it gets nowhere. */
export function slackSimplex(rows: readonly SlackRow[], columns: number): SlackProgram {
  const sizes = rows.map(sizeOf);
  const factors = rows.map(({ terms }, at) => {
    const row = new Float64Array(columns + 1);
    for (const [column, factor] of terms) row[column] = Number(factor) / itemAt(sizes, at);
    row[columns] = 1;
    return row;
  });
  const plus = rows.map((row, at) => Number(row.plus) / itemAt(sizes, at));
  return (bounds) => {
    const table = new Table(factors, plus, bounds);
    const { slack, point, weights } = table.solve();
    return { slack, point, weights: weights.map((weight, at) => weight / itemAt(sizes, at)) };
  };
}

class Table {
  /** For each row its basic variable as a sum over those that are not. */
  readonly #rows: Float64Array[];
  readonly #basic: Int32Array;
  readonly #value: Float64Array;
  readonly #others: Int32Array;
  readonly #atTop: Uint8Array;
  readonly #low: Float64Array;
  readonly #top: Float64Array;
  readonly #slack: number;

  constructor(factors: readonly Float64Array[], plus: readonly number[], { low, top }: Bounds) {
    const columns = low.length;
    this.#slack = columns;
    this.#rows = factors.map((row) => row.slice());
    this.#basic = Int32Array.from(factors, (_, row) => columns + 1 + row);
    this.#others = Int32Array.from({ length: columns + 1 }, (_, at) => at);
    this.#atTop = new Uint8Array(columns + 1);
    this.#low = Float64Array.from([...low, 0, ...plus.map(() => 0)]);
    this.#top = Float64Array.from([...top, Infinity, ...plus.map(() => Infinity)]);
    this.#value = Float64Array.from(factors, (row, at) => {
      return low.reduce((sum, bound, column) => sum + bound * (row[column] ?? 0), itemAt(plus, at));
    });
  }

  solve(): Shortfall {
    let worst = 0;
    for (let row = 1; row < this.#value.length; row++) if (at(this.#value, row) < at(this.#value, worst)) worst = row;
    if (at(this.#value, worst) >= -NOTHING) return this.#told(0);
    this.#step(this.#slack, 1, -at(this.#value, worst), worst, false);
    for (let steps = STEPS * (this.#rows.length + this.#others.length); steps > 0; steps--) {
      const slackRow = this.#basic.indexOf(this.#slack);
      if (slackRow < 0) return this.#told(0);
      const entering = this.#entering(itemAt(this.#rows, slackRow));
      if (entering < 0) return this.#told(at(this.#value, slackRow), itemAt(this.#rows, slackRow));
      this.#go(entering);
    }
    throw new SlackFailure('a linear program was not solved in as many steps as are allowed');
  }

  /** The variable whose move lowers the slack most; -1 where none does. */
  #entering(row: Float64Array): number {
    let [best, most] = [-1, NOTHING];
    for (let place = 0; place < this.#others.length; place++) {
      const gain = this.#atTop[place] === 1 ? at(row, place) : -at(row, place);
      if (gain <= most) continue;
      const variable = at(this.#others, place);
      if (at(this.#low, variable) < at(this.#top, variable)) [best, most] = [place, gain];
    }
    return best;
  }

  /** Moves a variable until something meets a bound. */
  #go(place: number): void {
    const direction = this.#atTop[place] === 1 ? -1 : 1;
    const variable = at(this.#others, place);
    let [length, leaving, toTop, steepest] = [at(this.#top, variable) - at(this.#low, variable), -1, false, 0];
    for (let row = 0; row < this.#rows.length; row++) {
      const slope = direction * at(itemAt(this.#rows, row), place);
      if (Math.abs(slope) < NOTHING) continue;
      const basic = at(this.#basic, row);
      const bound = slope < 0 ? at(this.#low, basic) : at(this.#top, basic);
      const room = Math.max(0, (bound - at(this.#value, row)) / slope);
      if (room > length || (room === length && Math.abs(slope) <= steepest)) continue;
      [length, leaving, toTop, steepest] = [room, row, slope > 0, Math.abs(slope)];
    }
    if (length === Infinity) throw new SlackFailure('a linear program has no end');
    this.#step(place, direction, length, leaving, toTop);
  }

  #step(place: number, direction: number, length: number, leaving: number, toTop: boolean): void {
    const variable = at(this.#others, place);
    const start = at(this.#atTop[place] === 1 ? this.#top : this.#low, variable);
    for (let row = 0; row < this.#rows.length; row++) {
      this.#value[row] = at(this.#value, row) + direction * length * at(itemAt(this.#rows, row), place);
    }
    if (leaving < 0) {
      this.#atTop[place] = 1 - at(this.#atTop, place);
      return;
    }
    this.#exchange(leaving, place);
    this.#others[place] = at(this.#basic, leaving);
    this.#atTop[place] = toTop ? 1 : 0;
    this.#basic[leaving] = variable;
    this.#value[leaving] = start + direction * length;
  }

  /** Solves the row of a basic variable for another one, and puts that into all other rows. */
  #exchange(leaving: number, place: number): void {
    const pivot = itemAt(this.#rows, leaving);
    const by = at(pivot, place);
    for (let other = 0; other < pivot.length; other++) pivot[other] = -at(pivot, other) / by;
    pivot[place] = 1 / by;
    for (const [row, own] of this.#rows.entries()) {
      const factor = at(own, place);
      if (row === leaving || factor === 0) continue;
      own[place] = 0;
      for (let other = 0; other < own.length; other++) own[other] = at(own, other) + factor * at(pivot, other);
    }
  }

  #told(slack: number, row: Float64Array | null = null): Shortfall {
    const point = Array.from({ length: this.#slack }, () => 0);
    const weights = Array.from({ length: this.#rows.length }, () => 0);
    for (const [place, variable] of this.#others.entries()) {
      if (variable < this.#slack) point[variable] = at(this.#atTop[place] === 1 ? this.#top : this.#low, variable);
      else if (variable > this.#slack && row !== null)
        weights[variable - this.#slack - 1] = Math.max(0, at(row, place));
    }
    for (const [place, variable] of this.#basic.entries()) {
      if (variable < this.#slack) point[variable] = at(this.#value, place);
    }
    return { slack, point, weights };
  }
}

function at(array: Float64Array | Int32Array | Uint8Array, index: number): number {
  const value = array[index];
  if (value === undefined) throw new RangeError(`${index} is outside of ${array.length}`);
  return value;
}

function itemAt<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`${index} is outside of ${items.length}`);
  return item;
}
