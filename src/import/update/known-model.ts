import type { Specification } from '../../domain/specification.js';
import type { Result } from '../../domain/result.js';
import { conclude, failure } from '../../domain/result.js';
import { itemAt } from '../../domain/item-at.js';
import { readModel, sheetNamed, type ModelOrigin } from '../../read/model/model-file.js';
import { mergeVersion, versionList } from '../../read/model/model-versions.js';
import { readCells } from '../../read/table/csv-cells.js';
import type { TableText } from '../../read/table/csv-table.js';
import { readSheet } from '../../read/table/sheet-cells.js';
import { UNIT_COLUMNS } from '../../read/units/unit-row.js';
import { readYaml } from '../../read/yaml/read-yaml.js';
import { valueAt, type ListTree, type MappingTree } from '../../read/yaml/yaml-tree.js';

/** A model that is there already: its text, and how to get at its unit table. */
export interface KnownModel extends ModelOrigin {
  readonly text: string;
}

/** The unit table of a model as it is written, all of its columns included. */
export interface KnownTable {
  readonly header: readonly string[];
  /** The cells of each unit, in the order of the rows of the specification. */
  readonly rows: readonly (readonly string[])[];
  /** The name of the file that it stands in. */
  readonly file: string;
}

/** A model that was read to be updated. */
export interface Known {
  readonly id: string;
  readonly text: string;
  readonly specification: Specification;
  readonly table: KnownTable;
  /** Where its last version stands in the list of versions; null where the model has none. */
  readonly version: number | null;
}

/** Reads a model that is to be updated; of one with versions, the last. Errors: all that {@link readModel} finds. */
export function readKnown(known: KnownModel): Result<Known> {
  const read = readModel(known.text, known);
  if (!read.ok) return failure(read.issues);
  const { specification } = read.value;
  const { tree } = readYaml(known.text, known.file);
  if (tree?.kind !== 'mapping') throw new Error('a model without errors is no mapping');
  const version = lastVersion(tree, specification.valid?.from ?? null);
  const whole = version === null ? tree : versionOf(tree, version);
  return conclude(
    () => ({ id: known.id, text: known.text, specification, version, table: tableOf(whole, known) }),
    read.warnings,
  );
}

function versionOf(tree: MappingTree, at: number): MappingTree {
  const list = versionList(tree);
  const item = list?.kind === 'list' ? itemAt(list.items, at) : null;
  if (item?.kind !== 'mapping') throw new Error('a version of a model without errors is no mapping');
  return mergeVersion(tree, item);
}

/** The version that begins last, by the day on which it does; one without a day was there before all others. */
function lastVersion(tree: MappingTree, from: string | null): number | null {
  const list = versionList(tree);
  if (list?.kind !== 'list') return null;
  const begins = list.items.map((item) => {
    const day = item.kind === 'mapping' ? valueAt(mergeVersion(tree, item), 'valid-from') : null;
    return day?.kind === 'scalar' && day.value !== null ? String(day.value) : null;
  });
  return begins.indexOf(from);
}

function tableOf(tree: MappingTree, known: KnownModel): KnownTable {
  const units = valueAt(tree, 'units');
  if (units?.kind === 'list') return inlineTable(units, known.file);
  if (units?.kind !== 'scalar' || typeof units.value !== 'string') throw new Error('a model without errors has units');
  const { file, text } = known.openUnits(units.value, units.place, sheetNamed(tree));
  if (!text.ok) throw new Error('the unit table of a model without errors cannot be read');
  return { ...cellsOf(text.value, file), file };
}

const EXPECTED = [...UNIT_COLUMNS.required, ...UNIT_COLUMNS.optional];

function cellsOf(text: TableText, file: string): Pick<KnownTable, 'header' | 'rows'> {
  const { rows } = typeof text === 'string' ? readCells(text, file, EXPECTED) : readSheet(text, file, EXPECTED);
  const [header, ...body] = rows.map((row) => row.map((cell) => cell.text));
  if (header === undefined) throw new Error('the unit table of a model without errors has no header');
  return { header, rows: body };
}

/** Units that stand in the model itself, as a table with a column for every key that one of them has. */
function inlineTable(list: ListTree, file: string): KnownTable {
  const units = list.items.flatMap((item) => (item.kind === 'mapping' ? [item] : []));
  const keys = [...new Set([...UNIT_COLUMNS.required, ...units.flatMap(({ entries }) => [...entries.keys()])])];
  const header = [...new Map(keys.map((key) => [key.toLowerCase(), key])).values()];
  const rows = units.map(({ entries }) =>
    header.map((column) => {
      const found = [...entries].find(([key]) => key.toLowerCase() === column.toLowerCase())?.[1].value;
      return found?.kind === 'scalar' && found.value !== null ? found.source.trim() : '';
    }),
  );
  return { header, rows, file };
}
