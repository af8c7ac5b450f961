import { error, type Issue } from '../../domain/issue.js';
import { conclude, failure, success, type Result } from '../../domain/result.js';
import { chooseDelimiter, columnName } from '../../read/table/csv-delimiter.js';
import { readHeader, type Columns } from '../../read/table/csv-header.js';
import { leftOutColumns, unitInHead, type KnowsUnit } from '../../read/units/markbook.js';
import { STATUS_COLUMNS } from '../../read/units/unit-status.js';
import { splitCells } from './cells.js';
import { startOf } from '../../read/text/text-places.js';

/** Columns of a CSV cohort, from 0, that say more of a unit held or of its learner; null for one that is not there. */
export interface CsvExtras {
  /** Each says how far the learner is: a unit is held if all of them say so. */
  readonly statuses: readonly number[];
  readonly credit: number | null;
  readonly registeredOn: number | null;
}

/** How a CSV cohort is laid out: what separates cells, which of them matter (from 0), and how many the header has. */
export interface CsvForm {
  readonly format: 'csv';
  readonly delimiter: string;
  readonly learner: number;
  readonly ref: number;
  readonly width: number;
  /** Absent where a row says who holds which unit, and nothing else that matters. */
  readonly extras?: CsvExtras;
}

/** How a markbook is laid out: a learner a row, and columns of units, each with the reference that its head names. */
export interface MarkbookForm {
  readonly format: 'markbook';
  readonly delimiter: string;
  readonly learner: number;
  readonly registeredOn: number | null;
  readonly width: number;
  readonly units: readonly { readonly index: number; readonly ref: string }[];
}

/** How the lines of a cohort are to be read. */
export type CohortForm = CsvForm | MarkbookForm | { readonly format: 'ndjson' };

/** The formats that a cohort may be in; a markbook is a CSV. */
export type CohortFormat = 'csv' | 'ndjson';

type CohortColumn = 'learner' | 'ref' | 'credit' | 'registered-on' | (typeof STATUS_COLUMNS)[number];

const COLUMNS: Columns<CohortColumn> = {
  required: ['learner', 'ref'],
  optional: ['credit', 'registered-on', ...STATUS_COLUMNS],
};
const NAMES = ['learner', 'ref'] as const;

/** The format that a file's name stands for; null when it says nothing. */
export function formatOfName(file: string): CohortFormat | null {
  if (/\.(?:csv|tsv)$/i.test(file)) return 'csv';
  return /\.(?:ndjson|jsonl|json)$/i.test(file) ? 'ndjson' : null;
}

/**
 * Reads the header of a CSV cohort, which stands in line `line` (from 1); `named` is what a line above it says that
 * separates its cells. With a column `learner`, none of the name `ref`,
 * and columns that `knows` takes for units, it is that of a markbook. Errors: the column `learner` or `ref` is missing or
 * given twice, a quote that is not closed. Warning: columns of a markbook that are no units.
 */
export function readCohortHeader(
  text: string,
  file: string,
  line: number,
  knows: KnowsUnit = () => false,
  named: string | null = null,
): Result<CsvForm | MarkbookForm> {
  const delimiter = named ?? chooseDelimiter(text, NAMES);
  const split = splitCells(text, delimiter);
  const place = { file, line, column: 1 };
  if (split.broken !== null) return failure([error('quote', split.broken.message, place), hint(place)]);
  const cells = split.cells.map((cell) => ({ text: cell, place }));
  const markbook = readMarkbookHeader(split.cells, delimiter, knows);
  if (markbook !== null) return success(markbook.form, leftOutColumns(markbook.leftOut, place));
  const { known, issues } = readHeader(cells, COLUMNS, []);
  const hinted = issues.some(({ severity }) => severity === 'error') ? [...issues, hint(place)] : issues;
  const width = split.cells.length;
  const [learner = 0, ref = 0] = NAMES.map((name) => known.get(name));
  const extras = extrasOf(known);
  return conclude(
    (): CsvForm => ({ format: 'csv', delimiter, learner, ref, width, ...(extras === null ? {} : { extras }) }),
    hinted,
  );
}

function extrasOf(known: ReadonlyMap<CohortColumn, number>): CsvExtras | null {
  const statuses = STATUS_COLUMNS.flatMap((column) => known.get(column) ?? []);
  const [credit = null, registeredOn = null] = [known.get('credit'), known.get('registered-on')];
  return statuses.length === 0 && credit === null && registeredOn === null ? null : { statuses, credit, registeredOn };
}

/** Null for the header of another table. */
function readMarkbookHeader(
  heads: readonly string[],
  delimiter: string,
  knows: KnowsUnit,
): { readonly form: MarkbookForm; readonly leftOut: readonly string[] } | null {
  const names = heads.map(columnName);
  const [learner, registered] = [names.indexOf('learner'), names.indexOf('registered-on')];
  if (learner < 0 || names.includes('ref')) return null;
  const others = heads.flatMap((head, index) =>
    index === learner || index === registered || head === '' ? [] : [{ head, index, ref: unitInHead(head, knows) }],
  );
  const units = others.flatMap(({ index, ref }) => (ref === null ? [] : [{ index, ref }]));
  if (units.length === 0) return null;
  const registeredOn = registered < 0 ? null : registered;
  return {
    form: { format: 'markbook', delimiter, learner, registeredOn, width: heads.length, units },
    leftOut: others.filter(({ ref }) => ref === null).map(({ head }) => head),
  };
}

function hint(source: Issue['source']): Issue {
  const message =
    'A cohort is a table with the columns learner and ref, a markbook with the column learner and a column for each unit, or NDJSON with one object a line.';
  return { code: 'cohort-form', severity: 'note', message, source };
}

/** The form of an input that ends before its first line: no learners, if it is NDJSON. */
export function formOfNothing(file: string, format: CohortFormat | null): Result<CohortForm> {
  if (format === 'ndjson') return success({ format });
  const message = 'There is nothing to read here; a table with the columns learner and ref is needed, or NDJSON.';
  return failure([error('empty-file', message, startOf(file))]);
}
