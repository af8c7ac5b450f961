import { workbookCellText } from '../../read/table/workbook-cell.js';
import { flatten, type DocumentLine, type SourceDocument } from '../document.js';
import { hiddenCells, type HiddenCells } from './hidden-cells.js';

/** Reads every sheet of a workbook, but for what it does not show; macros are neither read nor run. */
export async function readXlsxDocument(bytes: Uint8Array, file: string): Promise<SourceDocument> {
  const { default: readSheets } = await import('read-excel-file/universal');
  const sheets = await readSheets(new Blob([bytes.slice()]), { trim: false });
  const hidden = hiddenCells(bytes);
  return {
    file,
    lines: sheets.flatMap(({ sheet, data }, table) => {
      const own = hidden.get(sheet);
      const place = (line: number): DocumentLine['place'] => ({ file, page: null, sheet, line });
      if (own?.sheet === true) return [leftOut(place(1), sheet, 'this sheet is hidden')];
      const rows = data.flatMap((row, at) => readRow(row.map(workbookCellText), place(at + 1), table, own));
      return own === undefined || own.columns.size === 0 ? rows : [...rows, hiddenColumns(own, place(1))];
    }),
  };
}

function readRow(
  cells: readonly string[],
  place: DocumentLine['place'],
  table: number,
  hidden: HiddenCells | undefined,
): readonly DocumentLine[] {
  const texts = cells.map(flatten).filter((_, at) => hidden === undefined || !hidden.columns.has(at + 1));
  if (texts.every((cell) => cell === '')) return [];
  if (hidden?.rows.has(place.line) === true)
    return [leftOut(place, texts.filter((cell) => cell !== '').join(' | '), 'this row is hidden')];
  return [{ kind: 'row', place, cells: texts, table }];
}

function hiddenColumns({ columns }: HiddenCells, place: DocumentLine['place']): DocumentLine {
  const numbers = [...columns].join(', ');
  return leftOut(place, `${columns.size === 1 ? 'Column' : 'Columns'} ${numbers}`, 'hidden in this sheet');
}

function leftOut(place: DocumentLine['place'], text: string, why: string): DocumentLine {
  return { kind: 'left-out', place, text, why: `${why}; it is left out`, hidden: true };
}
