import { error, type Issue } from '../../domain/issue.js';
import { quote } from '../../domain/quote.js';
import { referenceKey } from '../../domain/reference.js';
import { conclude, type Result } from '../../domain/result.js';
import { nearest } from '../../domain/suggest.js';
import type { Place } from '../../domain/source.js';
import type { Cell } from '../table/cells.js';
import type { Columns } from '../table/csv-header.js';
import { readTable, type TableRow } from '../table/csv-table.js';
import { normaliseLineEnds } from '../text/decode-text.js';
import { leftOutColumns, unitInHead, type KnowsUnit } from './markbook.js';
import { readStatus, STATUS_COLUMNS } from './unit-status.js';

/** A learner with the qualification enrolled on, null where the file does not say, and the references held, each once. */
export interface Enrolment {
  readonly learner: string;
  readonly qualification: string | null;
  readonly held: readonly string[];
  readonly place: Place;
}

type EnrolmentColumn = 'learner' | 'qualification' | 'ref' | (typeof STATUS_COLUMNS)[number];

const COLUMNS: Columns<EnrolmentColumn> = {
  required: ['learner'],
  optional: ['qualification', 'ref', ...STATUS_COLUMNS],
};

/**
 * Reads who is enrolled on what, and who holds what. Three forms: a table with the columns learner, qualification and ref,
 * one row a unit held (an empty ref for none); a markbook, which has no column ref but one for each unit, with a status in
 * its cells; NDJSON with `{"learner", "qualification", "achieved"}` a line. Errors: those of a table, a row without a
 * learner, a learner on two qualifications, a status of which nobody can tell, a line that is no such object. Warning: columns
 * of a markbook that are no unit that `knows` knows.
 */
export function readEnrolments(text: string, file: string, knows: KnowsUnit): Result<readonly Enrolment[]> {
  const reading = new Enrolments();
  if (isNdjson(text, file)) readLines(text, file, reading);
  else readRows(text, file, reading, knows);
  return conclude(() => reading.all(), reading.issues);
}

function isNdjson(text: string, file: string): boolean {
  return /\.(?:ndjson|jsonl|json)$/i.test(file) || text.trimStart().startsWith('{');
}

class Enrolments {
  readonly issues: Issue[] = [];
  readonly #learners = new Map<string, { qualification: string | null; held: Map<string, string>; place: Place }>();

  add(learner: string, qualification: string | null, held: readonly string[], place: Place): void {
    if (learner === '') {
      this.issues.push(error('no-learner', 'This row does not say whose it is.', place));
      return;
    }
    const known = this.#learners.get(learner) ?? { qualification, held: new Map<string, string>(), place };
    this.#learners.set(learner, known);
    if (qualification !== null && known.qualification !== null && qualification !== known.qualification) {
      const message = `${quote(learner)} is enrolled on ${quote(known.qualification)} and on ${quote(qualification)}; a plan takes one qualification a learner, so give the second enrolment a name of its own.`;
      this.issues.push(error('learner-repeated', message, place));
    }
    known.qualification ??= qualification;
    for (const ref of held) known.held.set(referenceKey(ref), ref);
  }

  all(): readonly Enrolment[] {
    return [...this.#learners].map(([learner, { qualification, held, place }]) => ({
      learner,
      qualification,
      held: [...held.values()],
      place,
    }));
  }
}

function readRows(text: string, file: string, reading: Enrolments, knows: KnowsUnit): void {
  const { rows, further, issues } = readTable(text, file, COLUMNS);
  reading.issues.push(...issues);
  reading.issues.push(...mistypedColumn(rows, further));
  const isMarkbook = !rows.some(({ known }) => known.has('ref'));
  if (isMarkbook && further.size === 0 && rows.length > 0) {
    const message = "There is no column 'ref', and no column of a unit; give one of them.";
    reading.issues.push(error('missing-column', message, rows[0]?.first.place ?? null));
  }
  const columns = isMarkbook ? unitColumns(further, knows, reading) : new Map<string, string>();
  for (const row of rows) {
    // What a table without the column says of all rows is told once, with its header.
    if (!row.fits || !row.known.has('learner')) continue;
    const held = isMarkbook ? heldInMarkbook(row, columns, reading) : heldInRow(row, reading);
    const qualification = textIn(row, 'qualification');
    reading.add(textIn(row, 'learner'), qualification === '' ? null : qualification, held, row.first.place);
  }
}

