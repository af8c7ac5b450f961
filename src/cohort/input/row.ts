import type { IssueCode } from '../../domain/issue-code.js';
import { quote } from '../../domain/quote.js';
import { splitCells } from './cells.js';
import type { CsvForm } from './form.js';
import { LARGEST_LEARNER, lineProblem, lineTooLong, type CohortProblem } from './item.js';

/**
 * One row of a CSV cohort: a unit held (an empty `ref` for none), or what keeps it from being read. Even then its
 * learner is named if that much can be read. Null for a blank row.
 */
export type CohortRow =
  | { readonly learner: string; readonly ref: string; readonly problem?: undefined }
  | { readonly learner: string | null; readonly problem: CohortProblem }
  | null;

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
  return { learner, ref };
}

function readableOrNull(cell: string | undefined): string | null {
  return cell === undefined || cell === '' || cell.includes('\uFFFD') ? null : cell;
}
