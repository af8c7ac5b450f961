import { isAlias, isMap, isScalar, isSeq, parseDocument, type Alias, type Scalar, type YAMLMap } from 'yaml';
import { error, type Issue } from '../../domain/issue.js';
import type { IssueCode } from '../../domain/issue-code.js';
import { normaliseLineEnds } from '../text/decode-text.js';
import { quote } from '../../domain/quote.js';
import { indexLines, startOf, type Locate } from '../text/text-places.js';
import { explainErrors } from './yaml-errors.js';
import { SINGLE, type Extent, type MappingEntry, type ScalarTree, type Tree } from './yaml-tree.js';

/** The most characters of a YAML file that are read: its parser needs up to a kilobyte of memory for each. */
export const LONGEST_YAML = 1_000_000;

/** The most values that a file may hold once its aliases are replaced. */
export const MOST_VALUES = 500_000;

/** The most marks that part one value from the next: the parser takes a kilobyte for each, whatever stands between. */
export const MOST_MARKS = 150_000;

/** How deep lists and mappings may nest. */
export const DEEPEST_YAML = 100;

/** A YAML file as a tree (null when there is none to speak of), with what is wrong with it as YAML. */
export interface YamlReading {
  readonly tree: Tree | null;
  readonly issues: readonly Issue[];
}

/**
 * Reads a YAML file. Errors: an empty file, syntax errors (and then no tree), a key twice in one mapping, aliases that
 * are unknown, contain themselves or unfold to more than {@link MOST_VALUES} values, and too deep nesting.
 */
export function readYaml(text: string, file: string): YamlReading {
  const plain = normaliseLineEnds(text);
  if (plain.trim() === '') return refuse('empty-file', 'This file is empty; a model is needed.', file);
  if (plain.length > LONGEST_YAML) {
    return refuse('file-too-large', `This file has more than ${LONGEST_YAML} characters, the most that is read.`, file);
  }
  if (holdsTooMany(plain)) {
    return refuse('too-many-values', `This file holds more than ${MOST_MARKS} values, the most that are read.`, file);
  }
  const locate = indexLines(plain, file);
  // Keys are compared while the tree is built: the parser's own check takes quadratic time.
  const document = parseDocument(plain, { uniqueKeys: false, prettyErrors: false });
  const issues = explainErrors([...document.errors, ...document.warnings], locate);
  if (document.errors.length > 0) return { tree: null, issues };
  const builder = new TreeBuilder(plain, locate);
  const tree = builder.build(document.contents, 0);
  if (tree.extent.size > MOST_VALUES && !builder.fatal) {
    return refuse(
      'too-many-values',
      `With its aliases replaced, this file holds more than ${MOST_VALUES} values.`,
      file,
    );
  }
  return { tree: builder.fatal ? null : tree, issues: [...issues, ...builder.issues] };
}

function holdsTooMany(text: string): boolean {
  const marks = /[[\]{},\n]|[-?:] /g;
  let count = 0;
  while (marks.exec(text) !== null) if (++count > MOST_MARKS) return true;
  return false;
}

function refuse(code: IssueCode, message: string, file: string): YamlReading {
  return { tree: null, issues: [error(code, message, startOf(file))] };
}

/** Builds the tree in the order of the file, so that an alias finds what its anchor named last. */
class TreeBuilder {
  readonly issues: Issue[] = [];
  /** Whether something was wrong without which the tree means nothing. */
  fatal = false;
  private readonly text: string;
  private readonly locate: Locate;
  private readonly anchors = new Map<string, Tree | 'being built'>();

  constructor(text: string, locate: Locate) {
    this.text = text;
    this.locate = locate;
  }

