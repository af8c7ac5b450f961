/*
 * Learners and classes as one integer linear program; see seated.ts for the algebra.
 *
 * Columns   r[u], then for each learner the columns of the own rule, then those of classes and measures
 * Rows      the rows of each rule; those of classes and limits; sum over entries e of u of x[l,e] <= r[u] (which the
 *           capacity implies for one run, and which makes the program much tighter)
 */
import { compile } from '../../compile/compile.js';
import { atMost } from '../../domain/interval.js';
import { itemAt } from '../../domain/item-at.js';
import type { Column, LinearProgram, Row, Term } from '../../program/linear-program.js';
import { HELD } from '../joint.js';
import { addClasses, runColumns } from './class-rows.js';
import type { SeatPlan, Seated } from './seated.js';

/** A program and the plan that a point of it stands for. */
export interface SeatProgram {
  readonly program: LinearProgram;
  readonly planAt: (point: readonly number[]) => SeatPlan;
}

/** The program of a question. */
export function seatProgram(seated: Seated): SeatProgram {
  const columns: Column[] = runColumns(seated);
  const rows: Row[] = [];
  const seats: Term[][] = seated.units.map(() => []);
  const starts: number[] = Array.from({ length: seated.learners }, () => NaN);
  for (const { taker, members } of seated.groups) {
    const own = compile(taker.problem, { sense: 'minimise', terms: [] });
    for (const learner of members) {
      const start = columns.length;
      starts[learner] = start;
      columns.push(...own.columns);
      for (const { terms, interval } of own.rows) rows.push({ terms: moved(terms, start), interval });
      for (const [unit, terms] of attendance(taker.units, start)) {
        itemAt(seats, unit).push(...terms);
        rows.push({ terms: [{ column: unit, factor: -1 }, ...terms], interval: atMost(0) });
      }
    }
  }
  const { terms } = addClasses(seated, columns, rows, seats);
  return {
    program: { sense: 'minimise', columns, rows, objective: { terms, constant: 0 } },
    planAt: (point) => planAt(seated, starts, point),
  };
}

function moved(terms: readonly Term[], by: number): Term[] {
  return terms.map(({ column, factor }) => ({ column: column + by, factor }));
}

function attendance(units: Int32Array, start: number): ReadonlyMap<number, Term[]> {
  const byUnit = new Map<number, Term[]>();
  for (const [entry, unit] of units.entries()) {
    if (unit === HELD) continue;
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), { column: start + entry, factor: 1 }]);
  }
  return byUnit;
}

function planAt({ units, groups }: Seated, starts: readonly number[], point: readonly number[]): SeatPlan {
  const selections = starts.map((): number[] => []);
  for (const { taker, members } of groups) {
    for (const learner of members) {
      const start = itemAt(starts, learner);
      selections[learner] = taker.problem.entries
        .map(({ index }) => index)
        .filter((index) => point[start + index] === 1);
    }
  }
  return { runs: units.map(({ index }) => itemAt(point, index)), selections };
}
