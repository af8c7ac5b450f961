import type { Column, LinearExpression, LinearProgram, Row, Term } from '../linear-program.js';

/**
 * The program in OPB, the format of pseudo-Boolean solvers. Its variables are 0 or 1 and are numbered from 1; a column
 * with other bounds is written as its lower bound plus a sum of bits, each a variable of its own, and a row keeps the
 * sum within the bounds. OPB minimises and knows no constant: a program that maximises is negated, and the constant of
 * the objective stands in a comment. Text for people is in comments, which begin with `*`.
 */
export function writeOpb(program: LinearProgram): string {
  const bits = numberBits(program.columns);
  const count = bits.reduce((sum, it) => sum + it.variables.length, 0);
  const sign = program.sense === 'maximise' ? -1 : 1;
  const objective = toBits(program.objective, bits);
  const rows = [...program.columns.flatMap((column, index) => boundRow(column, bits, index)), ...program.rows];
  const constraints = rows.flatMap((row) => writeRow(row, bits));
  const lines = [
    `* #variable= ${count} #constraint= ${constraints.length}`,
    ...(sign === -1 ? ['* The program maximises; here the negated objective is minimised.'] : []),
    ...(objective.constant === 0 ? [] : [`* The objective's constant, left out below: ${sign * objective.constant}`]),
    `min: ${writeSum(objective.terms, sign)};`,
    ...constraints,
  ];
  return `${lines.join('\n')}\n`;
}

interface Bits {
  readonly lower: number;
  /** Variables from 1, each with what it is worth. */
  readonly variables: readonly { readonly variable: number; readonly worth: number }[];
}

/** The variables of each column, by the position of the column: the first of a 0-1 column is that column itself. */
export function numberBits(columns: readonly Column[]): readonly Bits[] {
  let next = 1;
  return columns.map(({ lower, upper }) => {
    const variables: { variable: number; worth: number }[] = [];
    for (let worth = 1; worth <= upper - lower; worth *= 2) variables.push({ variable: next++, worth });
    return { lower, variables };
  });
}

/** The row that keeps the bits of a column within its bounds, where they may add up to more than it may hold. */
export function boundRow({ lower, upper }: Column, bits: readonly Bits[], column: number): readonly Row[] {
  const own = bits[column];
  if (own === undefined) throw new RangeError(`there is no column ${column}`);
  const reach = own.variables.reduce((sum, { worth }) => sum + worth, lower);
  if (reach === upper) return [];
  return [{ terms: [{ column, factor: 1 }], interval: { min: null, max: upper } }];
}

function toBits({ terms, constant }: LinearExpression, bits: readonly Bits[]): LinearExpression {
  let shifted = constant;
  const spread: Term[] = [];
  for (const { column, factor } of terms) {
    const own = bits[column];
    if (own === undefined) throw new RangeError(`there is no column ${column}`);
    shifted += factor * own.lower;
    for (const { variable, worth } of own.variables) spread.push({ column: variable, factor: factor * worth });
  }
  return { terms: spread, constant: shifted };
}

function writeRow({ terms, interval: { min, max } }: Row, bits: readonly Bits[]): readonly string[] {
  const { terms: spread, constant } = toBits({ terms, constant: 0 }, bits);
  if (min !== null && min === max) return [`${writeSum(spread, 1)} = ${min - constant} ;`];
  return [
    ...(min === null ? [] : [`${writeSum(spread, 1)} >= ${min - constant} ;`]),
    ...(max === null ? [] : [`${writeSum(spread, -1)} >= ${constant - max} ;`]),
  ];
}

/** A sum of nothing is written with a factor of 0, as every constraint has to name a variable. */
function writeSum(terms: readonly Term[], sign: 1 | -1): string {
  if (terms.length === 0) return '+0 x1';
  return terms.map(({ column, factor }) => `${sign * factor < 0 ? '' : '+'}${sign * factor} x${column}`).join(' ');
}
