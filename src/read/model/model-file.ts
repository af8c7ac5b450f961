import { parametersOf } from '../../domain/fold.js';
import type { Issue } from '../../domain/issue.js';
import { itemAt } from '../../domain/item-at.js';
import { parseLevel } from '../../domain/level.js';
import { conclude, failure, type Result } from '../../domain/result.js';
import type { Place } from '../../domain/source.js';
import type { Specification } from '../../domain/specification.js';
import type { Statement, Threshold } from '../../domain/statement.js';
import { readInlineUnits } from '../units/inline-units.js';
import { inOrder } from '../text/issue-order.js';
import * as check from './model-names.js';
import { readRule } from './model-rule.js';
import { findUnreviewed } from './unreviewed.js';
import { readTitles } from './model-titles.js';
import { readShape } from './model-shape.js';
import { checkVersionList, combineVersions, mergeVersion, versionList } from './model-versions.js';
import { assemble, declareParameters } from './model-specification.js';
import { checkCounted, countedColumns } from '../../domain/counted-columns.js';
import { readYaml } from '../yaml/read-yaml.js';
import { unreadable, type UnitListing } from '../units/unit-listing.js';
import { groupKey } from './group-name.js';
import { unknownLevel } from '../units/unit-row.js';
import type { TableText } from '../table/csv-table.js';
import { readValidity, type ValidityReading } from '../units/validity.js';
import { surveyUnitTable } from '../units/unit-table.js';
import { keysUnder, valueAt, type Tree } from '../yaml/yaml-tree.js';

/** What a model file holds. */
export interface Model {
  readonly specification: Specification;
  readonly places: ModelPlaces;
  /** All versions, the earliest first, where the model has several; it is itself the last of them. Otherwise none. */
  readonly versions: readonly Model[];
}

/** Where things stand in a model that are looked at only once everything is read. */
export interface ModelPlaces {
  /** The qualification number; null when there is none. */
  readonly number: Place | null;
  /** The declarations of groups, by name. */
  readonly groups: ReadonlyMap<string, Place>;
  /** Published figures by their keys, such as `minimum-glh`. */
  readonly published: ReadonlyMap<string, Place>;
  /** Published totals by group, as written. */
  readonly groupTotals: ReadonlyMap<string, Place>;
  /** What is printed as required, by group, as written. */
  readonly groupRequired: ReadonlyMap<string, Place>;
}

/** Where a model comes from, and how to get at the unit table that it names. */
export interface ModelOrigin {
  readonly id: string;
  /** The name of the file in places. */
  readonly file: string;
  /** Opens the unit table at a path relative to the model, which is written at `named`; of a workbook, that sheet. */
  readonly openUnits: (path: string, named: Place, sheet: SheetName | null) => UnitTableText;
}

/** The sheet of a workbook that a model names, and where. */
export interface SheetName {
  readonly name: string;
  readonly place: Place;
}

/** A unit table that a model names: the name of its file in places, and its text when it could be read. */
export interface UnitTableText {
  readonly file: string;
  readonly text: Result<TableText>;
}

/** What the parts of a model declare and list, as far as each of them could be read. */
interface Reading {
  readonly tree: Tree;
  readonly groups: check.Declared;
  readonly parameters: check.Declared;
  readonly units: UnitListing;
  readonly rule: Result<readonly Statement<Threshold>[]>;
  readonly titles: Result<Specification['titles']>;
}

/**
 * Reads a model and its units; where it lists versions, each of them is read whole. Every problem of the YAML, the shape, the units and the statements is told at once,
 * those of the model first. Warnings: a group without units, a parameter that no statement uses, not even one of a title.
 *
 * @example
 * ```ts
 * import { readModel, valueOrThrow } from 'qualpath';
 *
 * const text = `
 * title: Small
 * groups: { A: Units }
 * units:
 *   - { group: A, ref: X 1, title: One, level: 2, credit: 3, glh: 24 }
 * rule:
 *   - at least 3 credits
 * `;
 * const openUnits = () => {
 *   throw new Error('the units stand in the model');
 * };
 * const { specification } = valueOrThrow(readModel(text, { id: 'small', file: 'small.yaml', openUnits }));
 * console.log(specification.title, specification.rows.length); // Small 1
 * ```
 */
export function readModel(text: string, origin: ModelOrigin): Result<Model> {
  const { tree, issues: found } = readYaml(text, origin.file);
  if (tree === null) return failure(found);
  const issues = [...found, ...findUnreviewed(text, origin.file)];
  const list = versionList(tree);
  if (list === null || tree.kind !== 'mapping') return readTree(tree, origin, issues);
  const wrong = [...issues, ...checkVersionList(list)];
  if (list.kind !== 'list' || wrong.some(({ severity }) => severity === 'error')) return failure(wrong);
  const versions = list.items.flatMap((item) => (item.kind === 'mapping' ? [mergeVersion(tree, item)] : []));
  const readings = versions.map((version, index) => {
    return { model: readTree(version, origin, issues), place: itemAt(list.items, index).place };
  });
  return combineVersions(readings);
}

