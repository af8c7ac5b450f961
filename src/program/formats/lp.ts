import { plainProgram } from './plain-program.js';
import type { Column, LinearProgram, Row, Term } from '../linear-program.js';

/** The format knows no width, but some readers refuse a line of more than 510 characters. */
const TERMS_A_LINE = 8;

/**
 * The program as text in the CPLEX LP format, for people and for any other solver. Columns are `x0, x1, ...` and rows
 * `r0, r1, ...`; a row bounded on both sides becomes `r3_min` and `r3_max`. The format cannot say a sum of nothing, so
 * such a sum is written `0 x0`; a constant of the objective is a last column fixed at 1.
 *
 * @example
 * ```ts
 * import { compile, parseMeasure, pose, valueOrThrow, writeLp } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * const problem = valueOrThrow(pose(specification));
 * const measure = parseMeasure('glh', []);
 * const program = compile(problem, { sense: 'minimise', terms: [{ measure, factor: 1 }] });
 * console.log(writeLp(program).split('\n')[0]); // Minimize
 * ```
 */
export function writeLp(program: LinearProgram): string {
  const { sense, columns, rows, objective } = plainProgram(program);
  const sections = [
    sense === 'minimise' ? 'Minimize' : 'Maximize',
    ` obj: ${writeSum(objective.terms)}`,
    'Subject To',
    ...rows.flatMap(writeRow),
    'Bounds',
    ...columns.map(writeBounds),
    ...writeNames('General', columns, (column) => !isBinary(column)),
    ...writeNames('Binary', columns, isBinary),
    'End',
  ];
  return `${sections.join('\n')}\n`;
}

function writeRow({ terms, interval }: Row, index: number): string[] {
  const { min, max } = interval;
  const sum = writeSum(terms);
  if (min !== null && min === max) return [` r${index}: ${sum} = ${min}`];
  if (min !== null && max !== null) return [` r${index}_min: ${sum} >= ${min}`, ` r${index}_max: ${sum} <= ${max}`];
  if (min !== null) return [` r${index}: ${sum} >= ${min}`];
  return max === null ? [] : [` r${index}: ${sum} <= ${max}`];
}

function writeSum(terms: readonly Term[]): string {
  if (terms.length === 0) return '0 x0';
  const pieces = terms.map(({ column, factor }) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} x${column}`);
  return breakLines(pieces, TERMS_A_LINE);
}

function writeBounds({ lower, upper }: Column, index: number): string {
  return lower === upper ? ` x${index} = ${lower}` : ` ${lower} <= x${index} <= ${upper}`;
}

function writeNames(section: string, columns: readonly Column[], belongs: (column: Column) => boolean): string[] {
  const names = columns.flatMap((column, index) => (belongs(column) ? [`x${index}`] : []));
  return names.length === 0 ? [] : [section, ` ${breakLines(names, TERMS_A_LINE)}`];
}

function isBinary({ lower, upper }: Column): boolean {
  return lower === 0 && upper === 1;
}

function breakLines(pieces: readonly string[], perLine: number): string {
  const lines: string[] = [];
  for (let start = 0; start < pieces.length; start += perLine) {
    lines.push(pieces.slice(start, start + perLine).join(' '));
  }
  return lines.join('\n  ');
}
