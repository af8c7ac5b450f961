import type { Cell, Row } from 'write-excel-file/node';
import type { WorkbookCell, WorkbookSheet } from '../report/workbook/workbook.js';

const WIDEST = 60;
const NARROWEST = 8;
/** The first day that a zip file knows, so that one answer gives the same bytes whenever it is written. */
const NO_TIME = new Date(1980, 0, 1);

/**
 * The bytes of an .xlsx file. Text is stored as text and never as a formula. The library that writes it is loaded here
 * only, as few answers are wanted as workbooks.
 */
export async function workbookBytes(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  const { default: writeWorkbook } = await import('write-excel-file/node');
  const { unzipSync, zipSync } = await import('fflate');
  const buffer = await writeWorkbook(
    sheets.map(({ name, rows, isTable }) => ({
      sheet: name,
      data: rows.map((row, at) => rowOf(row, isTable && at === 0)),
      columns: widthsOf(rows, isTable).map((width) => ({ width })),
      ...(isTable ? { stickyRowsCount: 1 } : {}),
    })),
  ).toBuffer();
  return zipSync(unzipSync(buffer), { mtime: NO_TIME });
}

function rowOf(row: readonly WorkbookCell[], isHead: boolean): Row {
  return row.map((cell): Cell => {
    if (cell === null || cell === '') return null;
    if (typeof cell === 'number') return { value: cell, type: Number };
    const value = withoutControls(cell);
    return { value, type: String, ...(isHead ? { fontWeight: 'bold' as const } : {}) };
  });
}

/** Characters that the XML of a workbook does not have would make the file unreadable. */
function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]|\p{Cs}/gu, '');
}

function widthsOf(rows: readonly (readonly WorkbookCell[])[], isTable: boolean): readonly number[] {
  if (!isTable) return [100];
  const columns = rows[0]?.length ?? 0;
  return Array.from({ length: columns }, (_, at) => {
    const longest = rows.reduce((most, row) => Math.max(most, String(row[at] ?? '').length), 0);
    return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
  });
}
