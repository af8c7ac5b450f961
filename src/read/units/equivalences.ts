import type { Equivalence } from '../../domain/identity.js';
import { error, warning, type Issue } from '../../domain/issue.js';
import { referenceKey } from '../../domain/reference.js';
import { conclude, type Result } from '../../domain/result.js';
import { didYouMean } from '../../domain/suggest.js';
import type { Cell } from '../table/cells.js';
import type { Columns } from '../table/csv-header.js';
import { readTable, type TableRow, type TableText } from '../table/csv-table.js';
import { checkInvisible, withoutInvisible } from '../text/invisible.js';
import { inOrder } from '../text/issue-order.js';
import { quote } from '../../domain/quote.js';

type EquivalenceColumn = 'unit' | 'other' | 'kind' | 'basis';

const COLUMNS: Columns<EquivalenceColumn> = { required: ['unit', 'other', 'kind', 'basis'], optional: [] };
const KINDS = ['same', 'equivalent', 'replaces'] as const;

/**
 * Reads an equivalences table. Errors: those of a table, an empty `unit` or `other`, an unknown `kind`, a unit beside
 * itself, and a pair that is of one kind in one row and of another kind in another. Warnings: a pair given twice, a
 * reference with characters that cannot be seen.
 *
 * @example
 * ```ts
 * import { readEquivalences, valueOrThrow } from 'qualpath';
 *
 * const text = 'unit,other,kind,basis\nCS 30,K/506/2169,equivalent,title\n';
 * console.log(valueOrThrow(readEquivalences(text, 'equivalences.csv'))[0].kind); // equivalent
 * ```
 */
export function readEquivalences(text: TableText, file: string): Result<readonly Equivalence[]> {
  const table = readTable(text, file, COLUMNS);
  const readings = table.rows.filter((row) => row.fits).map(readRow);
  const rows = readings.flatMap(({ row }) => row ?? []);
  const issues = [...table.issues, ...readings.flatMap((reading) => reading.issues), ...comparePairs(rows)];
  return conclude(() => firstOfEachPair(rows), inOrder(issues, file));
}

/** The rows without those whose pair of units an earlier row has. */
export function firstOfEachPair(rows: readonly Equivalence[]): readonly Equivalence[] {
  const first = new Map<string, Equivalence>();
  for (const row of rows) if (!first.has(pairKey(row))) first.set(pairKey(row), row);
  return [...first.values()];
}

/** The two units of a row, the same whichever of them comes first. */
function pairKey(row: Equivalence): string {
  return JSON.stringify([referenceKey(row.unit), referenceKey(row.other)].sort());
}

function readRow({ known }: TableRow<EquivalenceColumn>): {
  readonly row: Equivalence | null;
  readonly issues: readonly Issue[];
} {
  const [unit, other, kind, basis] = COLUMNS.required.map((column) => known.get(column));
  if (unit === undefined || other === undefined || kind === undefined || basis === undefined) {
    return { row: null, issues: [] };
  }
  const found = KINDS.find((candidate) => candidate === kind.text.toLowerCase());
  const issues = [...checkUnits(unit, other), ...(found === undefined ? [unknownKind(kind)] : [])];
  if (issues.length > 0 || found === undefined) return { row: null, issues };
  const [one, two] = [withoutInvisible(unit.text), withoutInvisible(other.text)];
  const row = { unit: one, other: two, kind: found, basis: basis.text, place: unit.place };
  return { row, issues: [unit, other].flatMap(checkInvisible) };
}

function checkUnits(unit: Cell, other: Cell): Issue[] {
  const empty = [unit, other].filter((cell) => cell.text === '');
  if (empty.length > 0) {
    return empty.map((cell) => error('empty-cell', 'A unit is missing here: its ref or urn.', cell.place));
  }
  if (referenceKey(unit.text) !== referenceKey(other.text)) return [];
  return [error('equal-to-itself', `The unit ${unit.text} is set beside itself.`, other.place)];
}

function unknownKind(cell: Cell): Issue {
  const message = `The kind ${quote(cell.text)} is unknown${didYouMean(cell.text, KINDS)}; it is 'same' for two names of one piece of learning, 'equivalent', or 'replaces' where 'unit' is the old one and 'other' the new.`;
  return error('unknown-kind', message, cell.place);
}

function comparePairs(rows: readonly Equivalence[]): Issue[] {
  const first = new Map(firstOfEachPair(rows).map((row) => [pairKey(row), row]));
  return rows.flatMap((row) => {
    const earlier = first.get(pairKey(row));
    return earlier === undefined || earlier === row ? [] : [repeatedPair(row, earlier)];
  });
}

function isSameWay(row: Equivalence, other: Equivalence): boolean {
  return referenceKey(row.unit) === referenceKey(other.unit);
}

function repeatedPair(row: Equivalence, earlier: Equivalence): Issue {
  const pair = `${row.unit} and ${row.other}`;
  if (row.kind === 'replaces' && earlier.kind === 'replaces' && !isSameWay(row, earlier)) {
    const message = `${row.unit} is replaced by ${row.other} here, and ${earlier.unit} by ${earlier.other} in line ${earlier.place.line}.`;
    return error('conflicting-pair', message, row.place);
  }
  if (earlier.kind === row.kind) {
    const message = `${pair} are set beside each other twice; they stand in line ${earlier.place.line} already.`;
    return warning('repeated-pair', message, row.place);
  }
  const message = `${pair} are '${row.kind}' here, but '${earlier.kind}' in line ${earlier.place.line}.`;
  return error('conflicting-pair', message, row.place);
}
