import { error } from '../../domain/issue.js';
import { conclude, type Result } from '../../domain/result.js';
import type { Figure, UnitRow } from '../../domain/unit.js';
import { readTable, type TableText } from '../table/csv-table.js';
import type { DeclaredGroups } from '../model/group-name.js';
import { inOrder } from '../text/issue-order.js';
import { startOf } from '../text/text-places.js';
import { carryGroups } from './merged-groups.js';
import { listUnits, unreadable, type UnitListing } from './unit-listing.js';
import { readUnitRow, UNIT_COLUMNS } from './unit-row.js';

/** The units of a unit table, with the names of its further columns. */
export interface UnitTable {
  readonly rows: readonly UnitRow<Figure>[];
  readonly columns: readonly string[];
}

/**
 * Reads a unit table: CSV with a header, its cells separated by commas, semicolons or tabs, or a sheet of a workbook. `file` names it in places.
 * Every cell that is wrong is an error of its own; figures that are blank, `-` or `TBC` are open values.
 *
 * @example
 * ```ts
 * import { readUnitTable } from 'qualpath';
 *
 * const read = readUnitTable('group,ref,title,level,credit,glh\nA,X 1,One,2,three,24\n', 'units.csv');
 * if (!read.ok) console.log(read.issues[0].message); // The credit 'three' is not a number.
 * ```
 */
export function readUnitTable(text: TableText, file: string, groups: DeclaredGroups = null): Result<UnitTable> {
  const { rows, columns, issues } = surveyUnitTable(text, file, groups);
  return conclude(() => ({ rows, columns }), inOrder(issues, file));
}

/** Reads a unit table as far as possible, for a model that goes on to look at its own statements. */
export function surveyUnitTable(text: TableText, file: string, groups: DeclaredGroups): UnitListing {
  const table = readTable(text, file, UNIT_COLUMNS);
  if (table.rows.length > 0) {
    const { rows, issues } = carryGroups(table.rows);
    const units = rows.map((row) => readUnitRow(row, groups));
    return listUnits(units, table.further, [...table.issues, ...issues]);
  }
  if (table.issues.length > 0) return unreadable(table.issues);
  return unreadable([error('no-units', 'This table has a header, but no unit below it.', startOf(file))]);
}
