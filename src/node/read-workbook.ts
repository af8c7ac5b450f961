import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { error, type Issue } from '../domain/issue.js';
import { quote } from '../domain/quote.js';
import { failure, success, type Result } from '../domain/result.js';
import type { Source } from '../domain/source.js';
import { didYouMean } from '../domain/suggest.js';
import type { SheetName } from '../read/model/model-file.js';
import type { SheetText } from '../read/table/sheet-cells.js';
import { startOf } from '../read/text/text-places.js';
import { readFileBytes } from './read-text-file.js';
import type { WorkbookText } from './workbook-reader.js';

/** Beside this file in the package; run from the sources, the one that was built. */
const READER = ['./workbook-reader.js', '../../dist/command/workbook-reader.js']
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .find((path) => existsSync(path));

/** What the reader may take: a file that is small may unpack to more than any table holds. */
const LONGEST_MILLISECONDS = 30_000;
const LARGEST_TEXT = 64 * 1024 * 1024;
const MEMORY_MEGABYTES = 512;

/** Whether a path names a workbook, of whatever kind. */
export function isWorkbookPath(path: string): boolean {
  return /\.(?:xlsx|xlsm|xls|ods|numbers)$/i.test(path);
}

/**
 * One sheet of the workbook at `path`: the one that is named, or else the first. Errors: those of a file that cannot be
 * read, a file that is no workbook or too much of one, a sheet that is not there.
 */
export function readWorkbook(
  path: string,
  named: Source = startOf(path),
  wanted: SheetName | null = null,
): Result<SheetText> {
  const bytes = readFileBytes(path, named);
  if (!bytes.ok) return bytes;
  if (!/\.xls[xm]$/i.test(path)) return failure([otherKind(path)]);
  const text = runReader(bytes.value);
  if (text === null || 'error' in text) return failure([noWorkbook(path, text)]);
  const names = text.sheets.map(({ sheet }) => sheet);
  const found = wanted === null ? text.sheets[0] : text.sheets.find(({ sheet }) => sheet === wanted.name);
  if (found !== undefined) return success(found);
  if (wanted === null) return failure([noWorkbook(path, { error: 'it has no sheet' })]);
  const hint = didYouMean(wanted.name, names) || `; its sheets are ${names.map((name) => quote(name)).join(', ')}`;
  return failure([error('unknown-sheet', `There is no sheet ${quote(wanted.name)} in ${path}${hint}.`, wanted.place)]);
}

/** What the reader says; null where it did not come to an end within its limits. */
function runReader(bytes: Uint8Array): WorkbookText | null {
  if (READER === undefined) throw new Error('the reader of workbooks is not there');
  const { stdout, status } = spawnSync(process.execPath, [`--max-old-space-size=${MEMORY_MEGABYTES}`, READER], {
    input: bytes,
    encoding: 'utf8',
    maxBuffer: LARGEST_TEXT,
    timeout: LONGEST_MILLISECONDS,
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  });
  return status === 0 ? (JSON.parse(stdout) as WorkbookText) : null;
}

function otherKind(path: string): Issue {
  return error('not-a-workbook', 'Workbooks are read as .xlsx only; save this one as that, or as CSV.', startOf(path));
}

function noWorkbook(path: string, text: { readonly error: string } | null): Issue {
  const message =
    text === null
      ? `This workbook is too large: reading it took more than ${LONGEST_MILLISECONDS / 1000} seconds or ${MEMORY_MEGABYTES} MB. Save its sheet as CSV.`
      : `This is no workbook that can be read (${text.error}). Open it in a spreadsheet and save it as .xlsx, or as CSV.`;
  return error('not-a-workbook', message, startOf(path));
}
