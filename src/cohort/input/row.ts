import type { IssueCode } from '../../domain/issue-code.js';
import { quote } from '../../domain/quote.js';
import { parseDate } from '../../domain/date.js';
import { parseFigure } from '../../domain/quantity.js';
import { isBlank } from '../../read/table/figure-cell.js';
import { statusOf, unknownStatus } from '../../read/units/unit-status.js';
import { noDay } from '../../read/units/validity.js';
import { splitCells } from './cells.js';
import type { CsvExtras, CsvForm } from './form.js';
import { LARGEST_LEARNER, lineProblem, lineTooLong, type CohortProblem } from './item.js';

/** A row that says who holds a unit, or does not hold it yet. */
export interface ReadableRow extends RowExtras {
  readonly learner: string;
  readonly ref: string;
  readonly problem?: undefined;
}

/**
 * One row of a CSV cohort: a unit held (an empty `ref` for none), or what keeps it from being read. Even then its
 * learner is named if that much can be read. Null for a blank row.
 */
export type CohortRow = ReadableRow | { readonly learner: string | null; readonly problem: CohortProblem } | null;

/** What a row says besides, where the header has columns for it. */
interface RowExtras {
  /** False for a unit that the learner does not hold yet. */
  readonly isHeld?: boolean;
  readonly credit?: number;
  readonly registeredOn?: string;
}

/** Reads the row in a line (from 0); `badColumn` is where it is not UTF-8, if it is not. */
export function readRow(text: string, form: CsvForm, line: number, badColumn?: number): CohortRow {
  if (text.length > LARGEST_LEARNER) return { learner: null, problem: lineTooLong(line) };
  const { cells, broken } = splitCells(text, form.delimiter);
  const learner = readableOrNull(cells[form.learner]);
  const refuse = (code: IssueCode, message: string, column = 1): CohortRow => {
    return { learner, problem: lineProblem(code, message, line, column) };
  };
  if (badColumn !== undefined)
    return refuse('encoding', 'This line is not UTF-8, so it is in another encoding.', badColumn);
  if (broken !== null) return refuse('quote', broken.message, broken.column);
  if (cells.every((cell) => cell === '')) return null;
  if (cells.slice(form.width).some((cell) => cell !== '')) {
    return refuse('row-too-long', `This row has ${cells.length} cells, the header has ${form.width}.`);
  }
  const ref = cells[form.ref];
  if (ref === undefined || cells[form.learner] === undefined) {
    return refuse('row-too-short', `This row has ${cells.length} of ${form.width} cells.`);
  }
  if (learner === null) return refuse('no-learner', `This row does not say who holds ${quote(ref)}.`);
  if (form.extras === undefined) return { learner, ref };
  const extras = readExtras(cells, form.extras);
  if ('code' in extras) return refuse(extras.code, extras.message, columnOf(text, form.delimiter, extras.index));
  return { learner, ref, ...extras };
}

interface WrongCell {
  readonly code: IssueCode;
  readonly message: string;
  readonly index: number;
}

function readExtras(cells: readonly string[], { statuses, credit, registeredOn }: CsvExtras): RowExtras | WrongCell {
  const cellAt = (index: number | null): string => (index === null ? '' : (cells[index] ?? ''));
  let isHeld = true;
  for (const index of statuses) {
    const status = statusOf(cellAt(index));
    if (status === null) return { code: 'unknown-status', message: unknownStatus(cellAt(index)), index };
    isHeld &&= status;
  }
  const [credits, day] = [cellAt(credit), cellAt(registeredOn)];
  const figure = isBlank(credits) ? undefined : parseFigure(credits);
  if (figure === null) return wrong('not-a-number', `${quote(credits)} is no number of credits.`, credit);
  if (!isBlank(day) && parseDate(day) === null) return wrong('not-a-date', noDay(day), registeredOn);
  return {
    isHeld,
    ...(figure === undefined ? {} : { credit: figure }),
    ...(isBlank(day) ? {} : { registeredOn: day }),
  };
}

function wrong(code: IssueCode, message: string, index: number | null): WrongCell {
  if (index === null) throw new Error('a cell of a column that is not there was found wrong');
  return { code, message, index };
}

/** Where a cell begins in its line, from 1; the line as a whole where quotes make that another question. */
export function columnOf(line: string, delimiter: string, index: number): number {
  if (line.includes('"')) return 1;
  const before = line.split(delimiter).slice(0, index);
  return before.reduce((sum, cell) => sum + cell.length + delimiter.length, 1);
}

function readableOrNull(cell: string | undefined): string | null {
  return cell === undefined || cell === '' || cell.includes('\uFFFD') ? null : cell;
}
