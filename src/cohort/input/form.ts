import { error, type Issue } from '../../domain/issue.js';
import { conclude, failure, success, type Result } from '../../domain/result.js';
import { chooseDelimiter } from '../../read/table/csv-delimiter.js';
import { readHeader, type Columns } from '../../read/table/csv-header.js';
import { splitCells } from './cells.js';
import { startOf } from '../../read/text/text-places.js';

/** How a CSV cohort is laid out: what separates cells, which of them matter (from 0), and how many the header has. */
export interface CsvForm {
  readonly format: 'csv';
  readonly delimiter: string;
  readonly learner: number;
  readonly ref: number;
  readonly width: number;
}

/** How the lines of a cohort are to be read. */
export type CohortForm = CsvForm | { readonly format: 'ndjson' };

/** The formats that a cohort may be in. */
export type CohortFormat = CohortForm['format'];

const COLUMNS: Columns<'learner' | 'ref'> = { required: ['learner', 'ref'], optional: [] };
const NAMES = COLUMNS.required;

/** The format that a file's name stands for; null when it says nothing. */
export function formatOfName(file: string): CohortFormat | null {
  if (/\.(?:csv|tsv)$/i.test(file)) return 'csv';
  return /\.(?:ndjson|jsonl|json)$/i.test(file) ? 'ndjson' : null;
}

/**
 * Reads the header of a CSV cohort, which stands in line `line` (from 1). Errors: the column `learner` or `ref` is
 * missing or given twice, a quote that is not closed.
 */
export function readCohortHeader(text: string, file: string, line: number): Result<CsvForm> {
  const delimiter = chooseDelimiter(text, NAMES);
  const split = splitCells(text, delimiter);
  const place = { file, line, column: 1 };
  if (split.broken !== null) return failure([error('quote', split.broken.message, place), hint(place)]);
  const cells = split.cells.map((cell) => ({ text: cell, place }));
  const { known, issues } = readHeader(cells, COLUMNS, []);
  const hinted = issues.some(({ severity }) => severity === 'error') ? [...issues, hint(place)] : issues;
  const width = split.cells.length;
  const [learner = 0, ref = 0] = NAMES.map((name) => known.get(name));
  return conclude((): CsvForm => ({ format: 'csv', delimiter, learner, ref, width }), hinted);
}

function hint(source: Issue['source']): Issue {
  const message = 'A cohort is a table with the columns learner and ref, or NDJSON with one object a line.';
  return { code: 'cohort-form', severity: 'note', message, source };
}

/** The form of an input that ends before its first line: no learners, if it is NDJSON. */
export function formOfNothing(file: string, format: CohortFormat | null): Result<CohortForm> {
  if (format === 'ndjson') return success({ format });
  const message = 'There is nothing to read here; a table with the columns learner and ref is needed, or NDJSON.';
  return failure([error('empty-file', message, startOf(file))]);
}
