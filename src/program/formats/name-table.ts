import { itemAt } from '../item-at.js';
import type { Row } from '../linear-program.js';
import type { Meaning, NamedProgram, ProgramFormat } from './named-program.js';
import { boundRow, numberBits } from './opb.js';

/** One name that stands in the text of a program, and what it stands for. */
export interface NameRow extends Meaning {
  readonly name: string;
  readonly kind: 'column' | 'row';
}

/**
 * Every name in the text of a program as that format has it, columns first. Formats without names for rows count their
 * constraints from 1 in the order of the text; OPB has no name for a column that is fixed.
 */
export function nameTable(named: NamedProgram, format: ProgramFormat): readonly NameRow[] {
  return [...columnNames(named, format), ...rowNames(named, format)];
}

function columnNames({ program, columns }: NamedProgram, format: ProgramFormat): readonly NameRow[] {
  if (format === 'opb') {
    return numberBits(program.columns).flatMap(({ lower, variables }, column) => {
      if (variables.length === 0) return [{ name: `always ${lower}`, kind: 'column', ...itemAt(columns, column) }];
      return variables.map(({ variable, worth }) => {
        const { ref, text } = itemAt(columns, column);
        return { name: `x${variable}`, kind: 'column', ref, text: worth === 1 ? text : `${worth} times: ${text}` };
      });
    });
  }
  const plain = columns.map((meaning, index): NameRow => ({ name: `x${index}`, kind: 'column', ...meaning }));
  const needsOne = (format === 'lp' || format === 'mps') && program.objective.constant !== 0;
  return needsOne ? [...plain, { name: `x${columns.length}`, kind: 'column', ...CONSTANT }] : plain;
}

const CONSTANT: Meaning = { ref: null, text: 'always 1: it carries the constant of the objective' };

function rowNames({ program, rows }: NamedProgram, format: ProgramFormat): readonly NameRow[] {
  let next = 1 + (format === 'opb' ? boundConstraints(program) : 0);
  return program.rows.flatMap((row, index) => {
    const names = format === 'mzn' || format === 'opb' ? numbered(next, linesOf(row)) : namesOfRow(row, index, format);
    next += linesOf(row);
    return names.map((name): NameRow => ({ name, kind: 'row', ...itemAt(rows, index) }));
  });
}

function boundConstraints({ columns }: NamedProgram['program']): number {
  const bits = numberBits(columns);
  return columns.flatMap((column, index) => boundRow(column, bits, index)).length;
}

function numbered(first: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => `constraint ${first + at}`);
}

/** How many inequalities or equations a row is where nothing has a name. */
function linesOf({ interval: { min, max } }: Row): number {
  if (min !== null && min === max) return 1;
  return Number(min !== null) + Number(max !== null);
}

function namesOfRow(row: Row, index: number, format: ProgramFormat): readonly string[] {
  if (format !== 'lp') return [`r${index}`];
  const lines = linesOf(row);
  if (lines === 2) return [`r${index}_min`, `r${index}_max`];
  return lines === 1 ? [`r${index}`] : [];
}
