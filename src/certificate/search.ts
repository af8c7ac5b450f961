import { itemAt } from '../domain/item-at.js';
import { DualSimplex } from '../solvers/dual-simplex.js';
import { awayFromWhole, wholeBelow, wholeMultiples } from '../solvers/rounding.js';
import { refutes, type Box, type Rows, type Tree } from './check.js';

/** What cannot be proved, and why. */
export class NoProof extends Error {}

/** How many columns are tried at a branch, after how many that are no better the best is taken, and for how many steps. */
const [TRIED, NO_BETTER, TRIAL_STEPS] = [20, 8, 40];
/** What comes before entries is as if it were so much further from whole. */
const A_LITTLE = 0.3;
/** What a side of a branch gains that gains nothing: so little that the other side counts too. */
const HARDLY = 1e-4;

/** A column to branch on. */
interface Cut {
  readonly at: number;
  readonly most: number;
}

/** A branch that has been tried, with what its sides make of the table. */
interface Trial extends Cut {
  readonly below: DualSimplex;
  readonly above: DualSimplex;
  readonly score: number;
}

/** A leaf that has been found, and its sum in doubles: whether it may do elsewhere is looked up there before it is tested. */
interface Known {
  readonly leaf: readonly number[];
  readonly factors: readonly (readonly [column: number, factor: number])[];
  readonly plus: number;
}

/**
 * Looks for the tree of a proof by branch and bound: `aim` is the row that linear programs make as large as they can, by how
 * much a branch lowers it tells a good one. Every leaf is tested exactly before it is kept, so that no program is believed.
 */
export class Search {
  readonly #rows: Rows;
  readonly #aim: number;
  readonly #entries: number;
  readonly #most: number;
  readonly #known: Known[] = [];
  #nodes = 0;

  /** A search of at most so many branches and leaves; the first columns are so many entries. */
  constructor(rows: Rows, aim: number, { entries, most }: { readonly entries: number; readonly most: number }) {
    this.#rows = rows;
    this.#aim = aim;
    this.#entries = entries;
    this.#most = most;
  }

  /** The tree; null where it would be too large. Throws a {@link NoProof} where there is none. */
  run(): Tree | null {
    const { rows, low, top } = this.#rows;
    if (rows.length === 0) throw claimFails();
    return this.#prove(DualSimplex.of(rows, this.#aim, this.#rows), { low, top });
  }

  #prove(table: DualSimplex, box: Box): Tree | null {
    this.#nodes += 1;
    if (this.#nodes > this.#most) return null;
    const leaf = this.#oneRow(box) ?? this.#knownLeaf(box) ?? this.#newLeaf(table, box);
    if (leaf !== null) return leaf;
    const { at, most, below, above } = this.#best(table, box);
    const first = this.#prove(below, { low: box.low, top: box.top.with(at, most) });
    if (first === null) return null;
    const second = this.#prove(above, { low: box.low.with(at, most + 1), top: box.top });
    return second === null ? null : { at, most, 0: first, 1: second };
  }

