import { workbookCellText } from '../../read/table/workbook-cell.js';
import { flatten, type DocumentLine, type SourceDocument } from '../document.js';

/** Reads every sheet of a workbook; macros are neither read nor run. */
export async function readXlsxDocument(bytes: Uint8Array, file: string): Promise<SourceDocument> {
  const { default: readSheets } = await import('read-excel-file/universal');
  const sheets = await readSheets(new Blob([bytes.slice()]), { trim: false });
  return {
    file,
    lines: sheets.flatMap(({ sheet, data }, table) =>
      data.flatMap((row, at) => readRow(row.map(workbookCellText), { file, page: null, sheet, line: at + 1 }, table)),
    ),
  };
}

function readRow(cells: readonly string[], place: DocumentLine['place'], table: number): readonly DocumentLine[] {
  const texts = cells.map(flatten);
  return texts.every((cell) => cell === '') ? [] : [{ kind: 'row', place, cells: texts, table }];
}
