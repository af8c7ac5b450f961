import { headerOf } from '../columns.js';
import { flatten, type DocumentLine } from '../document.js';
import { figureIn, isFigureCell, isOpen, isReference, isRunningNumber } from '../shapes.js';
import { goesOn } from '../title-parts.js';
import { keepFact } from './facts.js';
import type { FoundTable } from './found.js';
import { groupHeading, qualificationHeading } from './headings.js';
import { addTotal, addUnit, aside, lose, NO_GROUP, say, type SurveyState } from './state.js';
import { TOTAL } from './together-lines.js';
import { surveyWords } from './word-lines.js';

type Row = Extract<DocumentLine, { kind: 'row' }>;

/** Reads a row: a header, a unit, totals, a label with its value, or one text by itself. */
export function surveyRow(state: SurveyState, line: Row): void {
  const cells = line.cells.map(flatten);
  const filled = cells.filter((cell) => cell !== '');
  const [first = '', second = ''] = filled;
  const header = headerOf(cells);
  if (filled.length === 0) return aside(state, 'empty');
  if (header !== null) return open(state, cells, header, line.table);
  if (filled.length > 1 && TOTAL.test(first) && filled.slice(1).every(isFigureCell)) return addTotal(state, cells);
  if (filled.length === 1) return single(state, line, cells, first);
  if (isSplitSentence(filled)) return surveyWords(state, filled.join(' '), false);
  if (isInTable(state, line, cells)) return addUnit(state, cells);
  if (filled.length === 2) {
    if (!keepFact(state, first, second)) say(state, `${first}: ${second}`, [first, second]);
    return;
  }
  if (looksLikeUnit(filled)) return shapeless(state, line, cells);
  lose(state);
}

/** Whether the row stands below a header; a table of the same width goes on with the header before it. */
function isInTable({ table, tableNumber }: SurveyState, line: Row, cells: readonly string[]): boolean {
  return (
    table !== null && table.named !== null && (line.table === tableNumber || cells.length === table.headers.length)
  );
}

/** A sentence below a table whose words stand as far apart as its columns: no cell is a reference or a figure, as one of a unit is. */
function isSplitSentence(filled: readonly string[]): boolean {
  const bare = filled.some(
    (cell) => isReference(cell) || isRunningNumber(cell) || isOpen(cell) || figureIn(cell) !== null,
  );
  return !bare && ASKS.test(filled.join(' '));
}

const ASKS = /\d.*\bcredits?\b|\b(?:must|at least|at most|minimum of|maximum of)\b/i;

function looksLikeUnit(filled: readonly string[]): boolean {
  const named = filled.some((cell) => isReference(cell) || isRunningNumber(cell));
  return named && filled.some((cell) => figureIn(cell) !== null);
}

/** A row of units in a table that has no header. */
function shapeless(state: SurveyState, line: Row, cells: readonly string[]): void {
  const { table } = state;
  const fits = table !== null && table.named === null && table.headers.length === cells.length;
  if (!fits)
    open(
      state,
      cells.map(() => ''),
      null,
      line.table,
    );
  addUnit(state, cells);
}

function open(state: SurveyState, headers: readonly string[], named: FoundTable['named'], number: number): void {
  state.tableNumber = number;
  if (named !== null) aside(state, 'header');
  if (state.table !== null && !state.table.runTogether && named !== null && isSame(state.table.headers, headers))
    return remarkOnHeading(state);
  remarkOnHeading(state);
  state.table = { headers, named, runTogether: false, rows: [] };
  state.together = null;
  state.current.tables.push(state.table);
}

const LONGEST_HEADING = 80;

/** A short line right above a further table may name a group in words that are not known; its units would stand in the group before. */
function remarkOnHeading({ lines, at, asides, group, current }: SurveyState): void {
  const above = lines[at - 1];
  if (above?.kind !== 'text' || asides.has(at - 1) || !current.tables.some(({ rows }) => rows.length > 0)) return;
  const text = flatten(above.text);
  if (text.length > LONGEST_HEADING || /[.:;]$/.test(text) || ASKS.test(text)) return;
  const where = group === NO_GROUP ? 'no group of their own' : `group ${group}`;
  const remark = `'${text}' stands right above a table and is read as no group; the units below it are in ${where}.`;
  current.remarks.push({ place: above.place, text: remark });
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, at) => text.toLowerCase() === other[at]?.toLowerCase());
}

/** One cell by itself: a heading within the table, the rest of a title, or a text. */
function single(state: SurveyState, line: Row, cells: readonly string[], text: string): void {
  const heading = groupHeading(text) !== null || qualificationHeading(text, false) !== null;
  const title = heading ? null : titleAbove(state, line, cells);
  if (title === null || isSentence(text)) return surveyWords(state, text, false);
  if (goesOn(title.text, text)) return title.extend(text);
  if (isRowBelow(state)) return lose(state);
  surveyWords(state, text, false);
}

interface TitleAbove {
  readonly text: string;
  readonly extend: (more: string) => void;
}

/** The title of the unit right above, where the one cell of a row stands in the column of titles; null where it does not. */
function titleAbove(state: SurveyState, line: Row, cells: readonly string[]): TitleAbove | null {
  const { table, tableNumber, group } = state;
  const title = table?.named?.indexOf('title') ?? -1;
  const last = table?.rows.at(-1);
  if (title === -1 || last === undefined || line.table !== tableNumber || last.group !== group) return null;
  const before = last.cells[title];
  if (before === undefined || (cells[title] ?? '') === '') return null;
  const extend = (more: string): void => {
    last.cells[title] = flatten(`${before} ${more}`);
    aside(state, 'the rest of the title above');
  };
  return { text: before, extend };
}

function isRowBelow({ lines, at }: SurveyState): boolean {
  const next = lines[at + 1];
  return (
    next?.kind === 'row' &&
    next.cells.filter((cell) => flatten(cell) !== '').length > 2 &&
    headerOf(next.cells.map(flatten)) === null
  );
}

/** Below a table whose titles stand first, a sentence is in the column of the titles. */
function isSentence(text: string): boolean {
  return /\d.*\b(?:credits?|units?)\b|\b(?:must|minimum|maximum|at least|at most)\b|[.:;]$/i.test(text);
}
