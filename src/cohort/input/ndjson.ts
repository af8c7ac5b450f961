import {
  LARGEST_LEARNER,
  lineProblem,
  lineTooLong,
  MOST_UNITS,
  tooManyUnits,
  type CohortBlock,
  type CohortItem,
  type CohortLearner,
  type HeldCredit,
} from './item.js';
import { parseDate } from '../../domain/date.js';
import { parseFigure } from '../../domain/quantity.js';
import { quote } from '../../domain/quote.js';
import { STATUS_COLUMNS, statusOf, unknownStatus } from '../../read/units/unit-status.js';
import { noDay } from '../../read/units/validity.js';
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
  if (!Array.isArray(achieved)) return noList(line);
  if (achieved.length > MOST_UNITS) return tooManyUnits(line);
  const registered = registrationOf(value);
  if (registered !== undefined && (typeof registered !== 'string' || parseDate(registered) === null)) {
    return lineProblem('not-a-date', noDay(textOf(registered)), line);
  }
  const day = registered === undefined ? NOTHING_MORE : { registeredOn: registered.trim() };
  if (isTexts(achieved)) return { kind: 'learner', learner, held: achieved, line, ...day };
  const units = readUnits(achieved, line);
  return 'kind' in units ? units : { kind: 'learner', learner, line, ...units, ...day };
}

const NOTHING_MORE = {};

function noList(line: number): CohortItem {
  return lineProblem('no-achieved', `'achieved' must be a list of references, each in quotes; ${FORM}.`, line);
}

function registrationOf(value: object): unknown {
  const day = 'registered-on' in value ? value['registered-on'] : undefined;
  return day === null || day === '' ? undefined : day;
}

/** Units as objects: `{"ref": "L/506/2150", "status": "pass", "credit": 5}`; some may be texts all the same. */
function readUnits(achieved: readonly unknown[], line: number): Pick<CohortLearner, 'held' | 'credits'> | CohortItem {
  const held: string[] = [];
  const credits: HeldCredit[] = [];
  for (const unit of achieved) {
    const read = typeof unit === 'string' ? { ref: unit, credit: null } : readUnit(unit, line);
    if (read === null) continue;
    if ('kind' in read) return read;
    const { ref, credit } = read;
    held.push(ref);
    if (credit !== null) credits.push({ ref, credit, line });
  }
  return { held, ...(credits.length === 0 ? {} : { credits }) };
}

/** Null for a unit that is not held. */
function readUnit(
  unit: unknown,
  line: number,
): { readonly ref: string; readonly credit: number | null } | CohortItem | null {
  if (typeof unit !== 'object' || unit === null || !('ref' in unit) || typeof unit.ref !== 'string')
    return noList(line);
  const { ref } = unit;
  const status = statusIn(unit);
  if (typeof status === 'string') return lineProblem('unknown-status', `${ref}: ${unknownStatus(status)}`, line);
  if (!status) return null;
  const given = 'credit' in unit && unit.credit !== null ? textOf(unit.credit) : '';
  const credit = given === '' ? null : parseFigure(given);
  if (given === '' || credit !== null) return { ref, credit };
  return lineProblem('not-a-number', `${ref}: ${quote(given)} is no number of credits.`, line);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Whether the unit is held by all that its object says; the word itself where one does not tell. */
function statusIn(unit: object): boolean | string {
  let isHeld = true;
  for (const column of STATUS_COLUMNS) {
    const given = (unit as Readonly<Record<string, unknown>>)[column];
    if (given === undefined) continue;
    const text = given === null ? '' : textOf(given);
    const status = statusOf(text);
    if (status === null) return text;
    isHeld &&= status;
  }
  return isHeld;
}

function isTexts(value: unknown): value is readonly string[] {
  if (!Array.isArray(value)) return false;
  for (const item of value) if (typeof item !== 'string') return false;
  return true;
}
