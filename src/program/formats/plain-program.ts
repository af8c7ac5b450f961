import type { Column, LinearProgram, Row } from '../linear-program.js';
import { straightRows } from './straight-rows.js';

/**
 * The same program without what formats say in different ways or not at all: the objective's constant becomes a last
 * column that is fixed at 1, a row with crossed bounds becomes two, a program without columns gets one, and one without
 * rows a row that always holds.
 */
export function plainProgram({ sense, columns, rows, objective }: LinearProgram): LinearProgram {
  const { terms, constant } = objective;
  const one = columns.length;
  const needed = constant !== 0 || columns.length === 0;
  const known = needed ? [...columns, { lower: 1, upper: 1 }] : columns;
  const whole = constant === 0 ? terms : [...terms, { column: one, factor: constant }];
  const straight = straightRows(rows);
  return {
    sense,
    columns: known,
    rows: straight.length === 0 ? [alwaysHolds(known)] : straight,
    objective: { terms: whole, constant: 0 },
  };
}

function alwaysHolds([first]: readonly Column[]): Row {
  if (first === undefined) throw new RangeError('a program without columns');
  return { terms: [{ column: 0, factor: 1 }], interval: { min: first.lower, max: null } };
}
