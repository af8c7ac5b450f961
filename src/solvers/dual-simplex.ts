/** A row `factors . columns + plus >= 0`. */
export interface WholeRow {
  readonly terms: readonly (readonly [column: number, factor: bigint])[];
  readonly plus: bigint;
}

/** Bounds of columns, one a column. */
export interface Bounds {
  readonly low: readonly number[];
  readonly top: readonly number[];
}

/** How rows stand within bounds as far as floating point says: one of them fails, all can be met, or nobody knows yet. */
export type Standing = 'refuted' | 'open' | 'unknown';

/*
 * The dual simplex method for columns with bounds, as it is taught: a full table, in floating point. It asks how large one
 * row, the aim, can be where all others are met. Every column has bounds, and where each is at the one that is better for the
 * aim is a start; when bounds get narrower the table is one to go on from.
 *
 * Variables: the columns, and then, for each row but the aim, what is above 0 of it. Some are basic, and each of them, and
 * the aim, is a sum over the others, which lie at one of their bounds.
 */
interface Table {
  /** The largest factor of each row, by which it is measured. */
  readonly sizes: readonly number[];
  readonly aim: number;
  readonly columns: number;
  /** Line by line the basic variables and, last, the aim, as sums over those that are not basic. */
  readonly cells: Float64Array;
  /** What each line comes to. */
  readonly values: Float64Array;
  readonly basic: Int32Array;
  readonly others: Int32Array;
  readonly atTop: Uint8Array;
  readonly low: Float64Array;
  readonly top: Float64Array;
}

const NOTHING = 1e-9;
/** How far a basic variable may be outside of its bounds. */
const OUTSIDE = 1e-7;
/** Steps after which a table is given up, for each row and column. */
const STEPS = 10;

/** Rows within bounds that get narrower. All that it says is a hint, and no proof. */
export class DualSimplex {
  readonly #table: Table;
  /** The line whose variable cannot be within its bounds, and whether it is too low; null where there is none. */
  #broken: { readonly line: number; readonly isLow: boolean } | null = null;

  private constructor(table: Table) {
    this.#table = table;
  }

  /** The rows, of which there is one at least, within bounds; how large row number `aim` can be is what is asked. */
  static of(rows: readonly WholeRow[], aim: number, { low, top }: Bounds): DualSimplex {
    const columns = low.length;
    const sizes = rows.map(sizeOf);
    const order = [...rows.keys()].filter((row) => row !== aim).concat(aim);
    const cells = new Float64Array(order.length * columns);
    for (const [line, row] of order.entries()) {
      for (const [column, factor] of itemAt(rows, row).terms) {
        cells[line * columns + column] = Number(factor) / itemAt(sizes, row);
      }
    }
    const last = (order.length - 1) * columns;
    const atTop = Uint8Array.from(low, (_, column) => (doubleAt(cells, last + column) > 0 ? 1 : 0));
    const starts = low.map((bound, column) => (atTop[column] === 1 ? itemAt(top, column) : bound));
    const values = Float64Array.from(order, (row, line) =>
      starts.reduce(
        (sum, value, column) => sum + value * doubleAt(cells, line * columns + column),
        Number(itemAt(rows, row).plus) / itemAt(sizes, row),
      ),
    );
    const further = order.slice(1);
    return new DualSimplex({
      sizes,
      aim,
      columns,
      cells,
      values,
      atTop,
      basic: Int32Array.from(further, (_, line) => columns + line),
      others: Int32Array.from(low.keys()),
      low: Float64Array.from([...low, ...further.map(() => 0)]),
      top: Float64Array.from([...top, ...further.map(() => Infinity)]),
    });
  }

  /** The same with a column within narrower bounds. */
  narrowed(column: number, low: number, top: number): DualSimplex {
    const { cells, values, basic, others, atTop, ...rest } = this.#table;
    const found = new DualSimplex({
      ...rest,
      cells: cells.slice(),
      values: values.slice(),
      basic: basic.slice(),
      others: others.slice(),
      atTop: atTop.slice(),
      low: rest.low.slice(),
      top: rest.top.slice(),
    });
    found.#narrow(column, low, top);
    return found;
  }

