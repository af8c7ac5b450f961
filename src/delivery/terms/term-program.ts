/*
 * The program of terms.ts. With selections given, what each learner attends is settled and only when is asked, by whom
 * and in how many runs; without, pathways are chosen as well, with the columns and rows of each learner's own rule.
 */
import { compile } from '../../compile/compile.js';
import { atLeast, atMost, exactly } from '../../domain/interval.js';
import { itemAt } from '../../domain/item-at.js';
import type { Selection } from '../../domain/problem.js';
import type { Column, LinearProgram, Row, Term } from '../../program/linear-program.js';
import { HELD, type Taker } from '../joint.js';
import { MeasuredRuns, type RunSlot } from '../seats/measured-runs.js';
import { attendedIn, mostRuns, type Seated } from '../seats/seated.js';
import { runsBySlot, slotOf } from './kept-runs.js';
import { precedencesOf } from './precedence.js';
import { mayTeach, type Terms } from './terms.js';

/** Where runs and learners are in time: learners by unit and period, runs by person, unit and period. */
export interface TermPlan {
  readonly selections: readonly Selection[];
  /** For each learner the period of each unit attended. */
  readonly periods: readonly ReadonlyMap<number, number>[];
  /** Runs with the person who takes them, null where staff is not planned. */
  readonly runs: readonly {
    readonly unit: number;
    readonly period: number;
    readonly staff: number | null;
    readonly count: number;
  }[];
}

/** A program and the plan that a point of it stands for. */
export interface TermProgram {
  readonly program: LinearProgram;
  readonly planAt: (point: readonly number[]) => TermPlan;
}

/** The program; `selections` by learner, or null to choose them as well. */
export function termProgram(seated: Seated, terms: Terms, selections: readonly Selection[] | null): TermProgram {
  const building = new TermBuilding(seated, terms);
  for (const { taker, members } of seated.groups) {
    for (const learner of members)
      building.learner(taker, learner, selections === null ? null : itemAt(selections, learner));
  }
  return building.finish();
}

interface RunColumn {
  readonly column: number;
  readonly unit: number;
  readonly period: number;
  readonly staff: number | null;
}

class TermBuilding {
  readonly #seated: Seated;
  readonly #terms: Terms;
  readonly #columns: Column[] = [];
  readonly #rows: Row[] = [];
  readonly #runs: RunColumn[] = [];
  /** By unit and period, the columns of runs, and of learners who attend. */
  readonly #runsAt = new Map<string, number[]>();
  readonly #seatsAt = new Map<string, number[]>();
  readonly #chosen: ((point: readonly number[]) => Selection)[] = [];
  readonly #attends: ReadonlyMap<number, readonly number[]>[] = [];

  constructor(seated: Seated, terms: Terms) {
    this.#seated = seated;
    this.#terms = terms;
    for (const [unit, most] of mostRuns(seated).entries()) this.#addRuns(unit, most);
  }

