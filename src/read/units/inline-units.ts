import { error, type Issue } from '../../domain/issue.js';
import type { Place } from '../../domain/source.js';
import { checkLength, type Cell } from '../table/cells.js';
import { likeliestColumn } from '../table/csv-header.js';
import type { DeclaredGroups } from '../model/group-name.js';
import { quote } from '../../domain/quote.js';
import { listUnits, unreadable, type UnitListing } from './unit-listing.js';
import { noCell, readUnitRow, UNIT_COLUMNS, type UnitCells, type UnitColumn } from './unit-row.js';
import type { ListTree, MappingTree, Tree } from '../yaml/yaml-tree.js';

/** Reads units that stand in the model itself, one mapping a unit with the columns of a unit table as keys. */
export function readInlineUnits(list: ListTree, groups: DeclaredGroups): UnitListing {
  if (list.items.length === 0) return unreadable([error('no-units', 'This list of units is empty.', list.place)]);
  const further = new Map<string, Place>();
  const issues: Issue[] = [];
  const readings = list.items.flatMap((item) => {
    if (item.kind !== 'mapping') {
      issues.push(
        error('wrong-value', `A unit is needed here, as keys with values, such as 'ref: L/506/2150'.`, item.place),
      );
      return [];
    }
    const cells = takeCells(item, further, issues);
    issues.push(...findAbsent(item, cells));
    return [readUnitRow(cells, groups)];
  });
  return listUnits(readings, further, issues);
}

const KNOWN: readonly UnitColumn[] = [...UNIT_COLUMNS.required, ...UNIT_COLUMNS.optional];

function takeCells(unit: MappingTree, further: Map<string, Place>, issues: Issue[]): UnitCells {
  const known = new Map<UnitColumn, Cell>();
  const own = new Map<string, Cell>();
  for (const [name, { key, value }] of unit.entries) {
    const cell = takeCell(name, value, issues);
    if (cell === null) continue;
    const column = KNOWN.find((it) => it === name.toLowerCase());
    if (column !== undefined) known.set(column, cell);
    else {
      own.set(name, cell);
      if (!further.has(name)) further.set(name, key.place);
    }
  }
  return { known, further: own, fits: true };
}

function takeCell(name: string, value: Tree, issues: Issue[]): Cell | null {
  if (value.kind !== 'scalar') {
    issues.push(error('wrong-value', `The ${quote(name)} of a unit must be text or a number.`, value.place));
    return null;
  }
  // YAML's `null` is what a blank cell of a table is.
  const cell = { text: value.value === null ? '' : value.source.trim(), place: value.place };
  issues.push(...checkLength(cell));
  return cell;
}

function findAbsent(unit: MappingTree, cells: UnitCells): Issue[] {
  const ref = cells.known.get('ref')?.text;
  const name = ref === undefined ? 'This unit' : `The unit ${ref}`;
  const given = new Set([...unit.entries.keys()].map((key) => key.toLowerCase()));
  return UNIT_COLUMNS.required
    .filter((column) => !given.has(column))
    .map((column) => {
      const like = likeliestColumn(column, [...cells.further.keys()]);
      const issue = noCell(name, column, unit.entries.get(like ?? '')?.key.place ?? unit.place);
      return like === null
        ? issue
        : { ...issue, message: `${name} has no ${column} (is ${quote(like)} meant for it?).` };
    });
}
