import type { IsoDate } from '../../domain/date.js';
import { error, warning, type Issue } from '../../domain/issue.js';
import { itemAt } from '../../domain/item-at.js';
import { parseFigure } from '../../domain/quantity.js';
import { referenceKey } from '../../domain/reference.js';
import { conclude, type Result } from '../../domain/result.js';
import type { Place } from '../../domain/source.js';
import { checkLength, type Cell } from '../table/cells.js';
import { columnName, findTable } from '../table/csv-delimiter.js';
import type { Columns } from '../table/csv-header.js';
import { readTable } from '../table/csv-table.js';
import { isBlank } from '../table/figure-cell.js';
import { normaliseLineEnds } from '../text/decode-text.js';
import { checkInvisible, withoutInvisible } from '../text/invisible.js';
import { chooseLearner, unknownLearner } from './chosen-learner.js';
import { leftOutColumns, unitInHead, type KnowsUnit } from './markbook.js';
import { readRegistration, REGISTERED_ON } from './registration.js';
import { readStatus, STATUS_COLUMNS } from './unit-status.js';
import { inOrder } from '../text/issue-order.js';
import { quote } from '../../domain/quote.js';
import { indexLines, startOf } from '../text/text-places.js';

/**
 * A unit that a learner holds, by the reference as written, with the credit that it is recorded with and the day on which
 * its learner registered, where the file has them.
 */
export interface AchievedUnit {
  readonly ref: string;
  readonly place: Place;
  readonly credit?: number;
  readonly registeredOn?: IsoDate;
}

/** How a file is to be looked at. */
export interface AchievedOptions {
  /** Of a file with several learners, the one that is meant. */
  readonly learner?: string;
  /** Which columns of a markbook are units; all but `learner` without. */
  readonly knows?: KnowsUnit;
}

type HeldColumn = 'ref' | 'learner' | 'credit' | typeof REGISTERED_ON | (typeof STATUS_COLUMNS)[number];

const COLUMNS: Columns<HeldColumn> = {
  required: ['ref'],
  optional: ['learner', 'credit', REGISTERED_ON, ...STATUS_COLUMNS],
};

/**
 * Reads the units that one learner holds: a table with a `ref` column, or plain text with one reference a line, where
 * blank lines and lines that begin with `#` are skipped. A file is a table when its name ends in `.csv` or `.tsv` or
 * its first line has a column `ref`. Of a table with a column `status`, `result` or `grade` only the units count that it
 * says are held, and a table with a column `learner` and none of the name `ref` is a markbook, see `readMarkbook`.
 * Errors: those of a table, units of several learners, a learner who is not in it, a status of which nobody can tell, a
 * credit that is no number. Warning: a reference given twice (which is kept once), and a file without any.
 *
 * @example
 * ```ts
 * import { readAchieved, valueOrThrow } from 'qualpath';
 *
 * const held = valueOrThrow(readAchieved('ref,grade\nCS 1,pass\nCS 2,fail\n', 'held.csv'));
 * console.log(held.map(({ ref }) => ref)); // [ 'CS 1' ]
 * ```
 */
export function readAchieved(
  text: string,
  file: string,
  options: AchievedOptions = {},
): Result<readonly AchievedUnit[]> {
  const reading = isTable(text, file)
    ? (readMarkbook(text, file, options) ?? readFromTable(text, file, options))
    : readFromLines(text, file, options);
  const issues = [...reading.issues, ...reading.cells.flatMap(checkInvisible)];
  const cells = reading.cells.map((cell) => ({ ...cell, text: withoutInvisible(cell.text) }));
  const units = new Map<string, AchievedUnit>();
  const repeated = cells.flatMap((cell) => {
    const key = referenceKey(cell.text);
    const earlier = units.get(key);
    if (earlier === undefined) units.set(key, unitOf(cell));
    return earlier === undefined ? [] : [repeatedUnit(cell, earlier)];
  });
  const none = cells.length === 0 ? [warning('no-units', 'This file lists no achieved unit.', startOf(file))] : [];
  const all = [...(issues.length > 0 ? issues : none), ...repeated];
  return conclude(() => [...units.values()], inOrder(all, file));
}

interface HeldCell extends Cell {
  readonly credit?: number;
  readonly registeredOn?: IsoDate;
}

interface Reading {
  readonly cells: readonly HeldCell[];
  readonly issues: readonly Issue[];
}

