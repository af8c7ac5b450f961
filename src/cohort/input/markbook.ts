import { parseDate } from '../../domain/date.js';
import { isBlank } from '../../read/table/figure-cell.js';
import { statusOf, unknownStatus } from '../../read/units/unit-status.js';
import { noDay } from '../../read/units/validity.js';
import { splitCells } from './cells.js';
import type { MarkbookForm } from './form.js';
import { LARGEST_LEARNER, lineProblem, lineTooLong, type CohortBlock, type CohortItem } from './item.js';
import { columnOf } from './row.js';
import type { CohortText } from './text.js';

/**
 * Reads rows of a markbook: a learner a row, a unit a column, and in each cell how far the learner is with the unit;
 * blank is not held. A row that cannot be read is a problem of its own.
 */
export function readMarkbookBlock({ text, notUtf8 }: CohortText, form: MarkbookForm): CohortBlock {
  const items: CohortItem[] = [];
  let line = 0;
  for (let start = 0; start < text.length; line++) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    const item = readRow(text.slice(start, end), form, line, notUtf8.get(line));
    if (item !== null) items.push(item);
    start = end + 1;
  }
  return { items, lines: line };
}

function readRow(text: string, form: MarkbookForm, line: number, badColumn: number | undefined): CohortItem | null {
  if (text.length > LARGEST_LEARNER) return lineTooLong(line);
  if (badColumn !== undefined) {
    return lineProblem('encoding', 'This line is not UTF-8, so it is in another encoding.', line, badColumn);
  }
  const { cells, broken } = splitCells(text, form.delimiter);
  if (broken !== null) return lineProblem('quote', broken.message, line, broken.column);
  if (cells.every((cell) => cell === '')) return null;
  if (cells.slice(form.width).some((cell) => cell !== '')) {
    const message = `This row has ${cells.length} cells, the header has ${form.width}.`;
    return lineProblem('row-too-long', message, line);
  }
  const learner = cells[form.learner] ?? '';
  if (learner === '') return lineProblem('no-learner', 'This row does not say who it is about.', line);
  return (
    readMarks(cells, learner, form, (code, message, index) =>
      lineProblem(code, message, line, columnOf(text, form.delimiter, index)),
    ) ?? { kind: 'learner', learner, held: heldIn(cells, form), line, ...registrationIn(cells, form) }
  );
}

type Refuse = (code: 'unknown-status' | 'not-a-date', message: string, index: number) => CohortItem;

/** What is wrong with the cells of a row; null when nothing is. */
function readMarks(cells: readonly string[], learner: string, form: MarkbookForm, refuse: Refuse): CohortItem | null {
  for (const { index, ref } of form.units) {
    const cell = cells[index] ?? '';
    if (statusOf(cell) === null) return refuse('unknown-status', `${ref} of ${learner}: ${unknownStatus(cell)}`, index);
  }
  const day = registrationIn(cells, form).registeredOn;
  if (form.registeredOn === null || day === undefined || parseDate(day) !== null) return null;
  return refuse('not-a-date', noDay(day), form.registeredOn);
}

function heldIn(cells: readonly string[], { units }: MarkbookForm): readonly string[] {
  return units.filter(({ index }) => statusOf(cells[index] ?? '') === true).map(({ ref }) => ref);
}

function registrationIn(cells: readonly string[], { registeredOn }: MarkbookForm): { readonly registeredOn?: string } {
  const day = registeredOn === null ? '' : (cells[registeredOn] ?? '').trim();
  return isBlank(day) ? {} : { registeredOn: day };
}