/** A column that is nearly called `qualification` where none is: nobody's qualification would be read. */
function mistypedColumn(
  rows: readonly TableRow<EnrolmentColumn>[],
  further: ReadonlyMap<string, Place>,
): readonly Issue[] {
  if (rows.some(({ known }) => known.has('qualification'))) return [];
  const meant = nearest('qualification', [...further.keys()]);
  if (meant === null) return [];
  const message = `There is no column 'qualification'; is ${quote(meant)} meant to be it?`;
  return [error('missing-column', message, further.get(meant) ?? null)];
}

function textIn({ known }: TableRow<EnrolmentColumn>, column: EnrolmentColumn): string {
  return known.get(column)?.text ?? '';
}

/** The columns of a markbook that are units, by their heads; the others are told. */
function unitColumns(
  further: ReadonlyMap<string, Place>,
  knows: KnowsUnit,
  reading: Enrolments,
): ReadonlyMap<string, string> {
  const columns = new Map<string, string>();
  const others: string[] = [];
  for (const head of further.keys()) {
    const unit = unitInHead(head, knows);
    if (unit === null) others.push(head);
    else columns.set(head, unit);
  }
  const [place] = further.values();
  if (place !== undefined) reading.issues.push(...leftOutColumns(others, place));
  return columns;
}

function heldInRow(row: TableRow<EnrolmentColumn>, reading: Enrolments): readonly string[] {
  const ref = textIn(row, 'ref');
  const statuses = STATUS_COLUMNS.flatMap((column) => row.known.get(column) ?? []).map((cell) =>
    statusOf(cell, reading),
  );
  return ref === '' || statuses.includes(false) ? [] : [ref];
}

function heldInMarkbook(
  { further }: TableRow<EnrolmentColumn>,
  columns: ReadonlyMap<string, string>,
  reading: Enrolments,
): readonly string[] {
  return [...further].flatMap(([head, cell]) => {
    const unit = columns.get(head);
    return unit !== undefined && statusOf(cell, reading) ? [unit] : [];
  });
}

function statusOf(cell: Cell, reading: Enrolments): boolean {
  const status = readStatus(cell);
  if (typeof status === 'boolean') return status;
  reading.issues.push(status);
  return false;
}

function readLines(text: string, file: string, reading: Enrolments): void {
  for (const [index, line] of normaliseLineEnds(text).split('\n').entries()) {
    if (line.trim() === '') continue;
    const place = { file, line: index + 1, column: 1 };
    const object = parseObject(line);
    if (object === null) {
      const message = 'This line is no object {"learner": "...", "qualification": "...", "achieved": ["..."]}.';
      reading.issues.push(error('json', message, place));
    } else reading.add(object.learner, object.qualification, object.achieved, place);
  }
}

interface LineObject {
  readonly learner: string;
  readonly qualification: string | null;
  readonly achieved: readonly string[];
}

function parseObject(line: string): LineObject | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null;
    throw thrown;
  }
  if (typeof value !== 'object' || value === null || !('learner' in value)) return null;
  const { learner } = value;
  const qualification = 'qualification' in value ? value.qualification : null;
  const achieved: unknown = 'achieved' in value ? value.achieved : [];
  if (typeof learner !== 'string' || !Array.isArray(achieved)) return null;
  if (qualification !== null && typeof qualification !== 'string') return null;
  const refs = achieved.filter((ref): ref is string => typeof ref === 'string');
  return refs.length === achieved.length ? { learner, qualification, achieved: refs } : null;
}
