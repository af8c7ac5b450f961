import type { SolverAPI } from 'javascript-lp-solver';
import { itemAt } from '../program/item-at.js';
import type { LinearProgram, Row, Term } from '../program/linear-program.js';

/** The constructor of javascript-lp-solver's models. */
export type TableauModelClass = SolverAPI['Model'];

/** A program as javascript-lp-solver holds it. */
export type TableauModel = InstanceType<TableauModelClass>;

type Constraint = ReturnType<TableauModel['smallerThan']>;

/** How many numbers the tableau of a program holds: each bound of a row and each upper bound of a column is a row. */
export function tableauSize({ columns, rows }: LinearProgram): number {
  const sides = rows.reduce((sum, { interval: { min, max } }) => sum + Number(min !== null) + Number(max !== null), 0);
  return (columns.length + 1) * (sides + columns.length + 1);
}

/**
 * Translates a program without fixed columns. The package knows variables from 0 upwards only, so each column is
 * measured from its lower bound. The constant of the objective is left out: the package is not asked for a value.
 */
export function buildTableauModel(ModelClass: TableauModelClass, program: LinearProgram): TableauModel {
  const model = new ModelClass();
  model.isMinimization = program.sense === 'minimise';
  // A cycle of the simplex would be taken for a node without a solution; left alone, the simplex changes its rule.
  model.checkForCycles = false;
  // The presolve compares with a tolerance and gains nothing here.
  model.usePresolve = false;
  // The best point is solved anew at the end and may then come out as a fractional one; this keeps the first.
  model.keep_solutions = true;
  const costs = new Map(program.objective.terms.map(({ column, factor }) => [column, factor]));
  const variables = program.columns.map((_, index) =>
    model.addVariable(costs.get(index) ?? 0, columnName(index), true),
  );
  const addTerms = (constraint: Constraint, terms: readonly Term[]) => {
    for (const { column, factor } of terms) constraint.addTerm(factor, itemAt(variables, column));
  };
  for (const [column, { lower, upper }] of program.columns.entries()) {
    addTerms(model.smallerThan(upper - lower), [{ column, factor: 1 }]);
  }
  for (const row of program.rows) {
    const offset = offsetOf(row, program);
    if (row.interval.min !== null) addTerms(model.greaterThan(row.interval.min - offset), row.terms);
    if (row.interval.max !== null) addTerms(model.smallerThan(row.interval.max - offset), row.terms);
  }
  return model;
}

/** The values of the program's columns in one of the package's solutions, which leaves out what is 0. */
export function columnValues(solution: Readonly<Record<string, number | undefined>>, program: LinearProgram): number[] {
  return program.columns.map(({ lower }, index) => lower + (solution[columnName(index)] ?? 0));
}

function columnName(index: number): string {
  return `x${index}`;
}

/** What a row comes to when every column is at its lower bound. */
function offsetOf({ terms }: Row, { columns }: LinearProgram): number {
  return terms.reduce((sum, { column, factor }) => sum + factor * itemAt(columns, column).lower, 0);
}
