/**
 * A program of its own that turns the workbook on its standard input into JSON on its standard output: the reader of
 * workbooks is slow to load and answers later, while models are read at once. See `read-workbook.ts`.
 */
import readXlsxFile from 'read-excel-file/node';

/** What the program writes: every sheet with its cells as texts, or that the input is no workbook. */
export type WorkbookText =
  | { readonly sheets: readonly { readonly sheet: string; readonly rows: readonly (readonly string[])[] }[] }
  | { readonly error: string };

/** Digits that a double holds for sure; what comes behind them is left by the arithmetic of a formula. */
const SURE_DIGITS = 15;
const LENGTH_OF_DATE = 10;

async function read(): Promise<WorkbookText> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  try {
    const sheets = await readXlsxFile(Buffer.concat(chunks), { trim: false });
    return { sheets: sheets.map(({ sheet, data }) => ({ sheet, rows: data.map((row) => row.map(textOf)) })) };
  } catch (thrown) {
    return { error: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

/** A cell as one would type it into a CSV file: dates as ISO has them. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, LENGTH_OF_DATE);
  if (typeof value === 'number') return String(Number(value.toPrecision(SURE_DIGITS)));
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  throw new TypeError(`a cell holds a ${typeof value}`);
}

void read().then((text) => process.stdout.write(JSON.stringify(text)));
