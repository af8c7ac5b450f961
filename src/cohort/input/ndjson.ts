import {
  LARGEST_LEARNER,
  lineProblem,
  lineTooLong,
  MOST_UNITS,
  tooManyUnits,
  type CohortBlock,
  type CohortItem,
} from './item.js';
import type { CohortText } from './text.js';

const NOT_UTF8 = 'This line is not UTF-8, so it is in another encoding.';

/**
 * Reads lines of `{"learner": "...", "achieved": ["..."]}`; further fields are allowed, blank lines are skipped. Each
 * line that cannot be read is a problem of its own.
 */
export function readNdjsonBlock({ text, notUtf8 }: CohortText): CohortBlock {
  const items: CohortItem[] = [];
  let line = 0;
  for (let start = 0; start < text.length; line++) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    const column = notUtf8.get(line);
    if (end - start > LARGEST_LEARNER) items.push(lineTooLong(line));
    else if (column !== undefined) items.push(lineProblem('encoding', NOT_UTF8, line, column));
    else readLine(text.slice(start, end), line, items);
    start = end + 1;
  }
  return { items, lines: line };
}

function readLine(text: string, line: number, items: CohortItem[]): void {
  const parsed = parse(text, line);
  if (parsed === null) return;
  items.push('problem' in parsed ? parsed.problem : toLearner(parsed.value, line));
}

type Parsed = { readonly value: unknown } | { readonly problem: CohortItem } | null;

/** Null for a blank line. */
function parse(text: string, line: number): Parsed {
  try {
    return { value: JSON.parse(text) };
  } catch (thrown) {
    if (text.trim() === '') return null;
    const reason = thrown instanceof Error ? thrown.message : '';
    return { problem: lineProblem('json', `This line is not JSON; ${FORM}.`, line, columnOf(reason, text)) };
  }
}

/** Not every engine says for every error where it is; then it is the line as a whole. */
function columnOf(reason: string, text: string): number {
  const position = /at position (\d+)/.exec(reason)?.[1];
  if (position !== undefined) return Number(position) + 1;
  return /end of JSON/.test(reason) ? text.length + 1 : 1;
}

const FORM = 'a line is written as {"learner": "L001", "achieved": ["L/506/2150"]}';

function toLearner(value: unknown, line: number): CohortItem {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return lineProblem('shape', `This line is no object; ${FORM}.`, line);
  }
  const { learner, achieved } = value as { readonly learner?: unknown; readonly achieved?: unknown };
  if (typeof learner !== 'string' || learner.trim() === '') {
    return lineProblem('no-learner', `'learner' must be text that says who it is; ${FORM}.`, line);
  }
  if (!isTexts(achieved)) {
    return lineProblem('no-achieved', `'achieved' must be a list of references, each in quotes; ${FORM}.`, line);
  }
  if (achieved.length > MOST_UNITS) return tooManyUnits(line);
  return { kind: 'learner', learner, held: achieved, line };
}

function isTexts(value: unknown): value is readonly string[] {
  if (!Array.isArray(value)) return false;
  for (const item of value) if (typeof item !== 'string') return false;
  return true;
}
