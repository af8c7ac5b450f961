import { itemAt } from '../../domain/item-at.js';
import { parseLevel } from '../../domain/level.js';
import { referenceKey } from '../../domain/reference.js';
import type { Figure, UnitRow } from '../../domain/unit.js';
import { groupKey } from '../../read/model/group-name.js';
import { columnName } from '../../read/table/csv-delimiter.js';
import type { DraftUnit } from '../draft.js';
import { writeRows } from '../write-table.js';
import type { ModelChanges, UnitFieldChange } from './changes.js';
import type { Known } from './known-model.js';

/** A unit table brought up to a new issue, and what differs. */
export interface UpdatedTable {
  /** The text of the table, in CSV with the columns of the old one. */
  readonly text: string;
  readonly changes: ModelChanges['units'];
  /** What the new issue does not print, so that the model keeps it. */
  readonly kept: readonly string[];
}

const FIGURES = ['level', 'credit', 'glh'] as const;
const FIELDS = ['title', ...FIGURES, 'urn', 'number'] as const;
type Field = (typeof FIELDS)[number];
const WORDS: Readonly<Record<(typeof FIGURES)[number], string>> = { level: 'levels', credit: 'credits', glh: 'GLH' };

/**
 * Brings the unit table of a model up to the units of a new issue. Rows stay where they are with all their further cells,
 * new ones stand behind the last of their group. Where the new issue prints a column for no unit at all, the old figures stay.
 */
export function updateTable({ specification, table }: Known, units: readonly DraftUnit[]): UpdatedTable {
  const header = table.header;
  const at = new Map(header.map((name, index) => [columnName(name), index]));
  const silent = FIGURES.filter((field) => units.every((unit) => unit[field] === 'TBC'));
  const fields = FIELDS.filter((field) => at.has(field) && !silent.some((it) => it === field));
  const listed = new Map(units.map((unit) => [keyOf(unit), unit]));
  const changed: UnitFieldChange[] = [];
  const rows = specification.rows.map((row, index) => ({ row, cells: filled(itemAt(table.rows, index), row, at) }));
  const stay = rows.filter(({ row }) => listed.has(keyOf(row)));
  /** Brings the cells of a unit up to the new issue, and tells what that changed of the row that it had. */
  const bringUp = (row: UnitRow<Figure>, cells: string[], unit: DraftUnit): void => {
    for (const field of fields) {
      const place = at.get(field);
      if (place === undefined || isSame(field, row, unit, cells[place] ?? '')) continue;
      changed.push({ ref: row.ref, field, before: shown(cells[place] ?? ''), after: shown(written(unit, field)) });
      cells[place] = written(unit, field);
    }
  };
  for (const { row, cells } of stay) {
    const unit = listed.get(keyOf(row));
    if (unit === undefined) throw new Error('a unit that stays is not listed');
    bringUp(row, cells, unit);
  }
  const old = new Set(specification.rows.map(keyOf));
  const body: { group: string; cells: readonly string[] }[] = stay.map(({ row, cells }) => ({
    group: row.group,
    cells,
  }));
  for (const unit of units.filter((it) => !old.has(keyOf(it)))) {
    const like = rows.find(({ row }) => referenceKey(row.ref) === referenceKey(unit.ref));
    const cells = cellsFor(unit, header, like?.cells ?? null);
    if (like !== undefined) bringUp(like.row, cells, unit);
    insert(body, { group: unit.group, cells });
  }
  return {
    text: writeRows([header, ...body.map(({ cells }) => header.map((_, index) => cells[index] ?? ''))]),
    changes: {
      ...namesOf(specification.rows, units),
      changed: eachOnce([...groups(specification.rows, units), ...changed]),
    },
    kept:
      units.length === 0
        ? []
        : silent.filter((field) => specification.rows.some((row) => isKnown(row[field]))).map((field) => WORDS[field]),
  };
}

/** The table as it is, where a new issue has none. */
export function sameTable({ table }: Known): UpdatedTable {
  return { text: writeRows([table.header, ...table.rows]), changes: { added: [], removed: [], changed: [] }, kept: [] };
}