  /** A row that the box alone refutes. */
  #oneRow(box: Box): readonly number[] | null {
    const { rows } = this.#rows;
    const row = rows.findIndex((_, at) => refutes([at, 1], rows, box));
    return row < 0 ? null : [row, 1];
  }

  /** A leaf that did elsewhere and does here, the last one first. */
  #knownLeaf(box: Box): readonly number[] | null {
    const found = this.#known.findLast(({ leaf, factors, plus }) => {
      const most = factors.reduce(
        (sum, [column, factor]) => sum + factor * itemAt(factor > 0 ? box.top : box.low, column),
        plus,
      );
      return most < 0 && refutes(leaf, this.#rows.rows, box);
    });
    return found === undefined ? null : found.leaf;
  }

  #newLeaf(table: DualSimplex, box: Box): readonly number[] | null {
    if (table.solve() !== 'refuted') return null;
    const leaf = this.#exactly(table, box) ?? this.#afresh(box);
    if (leaf !== null) this.#known.push(this.#asKnown(leaf));
    return leaf;
  }

  /** What a table says is refuted in whole multiples; null where none of those that are tried do. */
  #exactly(table: DualSimplex, box: Box): readonly number[] | null {
    for (const multiples of wholeMultiples(table.weights())) {
      const leaf = multiples.flatMap((times, row) => (times > 0 ? [row, times] : []));
      if (refutes(leaf, this.#rows.rows, box)) return this.#shorten(leaf, box);
    }
    return null;
  }

  /** The same by a table that no long calculation has made inexact. */
  #afresh(box: Box): readonly number[] | null {
    const table = DualSimplex.of(this.#rows.rows, this.#aim, box);
    return table.solve() === 'refuted' ? this.#exactly(table, box) : null;
  }

  /** Leaves out the rows without which the others contradict each other too. */
  #shorten(leaf: readonly number[], box: Box): readonly number[] {
    let kept = leaf;
    for (let at = leaf.length - 2; at >= 0; at -= 2) {
      const fewer = kept.toSpliced(at, 2);
      if (refutes(fewer, this.#rows.rows, box)) kept = fewer;
    }
    return kept;
  }

  #asKnown(leaf: readonly number[]): Known {
    const factors = new Map<number, number>();
    let plus = 0;
    for (let at = 0; at < leaf.length; at += 2) {
      const [row, times] = [itemAt(this.#rows.rows, itemAt(leaf, at)), itemAt(leaf, at + 1)];
      plus += Number(row.plus) * times;
      for (const [column, factor] of row.terms) {
        factors.set(column, (factors.get(column) ?? 0) + Number(factor) * times);
      }
    }
    return { leaf, factors: [...factors], plus };
  }

  /** The branch that lowers the aim most on both of its sides, of those that are tried. */
  #best(table: DualSimplex, box: Box): Trial {
    const point = table.point();
    let best: Trial | null = null;
    let noBetter = 0;
    for (const cut of this.#cutsAt(point, box)) {
      const trial = tryOut(table, box, cut);
      noBetter = best === null || trial.score > best.score ? 0 : noBetter + 1;
      if (noBetter === 0) best = trial;
      if (noBetter === NO_BETTER) break;
    }
    return best ?? tryOut(table, box, this.#anyCut(point, box));
  }

  /** Columns that are furthest from whole first, indicators and counters, which say more, a little before. */
  #cutsAt(point: readonly number[], { low, top }: Box): readonly Cut[] {
    return point
      .flatMap((value, at) => {
        const away = itemAt(low, at) < itemAt(top, at) ? awayFromWhole(value) : 0;
        const weight = at < this.#entries ? away : away + A_LITTLE;
        return away > 0 ? [{ at, most: wholeBelow(value), weight }] : [];
      })
      .sort((a, b) => b.weight - a.weight)
      .slice(0, TRIED);
  }

  /** The first column that is still open, where all are whole. */
  #anyCut(point: readonly number[], { low, top }: Box): Cut {
    const at = low.findIndex((bound, column) => bound < itemAt(top, column));
    if (at < 0 || this.#isMet(point)) throw claimFails();
    return { at, most: itemAt(low, at) };
  }

  /** Whether a point, rounded, is one that is claimed to be impossible. */
  #isMet(point: readonly number[]): boolean {
    const { rows, low, top } = this.#rows;
    const whole = point.map(Math.round);
    const isWithin = whole.every((value, column) => value >= itemAt(low, column) && value <= itemAt(top, column));
    return isWithin && !rows.some((_, row) => refutes([row, 1], rows, { low: whole, top: whole }));
  }
}

function claimFails(): NoProof {
  return new NoProof('a selection meets all that is claimed to be impossible');
}

function tryOut(table: DualSimplex, { low, top }: Box, { at, most }: Cut): Trial {
  const below = table.narrowed(at, itemAt(low, at), most);
  const above = table.narrowed(at, most + 1, itemAt(top, at));
  const gain = (side: DualSimplex): number => {
    if (side.solve(TRIAL_STEPS) === 'refuted') return table.most + 1;
    return Math.max(HARDLY, table.most - side.most);
  };
  return { at, most, below, above, score: gain(below) * gain(above) };
}
