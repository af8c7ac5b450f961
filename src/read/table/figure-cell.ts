import { error, type Issue } from '../../domain/issue.js';
import { LARGEST_WHOLE_NUMBER, parseFigure, parseWholeNumber } from '../../domain/quantity.js';
import { quote } from '../../domain/quote.js';
import { nearest } from '../../domain/suggest.js';
import type { Figure, NoFigure, OpenValue } from '../../domain/unit.js';
import type { Cell } from './cells.js';

/** How a table writes a value that is not confirmed yet; a cell that is blank or a dash says no more. */
const OPEN = 'TBC';
const BLANK = /^[-–—]?$/;
const BOUNDED = /^TBC\s*[(:]?\s*([\d.]+)\s*(?:-|–|to)\s*([\d.]+)\s*\)?$/i;

/** What figures of a column are called in messages, and whether they may have decimals. */
export interface FigureColumn {
  readonly word: string;
  readonly decimals: boolean;
}

/** Whether a cell says that there is nothing: blank, or a dash. */
export function isBlank(text: string): boolean {
  return BLANK.test(text);
}

/** Whether a cell says that its value is not confirmed yet, without any bounds. */
export function isUnconfirmed(text: string): boolean {
  return text.toUpperCase() === OPEN;
}

/**
 * Reads a cell that holds a figure, or an open value named `open`: blank, a dash, `TBC`, or `TBC 10-30` where bounds are
 * known. Errors: text, a negative number, decimals where there may be none or more than three, bounds the wrong way
 * round, a number above {@link LARGEST_WHOLE_NUMBER}.
 */
export function readFigure(cell: Cell, column: FigureColumn, open: string): Figure | Issue {
  const figure = parse(cell.text, open, column.decimals);
  return figure ?? error('not-a-number', `The ${column.word} ${explain(cell.text, column.decimals)}.`, cell.place);
}

/** Reads a cell of a further column, which holds whatever it likes until it is counted. */
export function readFurtherFigure(cell: Cell, open: string): Figure | NoFigure {
  return parse(cell.text, open, true) ?? { text: cell.text, place: cell.place };
}

function parse(text: string, open: string, decimals: boolean): Figure | null {
  if (isBlank(text) || isUnconfirmed(text)) return { open, min: null, max: null };
  const parseNumber = decimals ? parseFigure : parseWholeNumber;
  return parseNumber(text) ?? parseBounded(text, open, parseNumber);
}

function parseBounded(text: string, open: string, parseNumber: (text: string) => number | null): OpenValue | null {
  const [, from, to] = BOUNDED.exec(text) ?? [];
  if (from === undefined || to === undefined) return null;
  const [min, max] = [parseNumber(from), parseNumber(to)];
  return min === null || max === null || min > max ? null : { open, min, max };
}

/** What is wrong with a text that was to be a figure, as the end of a sentence. */
function explain(text: string, decimals: boolean): string {
  const found = quote(text);
  const kind = decimals ? 'number' : 'whole number';
  if (/^[-−–]\s*\d+([.,]\d+)?$/.test(text)) return `${found} is negative; it must be a ${kind} from 0 up`;
  if (BOUNDED.test(text)) return `${found} gives no range; write the lower ${kind} first, as in 'TBC 10-30'`;
  if (/^\d{1,3}([ ,.']\d{3})+$/.test(text))
    return `${found} must be written in plain digits: ${text.replace(/\D/g, '')}`;
  if (decimals && /^\d+,\d{1,2}$/.test(text)) return `${found} must be written with a point: ${text.replace(',', '.')}`;
  if (!decimals && /^\d+[.,]0+$/.test(text))
    return `${found} must be written as a whole number: ${text.replace(/\D.*/, '')}`;
  if (/^\d*[.,]\d+$/.test(text))
    return decimals ? `${found} must have at most three places` : `${found} is a fraction; it must be a whole number`;
  if (/^\d+$/.test(text)) return `${found} is too large; at most ${LARGEST_WHOLE_NUMBER} is accepted`;
  const hint = nearest(text, [OPEN]) === null ? '' : ` (did you mean ${OPEN}?)`;
  return `${found} is not a ${kind}${hint}`;
}
