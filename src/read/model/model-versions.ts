import { error, warning, type Issue } from '../../domain/issue.js';
import { conclude, type Result } from '../../domain/result.js';
import type { Place } from '../../domain/source.js';
import type { MappingEntry, MappingTree, Tree } from '../yaml/yaml-tree.js';
import type { Model } from './model-file.js';

/** The key under which a model lists its versions. */
export const VERSIONS = 'versions';

/** A version as it was read, with the place where it stands. */
export interface VersionReading {
  readonly model: Result<Model>;
  readonly place: Place;
}

/** The list of versions of a model file; null where it has none. */
export function versionList(tree: Tree): Tree | null {
  return tree.kind === 'mapping' ? (tree.entries.get(VERSIONS)?.value ?? null) : null;
}

/** What is wrong with a list of versions before any of them is read. */
export function checkVersionList(list: Tree): readonly Issue[] {
  if (list.kind !== 'list' || list.items.length === 0) {
    return [error('wrong-value', `'${VERSIONS}' must be a list, with a dash before each version.`, list.place)];
  }
  return list.items.flatMap((item) => {
    if (item.kind === 'mapping') return [];
    const message = 'A version is needed here, as keys with values: what differs from the rest of the model.';
    return [error('wrong-value', message, item.place)];
  });
}

/** The model that a version is: the keys of the file, with those that the version names in their place. */
export function mergeVersion(base: MappingTree, version: MappingTree): MappingTree {
  const entries = new Map<string, MappingEntry>([...base.entries].filter(([key]) => key !== VERSIONS));
  for (const [key, entry] of version.entries) entries.set(key, entry);
  return { ...base, entries };
}

/**
 * Several versions as one model, which is the one that begins last; all of them stand under `versions`, those that begin
 * first before the others. Errors: two versions that begin on one day. Warning: a version without any day.
 */
export function combineVersions(readings: readonly VersionReading[]): Result<Model> {
  const issues = eachOnce(readings.flatMap(({ model }) => (model.ok ? model.warnings : model.issues)));
  const read = readings.flatMap(({ model, place }) => (model.ok ? [{ model: model.value, place }] : []));
  const sorted = read.toSorted((a, b) => (beginning(a.model) < beginning(b.model) ? -1 : 1));
  const all = [...issues, ...checkBeginnings(sorted)];
  return conclude(() => {
    const last = sorted.at(-1);
    if (last === undefined) throw new Error('a model without errors has no version');
    return { ...last.model, versions: sorted.map(({ model }) => model) };
  }, all);
}

/** What every version has from the rest of the model is wrong in all of them, and told once. */
function eachOnce(issues: readonly Issue[]): readonly Issue[] {
  return [...new Map(issues.map((issue) => [JSON.stringify(issue), issue])).values()];
}

/** The first day; a version without one was there before all others. */
function beginning({ specification: { valid } }: Model): string {
  return valid?.from ?? '';
}

function checkBeginnings(sorted: readonly { readonly model: Model; readonly place: Place }[]): Issue[] {
  return sorted.flatMap(({ model, place }, index) => {
    const before = sorted[index - 1];
    if (before !== undefined && beginning(before.model) === beginning(model)) {
      const day = beginning(model) === '' ? 'have no first day' : `begin on ${beginning(model)}`;
      const message = `Two versions ${day}, so that nobody can tell which of them is meant; give each its own valid-from.`;
      return [error('version-not-clear', message, place)];
    }
    if (sorted.length > 1 || model.specification.valid !== undefined) return [];
    return [warning('version-not-clear', "The only version has no 'valid-from' and no 'valid-to'.", place)];
  });
}
