/**
 * A program of its own that turns the workbook on its standard input into JSON on its standard output: the reader of
 * workbooks is slow to load and answers later, while models are read at once. See `read-workbook.ts`.
 */
import readXlsxFile from 'read-excel-file/node';
import { workbookCellText } from '../read/table/workbook-cell.js';

/** What the program writes: every sheet with its cells as texts, or that the input is no workbook. */
export type WorkbookText =
  | { readonly sheets: readonly { readonly sheet: string; readonly rows: readonly (readonly string[])[] }[] }
  | { readonly error: string };

async function read(): Promise<WorkbookText> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  try {
    const sheets = await readXlsxFile(Buffer.concat(chunks), { trim: false });
    return { sheets: sheets.map(({ sheet, data }) => ({ sheet, rows: data.map((row) => row.map(workbookCellText)) })) };
  } catch (thrown) {
    return { error: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

void read().then((text) => process.stdout.write(JSON.stringify(text)));
