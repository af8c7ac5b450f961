import type { Column, LinearProgram, Row, Term } from '../linear-program.js';

/**
 * The program as a MiniZinc model, for constraint solvers: an array `x` of the columns, from 0, a constraint a row, and
 * an output item that prints the objective and the point.
 */
export function writeMiniZinc({ sense, columns, rows, objective }: LinearProgram): string {
  const sum = `${writeSum(objective.terms)}${objective.constant === 0 ? '' : ` + ${bracketed(objective.constant)}`}`;
  const lines = [
    ...columns.map(writeColumn),
    ...rows.flatMap(writeRow),
    `var int: objective = ${sum};`,
    `solve ${sense === 'minimise' ? 'minimize' : 'maximize'} objective;`,
    `output ["objective=\\(objective)\\n", "x=\\([${columns.map((_, index) => `x${index}`).join(', ')}])\\n"];`,
  ];
  return `${lines.join('\n')}\n`;
}

function writeColumn({ lower, upper }: Column, index: number): string {
  return `var ${lower}..${upper}: x${index};`;
}

function writeRow({ terms, interval: { min, max } }: Row): readonly string[] {
  const sum = writeSum(terms);
  if (min !== null && min === max) return [`constraint ${sum} = ${min};`];
  return [
    ...(min === null ? [] : [`constraint ${sum} >= ${min};`]),
    ...(max === null ? [] : [`constraint ${sum} <= ${max};`]),
  ];
}

function writeSum(terms: readonly Term[]): string {
  if (terms.length === 0) return '0';
  return terms.map(({ column, factor }) => `${bracketed(factor)}*x${column}`).join(' + ');
}

function bracketed(value: number): string {
  return value < 0 ? `(${value})` : String(value);
}
