import { sheetsForWriter } from '../report/workbook/for-writer.js';
import type { WorkbookSheet } from '../report/workbook/workbook.js';

/** The first day that a zip file knows, so that one answer gives the same bytes whenever it is written. */
const NO_TIME = new Date(1980, 0, 1);

/**
 * The bytes of an .xlsx file. The library that writes it is loaded here
 * only, as few answers are wanted as workbooks.
 */
export async function workbookBytes(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  const { default: writeWorkbook } = await import('write-excel-file/node');
  const { unzipSync, zipSync } = await import('fflate');
  const buffer = await writeWorkbook([...sheetsForWriter(sheets)]).toBuffer();
  return zipSync(unzipSync(buffer), { mtime: NO_TIME });
}
