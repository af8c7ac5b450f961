import type { Issue } from '../../domain/issue.js';
import { conclude, type Result } from '../../domain/result.js';
import type { Statement, Threshold } from '../../domain/statement.js';
import type { Names } from '../../notation/names.js';
import { parseStatement } from '../../notation/parse-statement.js';
import { takeStatementTexts } from './statement-texts.js';
import type { ScalarTree, Tree } from '../yaml/yaml-tree.js';

/** The names that a rule may use; `units` is null when the units could not be read. */
export type KnownNames = Omit<Names, 'units'> & { readonly units: Names['units'] | null };

/**
 * Reads the rule of a model. When the units could not be read, statements that list units are not looked at, as each of
 * their names would be told as unknown, and so would every column of the table that is counted.
 */
export function readRule(rule: Tree | null, names: KnownNames): Result<readonly Statement<Threshold>[]> {
  const { texts, lines, issues } = takeStatementTexts(rule);
  const results = texts.map((text) => parseStatement(text, { ...names, units: names.units ?? [] }));
  const told = results
    .flatMap((result) => (result.ok ? result.warnings : result.issues))
    .flatMap((issue) => settleIssue(issue, lines, names));
  const blind = names.units === null && results.some((result) => !result.ok);
  const statements = results.flatMap((result) => (result.ok ? [result.value] : []));
  if (blind && told.length + issues.length === 0) return conclude(() => [], []);
  return conclude(() => statements, [...issues, ...told]);
}

/** Keeps an issue unless it is about units that nobody could read, and moves it to where its line can be seen. */
function settleIssue(issue: Issue, lines: readonly ScalarTree[], names: KnownNames): Issue[] {
  const { source } = issue;
  if (source === null || 'option' in source) return [issue];
  const line = lines.findLast(({ textPlace }) => textPlace.line === source.line && textPlace.column <= source.column);
  if (line === undefined) return [issue];
  if (names.units === null && (LISTS_UNITS.test(line.source) || COUNTS_COLUMN.test(issue.message))) return [];
  return [line.exact ? issue : { ...issue, source: line.place }];
}

/** What is counted may be a column of the table that could not be read. */
const COUNTS_COLUMN = /: expected what is counted/;

const LISTS_UNITS = /\bunits?\s+(?!(?:from|at|are|is|do|does|needs?)\b)/i;
