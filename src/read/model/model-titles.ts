import { error, type Issue } from '../../domain/issue.js';
import { quote } from '../../domain/quote.js';
import { conclude, type Result } from '../../domain/result.js';
import type { Specification } from '../../domain/specification.js';
import { keysUnder, valueAt, type Tree } from '../yaml/yaml-tree.js';
import { groupKey } from './group-name.js';
import { readRule, type KnownNames } from './model-rule.js';

/**
 * Reads the titles of a model: what each asks for besides the rule, in the order of the file. Errors: those of their
 * statements, a title without a name, and two that differ in case or white space alone.
 */
export function readTitles(tree: Tree, names: KnownNames): Result<Specification['titles']> {
  const titles = valueAt(tree, 'titles');
  const declared = keysUnder(tree, 'titles');
  const read = [...declared.keys()].map((title) => [title, readRule(valueAt(titles, title), names)] as const);
  const issues = [
    ...checkNames(declared),
    ...read.flatMap(([, statements]) => (statements.ok ? statements.warnings : statements.issues)),
  ];
  return conclude(
    () => new Map(read.flatMap(([title, statements]) => (statements.ok ? [[title, statements.value] as const] : []))),
    issues,
  );
}

function checkNames(declared: ReturnType<typeof keysUnder>): Issue[] {
  const first = new Map<string, string>();
  return [...declared].flatMap(([title, place]) => {
    const key = groupKey(title);
    if (key === '') return [error('title-name', 'A title needs a name.', place)];
    const earlier = first.get(key);
    first.set(key, earlier ?? title);
    if (earlier === undefined) return [];
    return [error('repeated-key', `The titles ${quote(earlier)} and ${quote(title)} have the same name.`, place)];
  });
}
