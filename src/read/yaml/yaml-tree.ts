import type { Place } from '../../domain/source.js';

/** A piece of a YAML file with its place, aliases already replaced by what they stand for. */
export type Tree = ScalarTree | ListTree | MappingTree;

/** Text, a number, true, false or nothing. */
export interface ScalarTree {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** The text as written, without quotes: `0012` where the value is 12. */
  readonly source: string;
  readonly place: Place;
  /** Where the first character of the text stands; the place itself when characters cannot be told apart (`|`, `\n`). */
  readonly textPlace: Place;
  /** Whether the n-th character of the text stands n columns behind `textPlace`. */
  readonly exact: boolean;
  readonly extent: Extent;
}

/** How many values there are from here on down, and how many lie on the longest way down; both count this one. */
export interface Extent {
  readonly size: number;
  readonly height: number;
}

/** The extent of a single value. */
export const SINGLE: Extent = { size: 1, height: 1 };

/** A list. */
export interface ListTree {
  readonly kind: 'list';
  readonly items: readonly Tree[];
  readonly place: Place;
  readonly extent: Extent;
}

/** Keys with their values, in the order of the file. */
export interface MappingTree {
  readonly kind: 'mapping';
  readonly entries: ReadonlyMap<string, MappingEntry>;
  readonly place: Place;
  readonly extent: Extent;
}

/** One key with its value. */
export interface MappingEntry {
  readonly key: ScalarTree;
  readonly value: Tree;
}

/** The tree as plain data: objects, arrays and scalars. */
export function plainOf(tree: Tree): unknown {
  switch (tree.kind) {
    case 'scalar':
      return tree.value;
    case 'list':
      return tree.items.map(plainOf);
    case 'mapping':
      return Object.fromEntries([...tree.entries].map(([key, { value }]) => [key, plainOf(value)]));
  }
}

/** The value under a key; null when the tree is no mapping or has no such key. */
export function valueAt(tree: Tree | null, key: string): Tree | null {
  return tree?.kind === 'mapping' ? (tree.entries.get(key)?.value ?? null) : null;
}

/** What stands at a path of keys and indices; null when nothing does. */
export function treeAt(tree: Tree, path: readonly PropertyKey[]): Tree | null {
  return path.reduce<Tree | null>(
    (at, step) => (at?.kind === 'list' ? (at.items[Number(step)] ?? null) : valueAt(at, String(step))),
    tree,
  );
}

/** What stands at a path, or the nearest thing around it that exists. */
export function nearestAt(tree: Tree, path: readonly PropertyKey[]): Tree {
  return treeAt(tree, path) ?? nearestAt(tree, path.slice(0, -1));
}

/** Names under a key with the places where they stand, in the order of the file; none when there is no mapping there. */
export function keysUnder(tree: Tree | null, key: string): ReadonlyMap<string, Place> {
  const under = valueAt(tree, key);
  return new Map(under?.kind === 'mapping' ? [...under.entries].map(([name, entry]) => [name, entry.key.place]) : []);
}
