import { error, type Issue } from '../../domain/issue.js';
import { parseWholeNumber } from '../../domain/quantity.js';
import { quote } from '../../domain/quote.js';
import { conclude, type Result } from '../../domain/result.js';
import type { Place } from '../../domain/source.js';
import type { Columns } from '../table/csv-header.js';
import { readTable, type TableRow } from '../table/csv-table.js';

/** A row of a staff table: so many hours of a person, in one period or (null) in each, for these units or (null) for all. */
export interface StaffRow {
  readonly person: string;
  readonly hours: number;
  readonly units: readonly string[] | null;
  /** From 1. */
  readonly period: number | null;
  readonly place: Place;
}

type StaffColumn = 'person' | 'hours' | 'units' | 'period';

const COLUMNS: Columns<StaffColumn> = { required: ['person', 'hours', 'units'], optional: ['period'] };

/**
 * Reads who teaches: a table with the columns person, hours and units (references with semicolons between them, empty for
 * every unit) and, where hours differ, period. Errors: those of a table, hours or periods that are no whole numbers, a row
 * without a person, a person given twice for one period.
 */
export function readStaff(text: string, file: string): Result<readonly StaffRow[]> {
  const { rows, issues } = readTable(text, file, COLUMNS);
  const all: Issue[] = [...issues];
  const staff = rows.filter(({ fits, known }) => fits && known.has('person')).map((row) => readRow(row, all));
  const seen = new Set<string>();
  for (const { person, period, place } of staff) {
    const key = `${person} ${period ?? 'each'}`;
    if (seen.has(key)) all.push(error('repeated-key', `${quote(person)} is given twice for the same period.`, place));
    seen.add(key);
  }
  return conclude(() => staff, all);
}

function readRow({ known, first }: TableRow<StaffColumn>, issues: Issue[]): StaffRow {
  const person = known.get('person')?.text ?? '';
  if (person === '') issues.push(error('empty-cell', 'This row names no person.', first.place));
  const figure = (column: 'hours' | 'period', least: number): number | null => {
    const cell = known.get(column);
    if (cell === undefined || cell.text === '') return null;
    const value = parseWholeNumber(cell.text);
    if (value !== null && value >= least) return value;
    issues.push(
      error('not-a-number', `The ${column} ${quote(cell.text)} is no whole number of ${least} or more.`, cell.place),
    );
    return null;
  };
  const hours = figure('hours', 0);
  if (hours === null && known.get('hours')?.text === '') {
    issues.push(error('empty-cell', 'This row has no hours.', first.place));
  }
  const refs = (known.get('units')?.text ?? '').split(';').map((ref) => ref.trim());
  const units = refs.filter((ref) => ref !== '');
  const period = figure('period', 1);
  return { person, hours: hours ?? NaN, units: units.length === 0 ? null : units, period, place: first.place };
}
