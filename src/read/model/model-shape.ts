// Imported name by name: the whole of `core` would take all of its translations into the command.
import {
  $ZodArray,
  $ZodNullable,
  $ZodObject,
  $ZodOptional,
  $ZodRecord,
  type $ZodIssue,
  type $ZodType,
} from 'zod/v4/core';
import { error, type Issue } from '../../domain/issue.js';
import { LARGEST_WHOLE_NUMBER } from '../../domain/quantity.js';
import { didYouMean } from '../../domain/suggest.js';
import { modelSchema, type ModelShape } from './model-schema.js';
import { quote } from '../../domain/quote.js';
import { nearestAt, plainOf, treeAt, type Tree } from '../yaml/yaml-tree.js';

type ShapeIssue = $ZodIssue;

const WORDS: { readonly [expected: string]: string } = {
  string: 'text',
  number: 'a whole number',
  int: 'a whole number',
  array: 'a list',
  object: 'keys with values',
  record: 'names with values',
  null: 'nothing',
};

/** A model as data when its shape is right, otherwise null; and every key or value that is not as it must be. */
export function readShape(tree: Tree): { readonly shape: ModelShape | null; readonly issues: readonly Issue[] } {
  const parsed = modelSchema.safeParse(plainOf(tree));
  if (parsed.success) return { shape: parsed.data, issues: [] };
  const remaining = parsed.error.issues.filter((issue) => !isReadElsewhere(issue, tree));
  return { shape: null, issues: remaining.flatMap((issue) => explain(issue, tree)) };
}

/** Statements and units are read one by one with places of their own, which says more than their shape does. */
function isReadElsewhere(issue: ShapeIssue, tree: Tree): boolean {
  const [key] = issue.path;
  if (key === 'rule') return issue.path.length > 1;
  if (key === 'titles') return issue.path.length > 2;
  return key === 'units' && treeAt(tree, ['units'])?.kind === 'list';
}

function explain(issue: ShapeIssue, tree: Tree): Issue[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, issue.path, tree));
  const name = describePath(issue.path).replace(/^e/, 'E');
  const found = treeAt(tree, issue.path);
  const { place } = nearestAt(tree, issue.path);
  if (found === null) return [error('missing-key', `${name} is missing.`, place)];
  return [error('wrong-value', `${name} ${problemOf(issue, found)}.`, place)];
}

function problemOf(issue: ShapeIssue, found: Tree): string {
  switch (issue.code) {
    case 'invalid_type':
      return mismatch([issue.expected], found);
    case 'invalid_union':
      return mismatch(
        issue.errors.flatMap(([first]) => (first?.code === 'invalid_type' ? [first.expected] : [])),
        found,
      );
    case 'invalid_value':
      return `must be ${issue.values.map((value) => `'${String(value)}'`).join(' or ')}, not ${describeFound(found)}${suggest(found, issue.values.map(String))}`;
    case 'too_small':
      return issue.origin === 'int' || issue.origin === 'number'
        ? `must be ${String(issue.minimum)} or more`
        : 'is empty';
    case 'too_big':
      return `is too large; at most ${LARGEST_WHOLE_NUMBER} is accepted`;
    // Checks of our own say what they want.
    case 'custom':
    case 'invalid_format':
      return `${issue.message}, not ${describeFound(found)}`;
    default:
      return `is not what belongs here: ${describeFound(found)}`;
  }
}

function mismatch(expected: readonly string[], found: Tree): string {
  const wanted = expected.map((type) => WORDS[type] ?? type).join(' or ');
  const head = `must be ${wanted}, not ${describeFound(found)}`;
  const isQuotedNumber = found.kind === 'scalar' && typeof found.value === 'string' && /^\d+$/.test(found.value);
  if (!expected.includes('string')) return isQuotedNumber ? `${head}; write it without quotes` : head;
  if (found.kind === 'mapping') return `${head}; text that contains ': ' needs quotes around it`;
  return found.kind === 'scalar' && found.value !== null ? `${head}; write it in quotes: '${found.source}'` : head;
}

function describeFound(found: Tree): string {
  if (found.kind === 'list') return 'a list';
  if (found.kind === 'mapping') return 'keys with values';
  if (found.value === null) return 'nothing';
  return typeof found.value === 'number' ? `the number ${found.source}` : quote(found.source);
}

function suggest(found: Tree, values: readonly string[]): string {
  return found.kind === 'scalar' ? didYouMean(found.source, values) : '';
}

function unknownKey(key: string, path: readonly PropertyKey[], tree: Tree): Issue {
  const around = treeAt(tree, path);
  const place = around?.kind === 'mapping' ? around.entries.get(key)?.key.place : undefined;
  const known = keysOf(path);
  const hint = didYouMean(key, known) || `; known here: ${known.join(', ')}`;
  const where = path.length === 0 ? 'a model' : describePath(path);
  return error('unknown-key', `${quote(key)} is no key of ${where}${hint}.`, place ?? nearestAt(tree, path).place);
}

/** `'title'`, `'note' of 'c-minimum'`, `entry 2 of 'notes'`. */
function describePath(path: readonly PropertyKey[]): string {
  const step = (part: PropertyKey): string => (typeof part === 'number' ? `entry ${part + 1}` : quote(String(part)));
  return path.length === 0 ? 'The model' : path.slice(-2).map(step).reverse().join(' of ');
}

/** The keys that the shape knows at a path. */
function keysOf(path: readonly PropertyKey[]): string[] {
  const at = path.reduce<$ZodType | undefined>((schema, step) => inside(schema, step), modelSchema);
  const open = at === undefined ? undefined : unwrap(at);
  return open instanceof $ZodObject ? Object.keys(open._zod.def.shape) : [];
}

function inside(schema: $ZodType | undefined, step: PropertyKey): $ZodType | undefined {
  const open = schema === undefined ? undefined : unwrap(schema);
  if (open instanceof $ZodObject) return open._zod.def.shape[String(step)];
  if (open instanceof $ZodRecord) return open._zod.def.valueType;
  return open instanceof $ZodArray ? open._zod.def.element : undefined;
}

function unwrap(schema: $ZodType): $ZodType {
  const wrapped = schema instanceof $ZodOptional || schema instanceof $ZodNullable;
  return wrapped ? unwrap(schema._zod.def.innerType) : schema;
}