  build(node: unknown, depth: number): Tree {
    if (isAlias(node)) return this.replace(node, depth);
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor !== undefined) this.anchors.set(anchor, 'being built');
    const tree = this.buildCollection(node, depth) ?? this.buildScalar(node);
    if (anchor !== undefined) this.anchors.set(anchor, tree);
    return tree;
  }

  private buildCollection(node: unknown, depth: number): Tree | null {
    if (!isMap(node) && !isSeq(node)) return null;
    const place = this.locate(node.range?.[0] ?? 0);
    if (depth >= DEEPEST_YAML) return this.refuseDepth(place);
    if (isMap(node)) {
      const entries = this.buildEntries(node, depth);
      return { kind: 'mapping', entries, place, extent: around([...entries.values()].map(({ value }) => value)) };
    }
    const items = node.items.map((item) => this.build(item, depth + 1));
    return { kind: 'list', items, place, extent: around(items) };
  }

  private buildEntries(node: YAMLMap, depth: number): Map<string, MappingEntry> {
    const entries = new Map<string, MappingEntry>();
    for (const { key, value } of node.items) {
      const name = this.build(key, depth + 1);
      const entry = name.kind === 'scalar' ? { key: name, value: this.build(value, depth + 1) } : null;
      if (entry === null) this.refuse('key-not-text', 'A key must be text, not a list or a mapping.', name.place);
      else if (this.isUsable(entry.key, entries)) entries.set(entry.key.source, entry);
    }
    return entries;
  }

  private isUsable(key: ScalarTree, entries: ReadonlyMap<string, MappingEntry>): boolean {
    const earlier = entries.get(key.source);
    if (earlier !== undefined) {
      const message = `The key ${quote(key.source)} is given twice; it stands in line ${earlier.key.place.line} already.`;
      this.issues.push(error('repeated-key', message, key.place));
    } else if (key.source === '__proto__') {
      this.issues.push(error('unknown-key', `The name ${quote(key.source)} cannot be used as a key.`, key.place));
    } else return true;
    return false;
  }

  private buildScalar(node: unknown): ScalarTree {
    if (!isScalar(node)) return emptyAt(this.locate(this.text.length));
    const { value } = node;
    const place = this.locate(node.range?.[0] ?? 0);
    const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    const source = node.source ?? (known ? String(value) : '');
    return {
      kind: 'scalar',
      value: known ? value : null,
      source,
      place,
      ...this.placeText(node, source),
      extent: SINGLE,
    };
  }

  private placeText(node: Scalar, source: string): Pick<ScalarTree, 'textPlace' | 'exact'> {
    const start = node.range?.[0] ?? 0;
    const offset = [0, 1].find((quotes) => this.text.startsWith(source, start + quotes));
    const exact = offset !== undefined && !source.includes('\n');
    return { textPlace: this.locate(start + (exact ? offset : 0)), exact };
  }

  private replace(alias: Alias, depth: number): Tree {
    const place = this.locate(alias.range?.[0] ?? 0);
    const target = this.anchors.get(alias.source);
    if (target !== undefined && target !== 'being built') {
      return depth + target.extent.height > DEEPEST_YAML ? this.refuseDepth(place) : target;
    }
    if (target === undefined) this.refuse('unknown-alias', `Nothing before this is named &${alias.source}.`, place);
    else this.refuse('alias-cycle', `The alias *${alias.source} stands inside what it stands for, without end.`, place);
    return emptyAt(place);
  }

  private refuseDepth(place: ScalarTree['place']): ScalarTree {
    this.refuse('nested-too-deep', `Lists and mappings nest at most ${DEEPEST_YAML} deep.`, place);
    return emptyAt(place);
  }

  private refuse(code: IssueCode, message: string, place: ScalarTree['place']): void {
    this.fatal = true;
    this.issues.push(error(code, message, place));
  }
}

function emptyAt(place: ScalarTree['place']): ScalarTree {
  return { kind: 'scalar', value: null, source: '', place, textPlace: place, exact: true, extent: SINGLE };
}

function around(trees: readonly Tree[]): Extent {
  return trees.reduce(
    ({ size, height }, { extent }) => ({ size: size + extent.size, height: Math.max(height, extent.height + 1) }),
    SINGLE,
  );
}
