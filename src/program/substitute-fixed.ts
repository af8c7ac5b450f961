import { itemAt } from './item-at.js';
import type { Column, LinearExpression, LinearProgram, Row } from './linear-program.js';
import { reduceRow } from './reduce-row.js';

/**
 * A program without its fixed columns, or the first row that cannot hold whatever the open columns do. `lift` turns a
 * point of the smaller program into the point of the whole one that has the same objective value.
 */
export type Substitution =
  | { readonly kind: 'contradiction'; readonly row: number }
  | {
      readonly kind: 'program';
      readonly program: LinearProgram;
      readonly lift: (point: readonly number[]) => readonly number[];
    };

/**
 * Puts the values of fixed columns into the objective and the rows, and reduces the rows to what still has to be
 * decided; a row that its columns can no longer break is left out.
 */
export function substituteFixed(program: LinearProgram): Substitution {
  const open = program.columns.flatMap(({ lower, upper }, index) => (lower < upper ? [index] : []));
  const columns = open.map((index) => itemAt(program.columns, index));
  const newIndex = new Map(open.map((index, position) => [index, position]));
  const rows: Row[] = [];
  for (const [index, row] of program.rows.entries()) {
    const reduced = reduceRow(substituteInRow(row, program.columns, newIndex), columns);
    if (reduced === 'never') return { kind: 'contradiction', row: index };
    if (reduced !== 'always') rows.push(reduced);
  }
  const objective = substitute(program.objective, program.columns, newIndex);
  return {
    kind: 'program',
    program: { sense: program.sense, columns, rows, objective },
    lift: (point) => liftPoint(program.columns, newIndex, point),
  };
}

/** The expression over the open columns, numbered anew; what the fixed ones add up to moves into the constant. */
function substitute(
  { terms, constant }: LinearExpression,
  columns: readonly Column[],
  newIndex: ReadonlyMap<number, number>,
): LinearExpression {
  const open: { column: number; factor: number }[] = [];
  let sum = constant;
  for (const { column, factor } of terms) {
    const position = newIndex.get(column);
    if (position === undefined) sum += factor * itemAt(columns, column).lower;
    else open.push({ column: position, factor });
  }
  return { terms: open, constant: sum };
}

function substituteInRow(row: Row, columns: readonly Column[], newIndex: ReadonlyMap<number, number>): Row {
  const { terms, constant } = substitute({ terms: row.terms, constant: 0 }, columns, newIndex);
  const { min, max } = row.interval;
  return {
    terms,
    interval: { min: min === null ? null : min - constant, max: max === null ? null : max - constant },
  };
}

function liftPoint(
  columns: readonly Column[],
  newIndex: ReadonlyMap<number, number>,
  point: readonly number[],
): readonly number[] {
  return columns.map(({ lower }, index) => {
    const position = newIndex.get(index);
    return position === undefined ? lower : itemAt(point, position);
  });
}
