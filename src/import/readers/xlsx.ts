import { flatten, type DocumentLine, type SourceDocument } from '../document.js';

/** Digits that a double holds for sure; what comes behind them is left by the arithmetic of a formula. */
const SURE_DIGITS = 15;
const LENGTH_OF_DATE = 10;

/** Reads every sheet of a workbook; macros are neither read nor run. */
export async function readXlsxDocument(bytes: Uint8Array, file: string): Promise<SourceDocument> {
  const { default: readSheets } = await import('read-excel-file/universal');
  const sheets = await readSheets(new Blob([bytes.slice()]), { trim: false });
  return {
    file,
    lines: sheets.flatMap(({ sheet, data }, table) =>
      data.flatMap((row, at) => readRow(row.map(textOf), { file, page: null, sheet, line: at + 1 }, table)),
    ),
  };
}

function readRow(cells: readonly string[], place: DocumentLine['place'], table: number): readonly DocumentLine[] {
  const texts = cells.map(flatten);
  return texts.every((cell) => cell === '') ? [] : [{ kind: 'row', place, cells: texts, table }];
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, LENGTH_OF_DATE);
  if (typeof value === 'number') return String(Number(value.toPrecision(SURE_DIGITS)));
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  throw new TypeError(`a cell holds a ${typeof value}`);
}
