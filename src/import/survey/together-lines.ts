import type { ColumnKind } from '../columns.js';
import { isFigureCell } from '../shapes.js';
import { groupHeading, qualificationHeading } from './headings.js';
import { beginsRow, runTogetherHeader, splitRow, type RunTogether } from './run-together.js';
import { addTotal, addUnit, aside, lose, type SurveyState } from './state.js';

/** How a row of totals begins. */
export const TOTAL = /^(?:sub-?\s*|grand\s+|overall\s+)?totals?\b/i;

/** Reads a text as the header or a row of a table whose cells have run together; whether it was one. */
export function surveyTogether(state: SurveyState, text: string): boolean {
  const header = runTogetherHeader(text);
  if (header !== null) return open(state, text, header);
  const { together } = state;
  if (together === null) return false;
  if (TOTAL.test(text)) return total(state, text, together);
  const cells = splitRow(text, together);
  if (cells === null) return looksLikeRow(text, together) && wrappedRow(state, text, together);
  addUnit(state, cells);
  return true;
}

const FIGURE_LAST = /\s(?:\d{1,4}(?:\.\d{1,3})?|TBC|X|-)$/;
const CODE = /\b(?:[A-Z]\/\d{3}\/\d{4}|[A-Z][A-Z&]{0,6} ?[/_.-]?(?:\d{1,5}[A-Z]?|X))\b/;
const ASKS = /\b(?:must|may|can|cannot|should)\b/i;

/** Whether a text is part of the table though it is no whole row: it begins as one, or has a reference and ends with a figure. */
function looksLikeRow(text: string, together: RunTogether): boolean {
  if (groupHeading(text) !== null || qualificationHeading(text, false) !== null || ASKS.test(text)) return false;
  return beginsRow(text, together) || (CODE.test(text) && FIGURE_LAST.test(text));
}

function open(state: SurveyState, text: string, header: RunTogether): boolean {
  aside(state, 'header');
  if (state.together !== null && state.together.kinds.join() === header.kinds.join()) return true;
  state.together = header;
  state.table = { headers: header.kinds.map(() => text), named: header.kinds, runTogether: true, rows: [] };
  state.current.tables.push(state.table);
  return true;
}

/** `Total 31 207`: figures without a place of their own are the last columns, where there are as many. */
function total(state: SurveyState, text: string, { kinds }: RunTogether): boolean {
  const figures = text.split(' ').slice(1);
  const columns: readonly ColumnKind[] = kinds.filter((kind) => ['credit', 'glh', 'tqt'].includes(kind));
  if (figures.length !== columns.length || !figures.every(isFigureCell)) return false;
  addTotal(
    state,
    kinds.map((kind) => figures[columns.indexOf(kind)] ?? ''),
  );
  return true;
}

/** A row that goes on in the next line. */
function wrappedRow(state: SurveyState, text: string, together: RunTogether): boolean {
  const next = state.lines[state.at + 1];
  const goesOn = next?.kind === 'text' && !FIGURE_LAST.test(text) && !beginsRow(next.text, together);
  const rest = goesOn ? next.text : null;
  const cells = rest === null ? null : splitRow(`${text} ${rest}`, together);
  if (cells === null) {
    lose(state);
    return true;
  }
  addUnit(state, cells);
  state.at += 1;
  aside(state, 'the rest of the row above');
  return true;
}
