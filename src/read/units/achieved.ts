import { error, warning, type Issue } from '../../domain/issue.js';
import { itemAt } from '../../domain/item-at.js';
import { referenceKey } from '../../domain/reference.js';
import { conclude, type Result } from '../../domain/result.js';
import type { Place } from '../../domain/source.js';
import { checkLength, type Cell } from '../table/cells.js';
import { columnName, findTable } from '../table/csv-delimiter.js';
import type { Columns } from '../table/csv-header.js';
import { readTable } from '../table/csv-table.js';
import { normaliseLineEnds } from '../text/decode-text.js';
import { checkInvisible, withoutInvisible } from '../text/invisible.js';
import { readStatus, STATUS_COLUMNS } from './unit-status.js';
import { inOrder } from '../text/issue-order.js';
import { quote } from '../../domain/quote.js';
import { indexLines, startOf } from '../text/text-places.js';

/** A unit that a learner holds, by the reference as written. */
export interface AchievedUnit {
  readonly ref: string;
  readonly place: Place;
}

type HeldColumn = 'ref' | 'learner' | (typeof STATUS_COLUMNS)[number];

const COLUMNS: Columns<HeldColumn> = { required: ['ref'], optional: ['learner', ...STATUS_COLUMNS] };

/**
 * Reads the units that one learner holds: a table with a `ref` column, or plain text with one reference a line, where
 * blank lines and lines that begin with `#` are skipped. A file is a table when its name ends in `.csv` or `.tsv` or
 * its first line has a column `ref`. Of a table with a column `status`, `result` or `grade` only the units count that it
 * says are held. Errors: those of a table, units of several learners, a status of which nobody can tell. Warning: a reference given
 * twice (which is kept once), and a file without any.
 */
export function readAchieved(text: string, file: string): Result<readonly AchievedUnit[]> {
  const reading = isTable(text, file) ? readFromTable(text, file) : readFromLines(text, file);
  const issues = [...reading.issues, ...reading.cells.flatMap(checkInvisible)];
  const cells = reading.cells.map((cell) => ({ ...cell, text: withoutInvisible(cell.text) }));
  const units = new Map<string, AchievedUnit>();
  const repeated = cells.flatMap((cell) => {
    const key = referenceKey(cell.text);
    const earlier = units.get(key);
    if (earlier === undefined) units.set(key, { ref: cell.text, place: cell.place });
    return earlier === undefined ? [] : [repeatedUnit(cell, earlier)];
  });
  const none = cells.length === 0 ? [warning('no-units', 'This file lists no achieved unit.', startOf(file))] : [];
  const all = [...(issues.length > 0 ? issues : none), ...repeated];
  return conclude(() => [...units.values()], inOrder(all, file));
}

interface Reading {
  readonly cells: readonly Cell[];
  readonly issues: readonly Issue[];
}

function isTable(text: string, file: string): boolean {
  if (/\.(csv|tsv)$/i.test(file)) return true;
  const plain = normaliseLineEnds(text);
  const { delimiter, offset } = findTable(plain, ['ref']);
  const header = plain.slice(offset).split('\n', 1).join('');
  return header.split(delimiter).some((cell) => columnName(cell) === 'ref');
}

function readFromTable(text: string, file: string): Reading {
  const { rows, issues } = readTable(text, file, COLUMNS);
  const statuses = rows.map(({ known }) => STATUS_COLUMNS.flatMap((column) => known.get(column) ?? []).map(readStatus));
  const unknown = statuses.flat().filter((status) => typeof status !== 'boolean');
  const held = rows.filter((_, index) => itemAt(statuses, index).every((status) => status === true));
  const cells = held.flatMap(({ known }) => known.get('ref') ?? []);
  const empty = cells
    .filter((cell) => cell.text === '')
    .map((cell) => error('empty-cell', 'This row has no ref.', cell.place));
  const learners = new Set(rows.flatMap(({ known }) => known.get('learner')?.text ?? []));
  const several = learners.size > 1 ? [severalLearners([...learners], file)] : [];
  return { cells: cells.filter((cell) => cell.text !== ''), issues: [...issues, ...empty, ...unknown, ...several] };
}

function severalLearners(learners: readonly string[], file: string): Issue {
  const [first = '', second = ''] = learners;
  const message = `This file holds the units of ${learners.length} learners (${quote(first)}, ${quote(second)} ...); achieved units are those of one. For many learners there is the command 'cohort'.`;
  return error('several-learners', message, startOf(file));
}

function readFromLines(text: string, file: string): Reading {
  const plain = normaliseLineEnds(text);
  const locate = indexLines(plain, file);
  const cells: Cell[] = [];
  let start = 0;
  for (const line of plain.split('\n')) {
    const ref = line.trim();
    if (ref !== '' && !ref.startsWith('#')) cells.push({ text: ref, place: locate(start + line.indexOf(ref)) });
    start += line.length + 1;
  }
  return { cells, issues: cells.flatMap(checkLength) };
}

function repeatedUnit(cell: Cell, earlier: AchievedUnit): Issue {
  const message = `${cell.text} is listed twice; it stands in line ${earlier.place.line} already.`;
  return warning('repeated-unit', message, cell.place);
}
