/** A place in a file; `line` and `column` count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The sheet, in a workbook: then `line` and `column` count rows and columns of cells. */
  readonly sheet?: string;
}

/** Where something was said: a place in a file, or an option of the command or call. */
export type Source = Place | { readonly option: string };

/** `models/x.yaml:12:5`, `units.xlsx:Units!C5` in a workbook, or the option as it was typed. */
export function formatSource(source: Source): string {
  if ('option' in source) return source.option;
  const { file, line, column, sheet } = source;
  return sheet === undefined ? `${file}:${line}:${column}` : `${file}:${sheet}!${cellName(source)}`;
}

/** The cell of a workbook as spreadsheets name it: row 5 of column 3 is `C5`. */
export function cellName({ line, column }: Pick<Place, 'line' | 'column'>): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / LETTERS)) {
    letters = String.fromCharCode(FIRST_LETTER + ((rest - 1) % LETTERS)) + letters;
  }
  return `${letters}${line}`;
}

const LETTERS = 26;
const FIRST_LETTER = 65;
