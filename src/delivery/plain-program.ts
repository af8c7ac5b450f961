/*
 * The joint question as one integer linear program.
 *
 * Columns   y[u], then for each taker x[t,e] (one an entry) and the indicators of its rule
 * Rows      the rows of each taker's rule, as `compile` makes them
 *           sum over entries e of u in t of x[t,e] <= y[u]        for each taker t and unit u it does not hold
 *           sum of w[u] y[u] <= most                              for each limit
 * Objective sum of c[u] y[u]
 *
 * A unit is priced and linked once a taker, not once an entry: at most one of its entries counts.
 */
import { compile } from '../compile/compile.js';
import { atMost } from '../domain/interval.js';
import type { Selection } from '../domain/problem.js';
import type { Column, LinearProgram, Row, Term } from '../program/linear-program.js';
import { HELD, type Joint, type JointGoal, type JointLimit, type Plan, type Taker } from './joint.js';

/** A program and the plan that a point of it stands for. */
export interface PlanProgram {
  readonly program: LinearProgram;
  readonly planAt: (point: readonly number[]) => Plan;
}

/** The program for one goal under further limits, such as goals that are kept at their best. */
export function planProgram(joint: Joint, goal: JointGoal, further: readonly JointLimit[] = []): PlanProgram {
  const columns: Column[] = joint.fixed.map((wish) => ({ lower: wish === 1 ? 1 : 0, upper: wish === 0 ? 0 : 1 }));
  const rows: Row[] = [];
  const starts: number[] = [];
  for (const taker of joint.takers) {
    const start = columns.length;
    starts.push(start);
    const own = compile(taker.problem, { sense: 'minimise', terms: [] });
    columns.push(...own.columns);
    rows.push(...own.rows.map((row) => shifted(row, start)), ...linksOf(taker, start));
  }
  rows.push(...[...joint.limits, ...further].map(limitRow));
  const objective = { terms: termsOf(goal.weights), constant: goal.constant };
  const selectionAt = ({ problem }: Taker, point: readonly number[], start: number): Selection =>
    problem.entries.map(({ index }) => index).filter((index) => point[start + index] === 1);
  return {
    program: { sense: 'minimise', columns, rows, objective },
    planAt: (point) => ({
      delivered: joint.units.map(({ index }) => index).filter((unit) => point[unit] === 1),
      selections: joint.takers.map((taker, at) => selectionAt(taker, point, starts[at] ?? NaN)),
    }),
  };
}

function shifted({ terms, interval }: Row, by: number): Row {
  return { terms: terms.map(({ column, factor }) => ({ column: column + by, factor })), interval };
}

function linksOf({ units }: Taker, start: number): Row[] {
  const byUnit = new Map<number, Term[]>();
  for (const [entry, unit] of units.entries()) {
    if (unit === HELD) continue;
    const terms = byUnit.get(unit) ?? [{ column: unit, factor: -1 }];
    terms.push({ column: start + entry, factor: 1 });
    byUnit.set(unit, terms);
  }
  return [...byUnit.values()].map((terms) => ({ terms, interval: atMost(0) }));
}

function limitRow({ weights, most }: JointLimit): Row {
  return { terms: termsOf(weights), interval: atMost(most) };
}

function termsOf(weights: readonly number[]): Term[] {
  return weights.flatMap((factor, column) => (factor === 0 ? [] : [{ column, factor }]));
}
