/** The cells of one line, without surrounding white space, as far as quotes let them be told apart. */
export interface LineCells {
  readonly cells: readonly string[];
  /** What is wrong with the cell behind the last one, and its column from 1; null when all is well. */
  readonly broken: { readonly column: number; readonly message: string } | null;
}

/**
 * Splits one line of a table. A cell may be quoted, with `""` for a quote in it; a line ends where it ends, quoted or
 * not, so that one stray quote does not swallow what follows. A quote further on in a cell is a character as any other.
 */
export function splitCells(line: string, delimiter: string): LineCells {
  if (!line.includes('"')) return { cells: line.split(delimiter).map((cell) => cell.trim()), broken: null };
  const cells: string[] = [];
  for (let start = 0; start <= line.length;) {
    const quoted = readQuoted(line, start, delimiter);
    if (quoted === 'not closed' || quoted === 'not ended') {
      return { cells, broken: { column: start + 1, message: COMPLAINTS[quoted] } };
    }
    const cell = quoted ?? readPlain(line, start, delimiter);
    cells.push(cell.text);
    start = cell.end + 1;
  }
  return { cells, broken: null };
}

const COMPLAINTS = {
  'not closed': 'The quote that opens here is not closed in this line; a learner is given in lines of its own.',
  'not ended': 'Text follows the closing quote of this cell; write "" for a quote inside a quoted cell.',
};

interface CellEnd {
  readonly text: string;
  /** Where the separator stands, or the end of the line. */
  readonly end: number;
}

function readPlain(line: string, start: number, delimiter: string): CellEnd {
  const found = line.indexOf(delimiter, start);
  const end = found < 0 ? line.length : found;
  return { text: line.slice(start, end).trim(), end };
}

/** Null when the cell is not quoted. */
function readQuoted(line: string, start: number, delimiter: string): CellEnd | null | 'not closed' | 'not ended' {
  const opening = readPlain(line, start, delimiter);
  if (!opening.text.startsWith('"')) return null;
  let text = '';
  let from = line.indexOf('"', start) + 1;
  for (;;) {
    const closing = line.indexOf('"', from);
    if (closing < 0) return 'not closed';
    text += line.slice(from, closing);
    from = closing + 1;
    if (line[from] !== '"') break;
    text += '"';
    from += 1;
  }
  const rest = readPlain(line, from, delimiter);
  return rest.text === '' ? { text: text.trim(), end: rest.end } : 'not ended';
}