  #narrow(column: number, low: number, top: number): void {
    const place = this.#table.others.indexOf(column);
    const before = place < 0 ? 0 : this.#boundOf(place);
    this.#table.low[column] = low;
    this.#table.top[column] = top;
    if (place >= 0) this.#move(place, this.#boundOf(place) - before);
  }

  /** The most that the aim can be as far as is known: what it comes to now. */
  get most(): number {
    const { values, basic, sizes, aim } = this.#table;
    return doubleAt(values, basic.length) * itemAt(sizes, aim);
  }

  /** Goes on until the aim cannot be 0, or a row cannot be met, or all are met, or so many steps are done. */
  solve(steps = STEPS * this.#table.low.length): Standing {
    const { values, basic, low } = this.#table;
    for (let left = steps; left >= 0; left--) {
      if (doubleAt(values, basic.length) < -NOTHING) return 'refuted';
      const line = this.#worst();
      if (line < 0) return 'open';
      const isLow = doubleAt(values, line) < doubleAt(low, intAt(basic, line));
      const place = this.#entering(line, isLow);
      if (place < 0) {
        this.#broken = { line, isLow };
        return 'refuted';
      }
      if (left > 0) this.#exchange(line, place, isLow);
    }
    return 'unknown';
  }

  /** Where the columns are. */
  point(): readonly number[] {
    const { columns, basic, others, values } = this.#table;
    const point = Array.from({ length: columns }, () => 0);
    for (const [place, variable] of others.entries()) if (variable < columns) point[variable] = this.#boundOf(place);
    for (const [line, variable] of basic.entries()) if (variable < columns) point[variable] = doubleAt(values, line);
    return point;
  }

  /** By row how often to take it so that their sum is below 0 whatever the columns are, where they are refuted. */
  weights(): readonly number[] {
    const { sizes, aim, columns, cells, basic, others } = this.#table;
    const weights = sizes.map(() => 0);
    const put = (variable: number, weight: number): void => {
      const line = variable - columns;
      if (line >= 0) weights[line < aim ? line : line + 1] = Math.max(0, weight);
    };
    const { line, isLow } = this.#broken ?? { line: basic.length, isLow: true };
    for (const [place, variable] of others.entries()) {
      const cell = doubleAt(cells, line * columns + place);
      put(variable, isLow ? -cell : cell);
    }
    if (this.#broken === null) weights[aim] = 1;
    else put(intAt(basic, line), 1);
    return weights.map((weight, row) => weight / itemAt(sizes, row));
  }

  /** The bound that a variable lies at that is not basic. */
  #boundOf(place: number): number {
    const { others, atTop, low, top } = this.#table;
    return doubleAt(atTop[place] === 1 ? top : low, intAt(others, place));
  }

  /** The line whose variable is furthest outside of its bounds; -1 where none is. */
  #worst(): number {
    const { values, basic, low, top } = this.#table;
    let [found, most] = [-1, OUTSIDE];
    for (let line = 0; line < basic.length; line++) {
      const [value, variable] = [doubleAt(values, line), intAt(basic, line)];
      const outside = Math.max(doubleAt(low, variable) - value, value - doubleAt(top, variable));
      if (outside > most) [found, most] = [line, outside];
    }
    return found;
  }

  /** Whose move brings a line back at the least cost to the aim; -1 where nobody's does. */
  #entering(line: number, isLow: boolean): number {
    const { cells, columns, basic, others, atTop, low, top } = this.#table;
    let [found, least, steepest] = [-1, Infinity, 0];
    for (let place = 0; place < columns; place++) {
      const slope = doubleAt(cells, line * columns + place);
      const size = Math.abs(slope);
      const variable = intAt(others, place);
      if (size < NOTHING || doubleAt(low, variable) >= doubleAt(top, variable)) continue;
      if ((atTop[place] === 1 ? slope < 0 : slope > 0) !== isLow) continue;
      const cost = Math.abs(doubleAt(cells, basic.length * columns + place)) / size;
      if (cost > least + NOTHING || (cost > least - NOTHING && size <= steepest)) continue;
      [found, least, steepest] = [place, Math.min(cost, least), size];
    }
    return found;
  }

  /** Moves a variable that is not basic, and every line with it. */
  #move(place: number, by: number): void {
    const { cells, columns, values } = this.#table;
    if (by === 0) return;
    for (let line = 0; line < values.length; line++) {
      values[line] = doubleAt(values, line) + by * doubleAt(cells, line * columns + place);
    }
  }

  /** Puts the variable of a line to the bound that it is beyond, and another one in its place. */
  #exchange(line: number, place: number, isLow: boolean): void {
    const { cells, columns, values, basic, others, atTop, low, top } = this.#table;
    const [leaving, entering] = [intAt(basic, line), intAt(others, place)];
    const beyond = doubleAt(isLow ? low : top, leaving) - doubleAt(values, line);
    const length = beyond / doubleAt(cells, line * columns + place);
    const start = this.#boundOf(place);
    this.#move(place, length);
    values[line] = start + length;
    this.#solveFor(line, place);
    basic[line] = entering;
    others[place] = leaving;
    atTop[place] = isLow ? 0 : 1;
  }

  /** Solves a line for another variable, and puts that into all other lines. */
  #solveFor(line: number, place: number): void {
    const { cells, columns, values } = this.#table;
    const start = line * columns;
    const by = doubleAt(cells, start + place);
    const used: number[] = [];
    for (let other = 0; other < columns; other++) {
      const cell = doubleAt(cells, start + other);
      if (cell === 0) continue;
      used.push(other);
      cells[start + other] = -cell / by;
    }
    cells[start + place] = 1 / by;
    for (let own = 0; own < values.length; own++) {
      const from = own * columns;
      const factor = doubleAt(cells, from + place);
      if (own === line || factor === 0) continue;
      cells[from + place] = 0;
      for (const other of used) {
        cells[from + other] = doubleAt(cells, from + other) + factor * doubleAt(cells, start + other);
      }
    }
  }
}

function sizeOf({ terms }: WholeRow): number {
  return terms.reduce((most, [, factor]) => Math.max(most, Math.abs(Number(factor))), 1);
}

function doubleAt(array: Float64Array, index: number): number {
  const value = array[index];
  if (value === undefined) throw new RangeError(`${index} is outside of ${array.length} doubles`);
  return value;
}

function intAt(array: Int32Array, index: number): number {
  const value = array[index];
  if (value === undefined) throw new RangeError(`${index} is outside of ${array.length} integers`);
  return value;
}

function itemAt<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`${index} is outside of ${items.length} items`);
  return item;
}