function readTree(tree: Tree, origin: ModelOrigin, issues: readonly Issue[]): Result<Model> {
  const reading = readParts(tree, origin);
  const { shape, issues: shapeIssues } = readShape(tree);
  const { groups, rule, titles, units } = reading;
  const parameters = declareParameters(shape, reading.parameters);
  const all = [...issues, ...shapeIssues, ...check.checkBounds(parameters.values()), ...checkReading(reading)];
  return conclude(
    () => {
      if (shape === null || !rule.ok || !titles.ok) throw new Error('a model without errors has no shape or no rule');
      const { valid } = readDays(tree);
      const statements = { rule: rule.value, titles: titles.value };
      const specification = assemble(shape, { ...origin, valid, groups, parameters, units, ...statements });
      return { specification, places: placesIn(tree), versions: [] };
    },
    inOrder(all, origin.file),
  );
}

function placesIn(tree: Tree): ModelPlaces {
  return {
    number: valueAt(tree, 'number')?.place ?? null,
    groups: keysUnder(tree, 'groups'),
    published: keysUnder(tree, 'published'),
    groupTotals: keysUnder(valueAt(tree, 'published'), 'group-totals'),
    groupRequired: keysUnder(valueAt(tree, 'published'), 'group-required'),
  };
}

function readParts(tree: Tree, origin: ModelOrigin): Reading {
  const groups = keysUnder(tree, 'groups');
  const parameters = keysUnder(tree, 'parameters');
  const units = readUnits(tree, groups, origin);
  const names = {
    groups: [...groups.keys()],
    units: units.names,
    columns: units.columns,
    parameters: [...parameters.keys()],
  };
  const rule = readRule(valueAt(tree, 'rule'), names);
  return { tree, groups, parameters, units, rule, titles: readTitles(tree, names) };
}

function readUnits(tree: Tree, groups: check.Declared, origin: ModelOrigin): UnitListing {
  const units = valueAt(tree, 'units');
  const declared = new Map([...groups.keys()].map((name) => [groupKey(name), name]));
  // Without declared groups every unit would be told as wrong, and the one thing that is wrong is told already.
  const accepted = declared.size === 0 ? null : declared;
  if (units?.kind === 'list') return readInlineUnits(units, accepted);
  if (units?.kind !== 'scalar' || typeof units.value !== 'string') return unreadable([]);
  const { file, text } = origin.openUnits(units.value, units.place, sheetNamed(tree));
  return text.ok ? surveyUnitTable(text.value, file, accepted) : unreadable(text.issues);
}

/** The value of `sheet` and its place; null without one. What is no text is told with the shape. */
export function sheetNamed(tree: Tree): SheetName | null {
  const sheet = valueAt(tree, 'sheet');
  return sheet?.kind === 'scalar' && typeof sheet.value === 'string' ? { name: sheet.value, place: sheet.place } : null;
}

function checkReading({ tree, groups, parameters, units, rule, titles }: Reading): Issue[] {
  const published = valueAt(tree, 'published');
  return [
    ...checkLevel(tree),
    ...readDays(tree).issues,
    ...check.checkGroupNames(groups),
    ...check.checkParameterNames(parameters),
    ...check.findUnknownGroups(keysUnder(published, 'group-totals'), groups),
    ...check.findUnknownGroups(keysUnder(published, 'group-required'), groups),
    ...units.issues,
    ...(isReadable(units)
      ? check.findEmptyGroups(
          groups,
          units.rows.map(({ group }) => group),
        )
      : []),
    ...(rule.ok ? rule.warnings : rule.issues),
    ...(titles.ok ? titles.warnings : titles.issues),
    ...(rule.ok && rule.value.length > 0 && titles.ok
      ? checkUse([...rule.value, ...[...titles.value.values()].flat()], parameters, units)
      : []),
  ];
}

/** While a row could not be read, nobody knows which groups are empty. */
function isReadable({ names, issues }: UnitListing): boolean {
  return names !== null && issues.every(({ severity }) => severity !== 'error');
}

function checkUse(
  statements: readonly Statement<Threshold>[],
  parameters: check.Declared,
  units: UnitListing,
): Issue[] {
  return [
    ...check.findUnused(parameters, statements.flatMap(parametersOf)),
    ...countedColumns(statements).flatMap((column) => checkCounted(units.rows, column)),
  ];
}

/** When the qualification may be started. What is no text has the wrong shape, and is told with the shape. */
function readDays(tree: Tree): ValidityReading {
  return readValidity((key) => {
    const value = valueAt(tree, key);
    if (value?.kind !== 'scalar' || typeof value.value !== 'string') return null;
    return { text: value.value, place: value.place };
  });
}

function checkLevel(tree: Tree): Issue[] {
  const level = valueAt(tree, 'level');
  // Anything but text or a number has the wrong shape, and is told with the shape.
  if (level?.kind !== 'scalar' || level.value === null || typeof level.value === 'boolean') return [];
  return parseLevel(String(level.value)) === null ? [unknownLevel(level.source, level.place)] : [];
}
