/**
 * The rule of a model file as lines to be edited: one statement a line, without what YAML needs around it. A line of the
 * editor is a line of the file, so that a place in the file is a place in the editor.
 *
 *     at least 55 credits            <->    - at least 55 credits
 *     any of:                               - any of:
 *       at least 3 units from A                 - at least 3 units from A
 *     # a comment                           # a comment
 */
import { isMap, isScalar, isSeq, parseDocument, visit, type Node, type YAMLSeq } from 'yaml';

/** A model file in three parts; `rule` is null where its rule cannot be shown as lines, and `before` is then all of it. */
export interface ModelParts {
  readonly before: string;
  readonly rule: string | null;
  readonly after: string;
}

const STEP = '    ';
const INDENT = '  ';

/** Takes a model file apart; what stands before and after the rule stays as it is. */
export function splitModel(text: string): ModelParts {
  const whole = { before: text, rule: null, after: '' };
  const document = parseDocument(text);
  if (document.errors.length > 0 || !isMap(document.contents)) return whole;
  const pair = document.contents.items.find(({ key }) => isScalar(key) && key.value === 'rule');
  if (pair === undefined || !isScalar(pair.key) || !isSeq(pair.value)) return whole;
  const lines = linesOf(pair.value, 0);
  const [from] = pair.key.range ?? [];
  const [, , to] = pair.value.range ?? [];
  if (lines === null || from === undefined || to === undefined) return whole;
  const parts = { before: text.slice(0, from), rule: lines.join('\n'), after: text.slice(to) };
  if (!text.includes('#')) return parts;
  // Whatever a person wrote beside the rule is kept, or the rule is left alone.
  return everyComment(joinModel(parts)).join('\n') === everyComment(text).join('\n') ? parts : whole;
}

/** The model file again. */
export function joinModel({ before, rule, after }: ModelParts): string {
  if (rule === null) return before;
  const lines = rule.split('\n').map(lineOfFile);
  return `${before}rule:\n${lines.join('\n')}\n${after}`;
}

/** The line of the editor, from 0, that a place in the file of `parts` stands in, and its column; null outside the rule. */
export function placeInRule(
  { before, rule }: ModelParts,
  { line, column }: { readonly line: number; readonly column: number },
): { readonly line: number; readonly column: number } | null {
  if (rule === null) return null;
  const lines = rule.split('\n');
  const at = line - before.split('\n').length - 1;
  const text = lines[at];
  if (text === undefined) return null;
  const written = lineOfFile(text);
  const indent = text.length - text.trimStart().length;
  const ahead = written.length - written.trimStart().length + 2 + (written.trimStart().startsWith('- "') ? 1 : 0);
  return { line: at, column: Math.min(text.length, Math.max(indent, indent + column - 1 - ahead)) };
}

/** A list of statements as lines; null where something in it is neither a statement nor a list under a heading. */
function linesOf(list: YAMLSeq, depth: number): string[] | null {
  const lines = commentsOf(list.commentBefore, depth);
  for (const item of list.items) {
    const node = item as Node;
    lines.push(...commentsOf(node.commentBefore, depth));
    const said = statementLines(node, depth);
    if (said === null) return null;
    // What stands behind a statement comes to stand above it.
    lines.push(...commentsOf(node.comment, depth), ...said);
  }
  return [...lines, ...commentsOf(list.comment, depth)];
}

function commentsOf(comment: string | null | undefined, depth: number): string[] {
  if (comment === null || comment === undefined) return [];
  return comment.split('\n').map((line) => `${INDENT.repeat(depth)}#${line}`);
}

function statementLines(node: Node, depth: number): string[] | null {
  const indent = INDENT.repeat(depth);
  if (isScalar(node)) return [`${indent}${String(node.value).replace(/\s+/g, ' ').trim()}`];
  if (!isMap(node) || node.items.length !== 1) return null;
  const [pair] = node.items;
  if (pair === undefined || !isScalar(pair.key) || !isSeq(pair.value)) return null;
  const parts = linesOf(pair.value, depth + 1);
  if (parts === null) return null;
  return [...commentsOf(pair.key.commentBefore, depth), `${indent}${String(pair.key.value)}:`, ...parts];
}

/** Every comment of a text, however it hangs on what stands around it. */
function everyComment(text: string): readonly string[] {
  const found: string[] = [];
  const add = (comment: string | null | undefined): void => {
    if (comment !== null && comment !== undefined) found.push(...comment.split('\n').map((line) => line.trim()));
  };
  const document = parseDocument(text);
  add(document.commentBefore);
  add(document.comment);
  visit(document, {
    Node: (_, node) => {
      add(node.commentBefore);
      add(node.comment);
    },
  });
  return found.sort();
}

/** What stands plainly in YAML: letters, figures and marks that mean nothing to it. */
const PLAIN = /^(?![-?:,[\]{}#&*!|>'"%@`]|(?:true|false|null|yes|no|on|off|~)$|[\d.+-]+$)(?!.*(?:: | #)).*[^:\s]$/i;

function lineOfFile(line: string): string {
  const text = line.trim();
  const depth = Math.floor((line.length - line.trimStart().length) / INDENT.length);
  const indent = `${INDENT}${STEP.repeat(depth)}`;
  if (text === '') return '';
  if (text.startsWith('#')) return `${indent}${text}`;
  if (isHeading(text)) return `${indent}- ${text}`;
  return `${indent}- ${PLAIN.test(text) ? text : JSON.stringify(text)}`;
}

/** Whether a line stands above a list of statements. */
export function isHeading(text: string): boolean {
  return /^(?:any of|all of|none of|at least \S+ of|exactly \S+ of):$/.test(text.trim());
}
