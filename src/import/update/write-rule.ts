import { Scalar, type Node, type YAMLSeq } from 'yaml';
import { itemAt } from '../../domain/item-at.js';
import { NO_LONGER, UNREVIEWED } from '../../read/model/unreviewed.js';
import type { DraftStatement } from '../draft.js';
import { comment, statementComment, unreviewedLines } from '../write-model.js';
import type { RuleComparison } from './compare-rule.js';

/** Comments that an import leaves above a statement or in the place of one; all others are somebody's own. */
const OURS =
  /^ (?:inferred(?:, as [^;]*)?; |(?:(?:page \d+, )?line \d+|sheet .*?, row \d+): |perhaps(?: no longer)? \(| {2}- )/;
const PERHAPS = /^ perhaps(?: no longer)? \(/;
const WAY = /^ {3}- /;

interface Entry {
  readonly node: Node;
  readonly comment: readonly string[];
}

/**
 * Writes what became of a rule into its list: statements that changed in their places, new ones behind them, and what is
 * to be looked at as comments. Comments that an import has left are written anew; everybody else's stay. `from` names the new issue.
 */
export function writeRule(list: YAMLSeq, { fates, added, open }: RuleComparison, from: string): void {
  const entries = fates.map(({ text, fate }, at): Entry & { readonly out: boolean } => {
    const node = itemAt(list.items as Node[], at);
    const before = linesOf(at === 0 ? list.commentBefore : node.commentBefore);
    const own = before.filter((line) => !OURS.test(line));
    const theirs = withoutPerhaps(before);
    switch (fate.kind) {
      case 'same':
        return { node, comment: fate.said === null ? theirs : saidAnew(theirs, fate.said), out: false };
      case 'changed':
        return { node: replaced(node, fate.to), comment: [...own, commentOf(fate.to)], out: false };
      case 'unsaid':
        return { node, comment: [...theirs, inComment(`${NO_LONGER} (${from}): ${comment(text)}`)], out: false };
      case 'out':
        return {
          node,
          comment: [...theirs, inComment(`${UNREVIEWED} (the model before): ${comment(text)}`)],
          out: true,
        };
    }
  });
  const fresh = added.map((it): Entry => ({ node: new Scalar(it.text), comment: [commentOf(it)] }));
  const gone = entries.filter(({ out }) => out).flatMap((it) => it.comment);
  const own = withoutPerhaps(linesOf(list.comment));
  fill(list, [...entries.filter(({ out }) => !out), ...fresh]);
  list.comment = joined([...own, ...gone, ...open.flatMap(unreviewedLines).map(inComment)]);
}

/** A comment that an import left says where the sentence stands now; where there is none, none is added. */
function saidAnew(lines: readonly string[], said: DraftStatement): readonly string[] {
  return lines.some((line) => OURS.test(line)) ? [...lines.filter((line) => !OURS.test(line)), commentOf(said)] : lines;
}

/** A line of a comment as the document of YAML holds it: without its mark. */
function inComment(line: string): string {
  return line.replace(/^ *#/, '');
}

/** Comments without what an earlier import left to be looked at; the new issue says it anew where it still does. */
function withoutPerhaps(lines: readonly string[]): readonly string[] {
  let within = false;
  return lines.filter((line) => {
    within = PERHAPS.test(line) || (within && WAY.test(line));
    return !within;
  });
}

/** A statement in the place of another, with the comment behind it. */
function replaced(node: Node, { text }: DraftStatement): Scalar {
  const scalar = new Scalar(text);
  if (typeof node.comment === 'string') scalar.comment = node.comment;
  return scalar;
}

function commentOf(statement: DraftStatement): string {
  return ` ${statementComment(statement)}`;
}

function fill(list: YAMLSeq, entries: readonly Entry[]): void {
  list.items = entries.map(({ node, comment: lines }, at) => {
    if (at === 0) list.commentBefore = joined(lines);
    node.commentBefore = at === 0 ? null : joined(lines);
    return node;
  });
}

function linesOf(text: string | null | undefined): readonly string[] {
  return text === null || text === undefined || text === '' ? [] : text.split('\n');
}

function joined(lines: readonly string[]): string | null {
  return lines.length === 0 ? null : lines.join('\n');
}