  learner(taker: Taker, learner: number, selection: Selection | null): void {
    const start = this.#columns.length;
    const units = selection === null ? this.#choose(taker) : new Set(attendedIn(taker, selection));
    this.#chosen[learner] =
      selection === null
        ? (point) => taker.problem.entries.map(({ index }) => index).filter((index) => point[start + index] === 1)
        : () => selection;
    const attends = new Map<number, readonly number[]>();
    for (const unit of units) {
      if (this.#seated.fixed[unit] === 0 && selection === null) this.#forbid(taker, unit, start);
      else attends.set(unit, this.#attend(taker, unit, selection === null ? start : null));
    }
    this.#attends[learner] = attends;
    this.#limitLoad(attends);
    this.#order(taker, attends, selection, start);
  }

  finish(): TermProgram {
    this.#seatLearners();
    this.#employStaff();
    const byUnit = this.#seated.units.map(({ index }) => this.#columnsOf(index));
    const measured = new MeasuredRuns(this.#columns, this.#rows, byUnit, this.#slots());
    for (const limit of this.#seated.limits) measured.limit(limit);
    const terms = measured.termsOf(this.#seated.goal);
    const program: LinearProgram = {
      sense: 'minimise',
      columns: this.#columns,
      rows: this.#rows,
      objective: { terms, constant: 0 },
    };
    return { program, planAt: (point) => this.#planAt(point) };
  }

  #column(upper: number): number {
    return this.#columns.push({ lower: 0, upper }) - 1;
  }

  #columnsOf(unit: number): readonly number[] {
    return this.#runs.filter((run) => run.unit === unit).map(({ column }) => column);
  }

  /** The runs that are compared with each other, and how many of them were kept. */
  #slots(): readonly RunSlot[] {
    const { kept } = this.#terms;
    const before = runsBySlot(kept, kept.runs);
    const columns = new Map<string, number[]>([...before.keys()].map((slot) => [slot, []]));
    for (const run of this.#runs) push(columns, slotOf(kept, run), run.column);
    return [...columns].map(([slot, own]) => ({ columns: own, kept: before.get(slot) ?? 0 }));
  }

  #addRuns(unit: number, most: number): void {
    if (this.#seated.fixed[unit] === 0) return;
    const { periods, staff, hours } = this.#terms;
    for (let period = 0; period < periods; period++) {
      const able = [...staff.keys()].filter((at) => mayTeach(itemAt(staff, at), unit, period, itemAt(hours, unit)));
      for (const person of staff.length === 0 ? [null] : able) {
        const column = this.#column(most);
        this.#runs.push({ column, unit, period, staff: person });
        push(this.#runsAt, keyOf(unit, period), column);
      }
    }
  }

  /** The columns and rows of the learner's own rule; the units that it may come to. */
  #choose(taker: Taker): ReadonlySet<number> {
    const start = this.#columns.length;
    const own = compile(taker.problem, { sense: 'minimise', terms: [] });
    this.#columns.push(...own.columns);
    this.#rows.push(
      ...own.rows.map(({ terms, interval }) => ({
        terms: terms.map(({ column, factor }) => ({ column: column + start, factor })),
        interval,
      })),
    );
    return new Set([...taker.units].filter((unit) => unit !== HELD));
  }

  #entriesOf({ units }: Taker, unit: number, start: number): Term[] {
    return [...units.keys()]
      .filter((entry) => units[entry] === unit)
      .map((entry) => ({ column: start + entry, factor: 1 }));
  }

  #forbid(taker: Taker, unit: number, start: number): void {
    this.#rows.push({ terms: this.#entriesOf(taker, unit, start), interval: atMost(0) });
  }

  /** One column a period: together 1 where the unit is attended. */
  #attend(taker: Taker, unit: number, start: number | null): readonly number[] {
    const columns = Array.from({ length: this.#terms.periods }, (_, period) => {
      const column = this.#column(1);
      push(this.#seatsAt, keyOf(unit, period), column);
      return column;
    });
    const terms = sumOf(columns);
    if (start === null) this.#rows.push({ terms, interval: exactly(1) });
    else {
      const counted = this.#entriesOf(taker, unit, start).map(({ column }) => ({ column, factor: -1 }));
      this.#rows.push({ terms: [...counted, ...terms], interval: exactly(0) });
    }
    return columns;
  }

  #limitLoad(attends: ReadonlyMap<number, readonly number[]>): void {
    const { maxLoad, periods, hours } = this.#terms;
    if (maxLoad === null) return;
    for (let period = 0; period < periods; period++) {
      const terms = [...attends].flatMap(([unit, columns]) => {
        const factor = itemAt(hours, unit);
        return factor === 0 ? [] : [{ column: itemAt(columns, period), factor }];
      });
      this.#rows.push({ terms, interval: atMost(maxLoad) });
    }
  }

