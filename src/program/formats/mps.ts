import type { Column, LinearProgram, Row } from '../linear-program.js';
import { plainProgram } from './plain-program.js';

/**
 * The program as text in free MPS, the format that most solvers have read for longest. Columns are `x0, x1, ...`, rows
 * `r0, r1, ...`, and the objective is the row `obj`. MPS minimises: a program that maximises is written with every
 * factor of its objective negated, and a comment says so. A row bounded on both sides has an entry under RANGES. A
 * constant of the objective is a last column fixed at 1.
 */
export function writeMps(whole: LinearProgram): string {
  const program = plainProgram(whole);
  const { sense, columns, rows } = program;
  const lines = [
    ...(sense === 'maximise' ? ['* The program maximises; here the negated objective is minimised.'] : []),
    'NAME qualpath FREE',
    'ROWS',
    ' N obj',
    ...rows.map(({ interval }, index) => ` ${rowType(interval)} r${index}`),
    'COLUMNS',
    " MARKER 'MARKER' 'INTORG'",
    ...writeColumns(program),
    " MARKER 'MARKER' 'INTEND'",
    'RHS',
    ...rows.flatMap(writeRightHand),
    'RANGES',
    ...rows.flatMap(writeRange),
    'BOUNDS',
    ...columns.flatMap(writeBound),
    'ENDATA',
  ];
  return `${lines.join('\n')}\n`;
}

function rowType({ min, max }: Row['interval']): 'E' | 'G' | 'L' | 'N' {
  if (min !== null && min === max) return 'E';
  if (min !== null) return 'G';
  return max === null ? 'N' : 'L';
}

/** Every column has an entry, in the objective if nowhere else, as a column without one is not known to some readers. */
function writeColumns({ sense, columns, rows, objective }: LinearProgram): readonly string[] {
  const sign = sense === 'maximise' ? -1 : 1;
  const cost = new Map(objective.terms.map(({ column, factor }) => [column, sign * factor]));
  const entries = columns.map((_, column): string[] => [` x${column} obj ${cost.get(column) ?? 0}`]);
  for (const [index, { terms }] of rows.entries()) {
    for (const { column, factor } of terms) entries[column]?.push(` x${column} r${index} ${factor}`);
  }
  return entries.flat();
}

function writeRightHand({ interval: { min, max } }: Row, index: number): readonly string[] {
  const value = min ?? max;
  return value === null || value === 0 ? [] : [` RHS r${index} ${value}`];
}

function writeRange({ interval: { min, max } }: Row, index: number): readonly string[] {
  return min === null || max === null || min === max ? [] : [` RANGES r${index} ${max - min}`];
}

function writeBound({ lower, upper }: Column, index: number): readonly string[] {
  if (lower === upper) return [` FX BOUND x${index} ${lower}`];
  return [` LO BOUND x${index} ${lower}`, ` UP BOUND x${index} ${upper}`];
}
