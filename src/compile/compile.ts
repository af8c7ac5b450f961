import type { Interval } from '../domain/interval.js';
import type { Measure, Objective } from '../domain/measure.js';
import { repeatedEntries, type Problem, type Selection } from '../domain/problem.js';
import { measureOf } from '../domain/weight.js';
import type { Column, LinearExpression, LinearProgram } from '../program/linear-program.js';
import { atLeastOf, expression, within, type Formula } from './formula.js';
import { formulate } from './formulate.js';
import { linearise, type Linearised } from './linearise.js';

/** A sum of measures that a program optimises, each with a whole factor. */
export interface Goal {
  readonly sense: Objective['sense'];
  readonly terms: readonly { readonly measure: Measure; readonly factor: number }[];
  /** What single entries add besides, whole numbers by index. */
  readonly weights?: ReadonlyMap<number, number>;
}

/** A measure that must stay within an interval of whole numbers (see `wholeMeasure`), as when an earlier objective is kept at its best. */
export interface Hold {
  readonly measure: Measure;
  readonly interval: Interval;
}

/** What narrows a program beyond the conditions of its problem. */
export interface Narrowing {
  readonly holds?: readonly Hold[];
  /** Selections whose units, however placed, the program must not come to, such as those that are known already. */
  readonly excluded?: readonly Selection[];
  /** Entries that are known to be counted (1) or not (0), by index. */
  readonly fixed?: ReadonlyMap<number, 0 | 1>;
}

/**
 * The integer linear program of a problem. Column i is 1 when entry i is counted; further columns are indicators of
 * nested conditions. Every condition, every hold, every excluded selection, and at most one entry of each piece of
 * learning become rows; a fixed entry has its value as both bounds.
 *
 * @example
 * ```ts
 * import { compile, parseMeasure, pose, valueOrThrow } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * const problem = valueOrThrow(pose(specification));
 * const measure = parseMeasure('glh', []);
 * const program = compile(problem, { sense: 'minimise', terms: [{ measure, factor: 1 }] });
 * console.log(program.columns.length, program.rows.length); // 17 4
 * ```
 */
export function compile(problem: Problem, goal: Goal, narrowing: Narrowing = {}): LinearProgram {
  return compileTraced(problem, goal, narrowing).program;
}

/** A program, and where what is in it comes from. Formulas are numbered as the conditions of the problem are. */
export interface TracedProgram extends Pick<Linearised, 'indicatorOrigins' | 'rowOrigins'> {
  readonly program: LinearProgram;
}

/** {@link compile} for those who want to know what rows and columns stand for. */
export function compileTraced(problem: Problem, goal: Goal, narrowing: Narrowing = {}): TracedProgram {
  const { holds = [], excluded = [], fixed = new Map<number, 0 | 1>() } = narrowing;
  const conditions = problem.conditions.map((statement) => formulate(problem, statement));
  const held = holds.map(({ measure, interval }) => within(measureExpression(problem, measure), interval));
  const others = excluded.map((selection) => differsFrom(problem, selection));
  const formulas = [...conditions, ...held, ...others];
  const linearised = linearise(problem.entries.length, repeatedEntries(problem), formulas);
  const { columns, rows, indicatorOrigins, rowOrigins } = linearised;
  const bounded = columns.map((column, index) => fix(column, fixed.get(index)));
  const program = { sense: goal.sense, columns: bounded, rows, objective: objectiveOf(problem, goal) };
  return { program, indicatorOrigins, rowOrigins };
}

function fix(column: Column, value: 0 | 1 | undefined): Column {
  return value === undefined ? column : { lower: Math.max(column.lower, value), upper: Math.min(column.upper, value) };
}

/**
 * Some unit of the selection is left out, or some other is counted, with `x[u]` the sum over the entries of unit `u`:
 * `sum of (1 - x[u]) + sum of the other x[v] >= 1`.
 */
function differsFrom(problem: Problem, selection: Selection): Formula {
  const selected = new Set(selection);
  const units = new Set(problem.entries.flatMap(({ index, identity }) => (selected.has(index) ? [identity] : [])));
  const factors = problem.entries.map(({ index, identity }): [number, number] => [index, units.has(identity) ? -1 : 1]);
  return atLeastOf(expression(new Map(factors), units.size), 1);
}

/**
 * The selection that a point of the program stands for.
 *
 * @example
 * ```ts
 * import { pose, selectionOf, valueOrThrow } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * const problem = valueOrThrow(pose(specification));
 * const point = problem.entries.map((_, index) => (index < 2 ? 1 : 0));
 * console.log(selectionOf(problem, point)); // [ 0, 1 ]
 * ```
 */
export function selectionOf(problem: Problem, point: readonly number[]): Selection {
  return problem.entries.map(({ index }) => index).filter((index) => point[index] === 1);
}

/** A measure as an expression over the entries, in whole numbers. */
export function measureExpression(problem: Problem, measure: Measure): LinearExpression {
  const factors = problem.entries.map((entry): [number, number] => [entry.index, measureOf(problem, entry, measure)]);
  return expression(new Map(factors));
}

function objectiveOf(problem: Problem, { terms, weights = new Map<number, number>() }: Goal): LinearExpression {
  const factors = new Map(weights);
  for (const { measure, factor } of terms) {
    for (const term of measureExpression(problem, measure).terms) {
      factors.set(term.column, (factors.get(term.column) ?? 0) + term.factor * factor);
    }
  }
  return expression(factors);
}