  /** `min a[d,t] <= what is held and counted + what is attended before t`, for every dependant d and period t. */
  #order(
    taker: Taker,
    attends: ReadonlyMap<number, readonly number[]>,
    selection: Selection | null,
    start: number,
  ): void {
    for (const { dependants, weights, held, min } of precedencesOf(taker, this.#terms.unordered)) {
      const given = selection === null ? 0 : selection.reduce((sum, entry) => sum + (held.get(entry) ?? 0), 0);
      const chosen = selection === null ? [...held].map(([entry, factor]) => ({ column: start + entry, factor })) : [];
      for (const dependant of dependants) {
        for (const [period, column] of (attends.get(dependant) ?? []).entries()) {
          const before = [...weights].flatMap(([unit, factor]) =>
            unit === dependant ? [] : (attends.get(unit) ?? []).slice(0, period).map((it) => ({ column: it, factor })),
          );
          const terms = [...chosen, ...before, { column, factor: -min }].filter(({ factor }) => factor !== 0);
          this.#rows.push({ terms, interval: atLeast(-given) });
        }
      }
    }
  }

  #seatLearners(): void {
    for (const { index } of this.#seated.units) {
      const { capacity, least } = itemAt(this.#seated.sizes, index);
      const empty = this.#seated.fixed[index] === 1 && least === 1 ? this.#allowEmptyRun(index) : [];
      for (let period = 0; period < this.#terms.periods; period++) {
        const seats = sumOf(this.#seatsAt.get(keyOf(index, period)) ?? []);
        const runs = this.#runsAt.get(keyOf(index, period)) ?? [];
        const times = (factor: number): Term[] => runs.map((column) => ({ column, factor }));
        this.#rows.push({ terms: [...times(-capacity), ...seats], interval: atMost(0) });
        if (least > 0) this.#rows.push({ terms: [...times(-least), ...seats, ...empty], interval: atLeast(0) });
        if (least <= 1) for (const { column } of seats) this.#rows.push(atMostRuns(column, runs));
      }
      if (this.#seated.fixed[index] === 1) {
        this.#rows.push({ terms: sumOf(this.#columnsOf(index)), interval: atLeast(1) });
      }
    }
  }

  /** A column that is 1 where a unit that is asked for is delivered once and to nobody. */
  #allowEmptyRun(unit: number): readonly Term[] {
    const empty = this.#column(1);
    const periods = Array.from({ length: this.#terms.periods }, (_, period) => period);
    const seats = periods.flatMap((period) => this.#seatsAt.get(keyOf(unit, period)) ?? []);
    const runs = this.#columnsOf(unit);
    const most = runs.reduce((sum, column) => sum + itemAt(this.#columns, column).upper, 0);
    const less = (factor: number): Term[] => (factor > 0 ? [{ column: empty, factor }] : []);
    this.#rows.push({ terms: [...sumOf(runs), ...less(most - 1)], interval: atMost(most) });
    this.#rows.push({ terms: [...sumOf(seats), ...less(seats.length)], interval: atMost(seats.length) });
    return [{ column: empty, factor: 1 }];
  }

  #employStaff(): void {
    const { staff, periods, hours } = this.#terms;
    for (const [person, member] of staff.entries()) {
      for (let period = 0; period < periods; period++) {
        const terms = this.#runs.flatMap((run) => {
          const factor = itemAt(hours, run.unit);
          return run.staff === person && run.period === period && factor > 0 ? [{ column: run.column, factor }] : [];
        });
        this.#rows.push({ terms, interval: atMost(itemAt(member.hours, period)) });
      }
    }
  }

  #planAt(point: readonly number[]): TermPlan {
    const runs = this.#runs.map(({ column, ...run }) => ({ ...run, count: itemAt(point, column) }));
    const periods = this.#attends.map((attends) => {
      const own = new Map<number, number>();
      for (const [unit, columns] of attends) {
        const period = columns.findIndex((column) => point[column] === 1);
        if (period >= 0) own.set(unit, period);
      }
      return own;
    });
    return {
      selections: this.#chosen.map((choose) => choose(point)),
      periods,
      runs: runs.filter(({ count }) => count > 0),
    };
  }
}

function keyOf(unit: number, period: number): string {
  return `${unit} ${period}`;
}

function push(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function sumOf(columns: readonly number[]): Term[] {
  return columns.map((column) => ({ column, factor: 1 }));
}

/** `a <= the runs there are`: which the capacity implies for one run, and which makes the program much tighter. */
function atMostRuns(seat: number, runs: readonly number[]): Row {
  return {
    terms: [{ column: seat, factor: 1 }, ...runs.map((column) => ({ column, factor: -1 }))],
    interval: atMost(0),
  };
}
