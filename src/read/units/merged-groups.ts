import { warning, type Issue } from '../../domain/issue.js';
import type { Cell } from '../table/cells.js';
import type { TableRow } from '../table/csv-table.js';
import { groupKey } from '../model/group-name.js';
import type { UnitColumn } from './unit-row.js';

type Row = TableRow<UnitColumn>;

/**
 * Rows whose blank group is taken from the row above, as merged cells of a spreadsheet leave it when they are saved; with
 * a warning. Only where every group that is named begins anew: a table that repeats its groups has simply forgotten one.
 */
export function carryGroups(rows: readonly Row[]): {
  readonly rows: readonly Row[];
  readonly issues: readonly Issue[];
} {
  if (repeatsGroups(rows)) return { rows, issues: [] };
  let above: Cell | null = null;
  const carried: Cell[] = [];
  const filled = rows.map((row): Row => {
    const group = row.known.get('group');
    if (group === undefined || (row.known.get('ref')?.text ?? '') === '') return row;
    if (group.text !== '') above = group;
    if (group.text !== '' || above === null) return row;
    carried.push(group);
    return { ...row, known: new Map([...row.known, ['group', { ...above, place: group.place }]]) };
  });
  const [first] = carried;
  return { rows: filled, issues: first === undefined ? [] : [describe(first, carried.length)] };
}

function repeatsGroups(rows: readonly Row[]): boolean {
  const groups = rows.map(({ known }) => groupKey(known.get('group')?.text ?? ''));
  return groups.some((group, index) => group !== '' && group === groups[index - 1]);
}

function describe({ place }: Cell, count: number): Issue {
  const rows =
    count === 1 ? 'The group of this row is blank; it is' : `The groups of ${count} rows are blank; they are`;
  return warning('group-carried', `${rows} read as the group above, as of merged cells.`, place);
}