/** The cells of a row; a blank group, as below a merged cell, is written out, as the row above may go. */
function filled(cells: readonly string[], { group }: UnitRow<Figure>, at: ReadonlyMap<string, number>): string[] {
  return cells.map((cell, index) => (index === at.get('group') && cell === '' ? group : cell));
}

/** What tells the rows of a unit table apart. */
export function keyOf({ group, ref }: { readonly group: string; readonly ref: string }): string {
  return `${groupKey(group)}\n${referenceKey(ref)}`;
}

function isKnown(value: unknown): boolean {
  return typeof value === 'number';
}

/** Whether the new issue says what the table says already, in whatever way it is written. */
function isSame(field: Field, row: UnitRow<Figure>, unit: DraftUnit, cell: string): boolean {
  const text = unit[field];
  switch (field) {
    case 'title':
      return cell === text;
    case 'level':
      return text === 'TBC' ? row.level === 'open' : row.level === (text === '-' ? null : parseLevel(unit.level));
    case 'credit':
    case 'glh':
      return text === 'TBC' ? typeof row[field] !== 'number' : row[field] === Number(text);
    // What a document does not print beside its reference, it does not deny.
    case 'urn':
    case 'number':
      return text === null || cell === text;
  }
}

function written(unit: DraftUnit, field: Field): string {
  return unit[field] ?? '';
}

/** A cell as a change shows it: null for what is open or none. */
function shown(cell: string): string | null {
  return cell === '' || cell === '-' || cell === 'TBC' ? null : cell;
}

/** A row for a unit; one that stood in another group keeps its cells, until they are brought up to the new issue. */
function cellsFor(unit: DraftUnit, header: readonly string[], like: readonly string[] | null): string[] {
  return header.map((name, index) => {
    const column = columnName(name);
    if (column === 'group' || column === 'ref') return unit[column];
    if (like !== null) return like[index] ?? '';
    const field = FIELDS.find((it) => it === column);
    return field === undefined ? '' : written(unit, field);
  });
}

/** Behind the last row of its group, or at the end. */
function insert(
  body: { group: string; cells: readonly string[] }[],
  row: { readonly group: string; readonly cells: readonly string[] },
): void {
  const last = body.findLastIndex(({ group }) => groupKey(group) === groupKey(row.group));
  body.splice(last === -1 ? body.length : last + 1, 0, row);
}

type Named = Pick<DraftUnit, 'group' | 'ref' | 'title'>;

function namesOf(before: readonly Named[], after: readonly Named[]): Pick<ModelChanges['units'], 'added' | 'removed'> {
  const missing = (from: readonly Named[], than: readonly Named[]): ModelChanges['units']['added'] => {
    const known = new Set(than.map(({ ref }) => referenceKey(ref)));
    const units = from.filter(({ ref }) => !known.has(referenceKey(ref)));
    return [...new Map(units.map(({ ref, title }) => [referenceKey(ref), { ref, title }])).values()];
  };
  return { added: missing(after, before), removed: missing(before, after) };
}

/** Units that moved, or are listed in other groups than before. */
function groups(before: readonly Named[], after: readonly Named[]): readonly UnitFieldChange[] {
  const groupsOf = (units: readonly Named[]): ReadonlyMap<string, readonly string[]> => {
    const found = new Map<string, string[]>();
    for (const { ref, group } of units) found.set(referenceKey(ref), [...(found.get(referenceKey(ref)) ?? []), group]);
    return found;
  };
  const [old, young] = [groupsOf(before), groupsOf(after)];
  return before.flatMap(({ ref }): readonly UnitFieldChange[] => {
    const [was, is] = [old.get(referenceKey(ref)), young.get(referenceKey(ref))];
    if (was === undefined || is === undefined) return [];
    const sorted = (names: readonly string[]): string => names.map(groupKey).toSorted().join('\n');
    return sorted(was) === sorted(is) ? [] : [{ ref, field: 'groups', before: was.join(', '), after: is.join(', ') }];
  });
}

function eachOnce(changes: readonly UnitFieldChange[]): readonly UnitFieldChange[] {
  return [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()];
}
