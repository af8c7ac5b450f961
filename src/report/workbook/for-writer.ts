import type { Cell, Row, Sheet } from 'write-excel-file/universal';
import type { WorkbookCell, WorkbookSheet } from './workbook.js';

const WIDEST = 60;
const NARROWEST = 8;

/**
 * Sheets as the library takes them that writes workbooks. Text is stored as text and never as a formula.
 *
 * @example
 * ```ts
 * import { sheetsForWriter, workbookOf } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { answers } = openShipped('level-1-certificate-customer-service');
 * const workbook = workbookOf(answers.show().sheet());
 * console.log(sheetsForWriter(workbook).length === workbook.length); // true
 * ```
 */
export function sheetsForWriter(sheets: readonly WorkbookSheet[]): readonly Sheet<never>[] {
  return sheets.map(({ name, rows, isTable }) => ({
    sheet: name,
    data: rows.map((row, at) => rowOf(row, isTable && at === 0)),
    columns: widthsOf(rows, isTable).map((width) => ({ width })),
    ...(isTable ? { stickyRowsCount: 1 } : {}),
  }));
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
