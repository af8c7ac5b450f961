import { flatten, LONGEST_LINE, MOST_CELLS, type DocumentLine, type SourceDocument } from '../document.js';

const GAP = /\t| {2,}(?=\S)/;
const FEWEST_ALIGNED = 3;

/**
 * Reads pasted text. A line with tabs is a row of cells, and so is one with three columns or more that spaces hold
 * apart; a form feed begins a new page.
 */
export function readTextDocument(text: string, file: string): SourceDocument {
  const lines = text.replace(/\r\n?/g, '\n').replaceAll('\f', '\n').split('\n');
  return { file, lines: lines.flatMap((line, at) => readLine(line, { file, page: null, sheet: null, line: at + 1 })) };
}

function readLine(text: string, place: DocumentLine['place']): readonly DocumentLine[] {
  // A line that nobody will look at need not be cut into cells.
  if (text.length > LONGEST_LINE)
    return [{ kind: 'text', place, text: text.slice(0, LONGEST_LINE + 1), heading: false }];
  if (flatten(text) === '') return [];
  // One cell more than are looked at says that there are too many.
  if (text.includes('\t'))
    return [{ kind: 'row', place, table: 0, cells: text.split('\t', MOST_CELLS + 1).map(withoutTags) }];
  const aligned = text
    .trim()
    .split(GAP, MOST_CELLS + 1)
    .map(withoutTags);
  if (aligned.length >= FEWEST_ALIGNED) return [{ kind: 'row', place, table: 0, cells: aligned }];
  return [{ kind: 'text', place, text: flatten(text), heading: text.startsWith('#') }];
}

/** Marks of bold and italic text are left by some programs when text is copied. */
function withoutTags(text: string): string {
  return flatten(text.replace(/<\/?(?:b|i|u|em|strong)>|\*\*/gi, ''));
}
