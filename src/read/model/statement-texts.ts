import { error, type Issue } from '../../domain/issue.js';
import type { StatementText } from '../../notation/statement-text.js';
import { quote } from '../../domain/quote.js';
import type { ScalarTree, Tree } from '../yaml/yaml-tree.js';

/** The statements of a rule as written, and the lines of text in them, however deeply nested. */
export interface StatementTexts {
  readonly texts: readonly StatementText[];
  readonly lines: readonly ScalarTree[];
  readonly issues: readonly Issue[];
}

const NESTING = "'any of:', 'all of:', 'none of:', 'at least 2 of:' or 'exactly 1 of:'";

/** Takes a list of statements out of a model. What is no list at all is left to whoever checks the model's shape. */
export function takeStatementTexts(rule: Tree | null): StatementTexts {
  if (rule?.kind !== 'list') return { texts: [], lines: [], issues: [] };
  const lines: ScalarTree[] = [];
  const issues: Issue[] = [];
  const texts = rule.items.flatMap((item) => take(item, lines, issues) ?? []);
  return { texts, lines, issues };
}

function take(tree: Tree, lines: ScalarTree[], issues: Issue[]): StatementText | null {
  switch (tree.kind) {
    case 'scalar':
      return takeLine(tree, lines, issues);
    case 'mapping':
      return takeNested(tree, lines, issues);
    case 'list':
      issues.push(
        statementError(`A statement is needed here, not a list; a list of statements stands under ${NESTING}`, tree),
      );
      return null;
  }
}

function takeLine(tree: ScalarTree, lines: ScalarTree[], issues: Issue[]): StatementText | null {
  if (typeof tree.value === 'string' && tree.value.trim() !== '') {
    lines.push(tree);
    return { kind: 'line', text: tree.value, source: tree.textPlace };
  }
  const found = tree.source === '' ? 'This statement is empty' : `${quote(tree.source)} is no statement`;
  issues.push(statementError(`${found}; a statement is text such as 'at least 55 credits'`, tree));
  return null;
}

function takeNested(
  tree: Extract<Tree, { kind: 'mapping' }>,
  lines: ScalarTree[],
  issues: Issue[],
): StatementText | null {
  const [entry, second] = tree.entries.values();
  if (entry === undefined || second !== undefined) {
    const advice = `each statement begins with a dash of its own, and a list of statements stands under ${NESTING}`;
    issues.push(statementError(`A statement is needed here, not several keys with values; ${advice}`, tree));
    return null;
  }
  const { key, value } = entry;
  const source = key.textPlace;
  if (value.kind === 'list') {
    const parts = value.items.flatMap((item) => take(item, lines, issues) ?? []);
    // A part that could not be taken is told already; without it, the count of parts would be told as wrong as well.
    return parts.length < value.items.length ? null : { kind: 'nested', word: key.source, source, parts };
  }
  if (value.kind === 'scalar' && value.source === '') return { kind: 'nested', word: key.source, source, parts: [] };
  const head = `Below ${quote(`${key.source}:`)} a list of statements is needed, each with a dash`;
  issues.push(statementError(`${head}; a statement that contains ': ' needs quotes around it`, value));
  return null;
}

function statementError(message: string, tree: Tree): Issue {
  return error('statement', `${message}.`, tree.place);
}