function unitOf({ text, place, credit, registeredOn }: HeldCell): AchievedUnit {
  const recorded = credit === undefined ? {} : { credit };
  return { ref: text, place, ...recorded, ...(registeredOn === undefined ? {} : { registeredOn }) };
}

function isTable(text: string, file: string): boolean {
  if (/\.(csv|tsv)$/i.test(file)) return true;
  const plain = normaliseLineEnds(text);
  const { delimiter, offset } = findTable(plain, ['ref']);
  const header = plain.slice(offset).split('\n', 1).join('');
  return header.split(delimiter).some((cell) => columnName(cell) === 'ref');
}

function readFromTable(text: string, file: string, { learner }: AchievedOptions): Reading {
  const { rows: all, issues } = readTable(text, file, COLUMNS);
  const chosen = chooseLearner(all, learner, file);
  const { rows } = chosen;
  const statuses = rows.map(({ known }) => STATUS_COLUMNS.flatMap((column) => known.get(column) ?? []).map(readStatus));
  const unknown = statuses.flat().filter((status) => typeof status !== 'boolean');
  const held = rows.filter((_, index) => itemAt(statuses, index).every((status) => status === true));
  const credits = held.map(({ known }) => readCredit(known.get('credit')));
  const registered = readRegistration(rows);
  const cells = held.flatMap(({ known }, index): HeldCell[] => {
    const ref = known.get('ref');
    const credit = itemAt(credits, index);
    return ref === undefined ? [] : [{ ...ref, ...registered.on, ...(typeof credit === 'number' ? { credit } : {}) }];
  });
  const empty = cells
    .filter((cell) => cell.text === '')
    .map((cell) => error('empty-cell', 'This row has no ref.', cell.place));
  const wrong = credits.filter((credit) => typeof credit === 'object' && credit !== null);
  return {
    cells: cells.filter((cell) => cell.text !== ''),
    issues: [...issues, ...empty, ...unknown, ...wrong, ...registered.issues, ...chosen.issues],
  };
}

/** Null for a blank cell, and where the table has no such column. */
function readCredit(cell: Cell | undefined): number | Issue | null {
  if (cell === undefined || isBlank(cell.text)) return null;
  return parseFigure(cell.text) ?? error('not-a-number', `${quote(cell.text)} is no number of credits.`, cell.place);
}

/**
 * Reads a markbook, as it is exported: a learner a row, a unit a column, and in a cell how far the learner is with it;
 * blank is not held. Null for a table of another kind. Warning: columns that are no units.
 */
function readMarkbook(text: string, file: string, { learner, knows = () => true }: AchievedOptions): Reading | null {
  const table = readTable(text, file, { required: ['learner'], optional: ['ref', REGISTERED_ON] });
  const [first] = table.rows;
  if (first?.known.has('learner') !== true || first.known.has('ref')) return null;
  const chosen = chooseLearner(table.rows, learner, file);
  const heads = [...table.further.keys()].map((head) => ({ head, unit: unitInHead(head, knows) }));
  const registered = readRegistration(chosen.rows);
  const cells: HeldCell[] = [];
  const unknown: Issue[] = [];
  for (const { further } of chosen.rows) {
    for (const { head, unit } of heads) {
      const cell = further.get(head);
      if (unit === null || cell === undefined) continue;
      const status = readStatus(cell);
      if (status === true) cells.push({ text: unit, place: cell.place, ...registered.on });
      else if (status !== false) unknown.push(status);
    }
  }
  const none = heads.filter(({ unit }) => unit === null).map(({ head }) => head);
  const leftOut = leftOutColumns(none, startOf(file));
  return { cells, issues: [...table.issues, ...leftOut, ...unknown, ...registered.issues, ...chosen.issues] };
}

function readFromLines(text: string, file: string, { learner }: AchievedOptions): Reading {
  const plain = normaliseLineEnds(text);
  const locate = indexLines(plain, file);
  const cells: Cell[] = [];
  let start = 0;
  for (const line of plain.split('\n')) {
    const ref = line.trim();
    if (ref !== '' && !ref.startsWith('#')) cells.push({ text: ref, place: locate(start + line.indexOf(ref)) });
    start += line.length + 1;
  }
  const none = learner === undefined ? [] : [unknownLearner(learner, [], file)];
  return { cells, issues: [...cells.flatMap(checkLength), ...none] };
}

function repeatedUnit(cell: Cell, earlier: AchievedUnit): Issue {
  const message = `${cell.text} is listed twice; it stands in line ${earlier.place.line} already.`;
  return warning('repeated-unit', message, cell.place);
}
