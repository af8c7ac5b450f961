import type { Answer } from '../ask/answer.js';
import { InputError } from '../ask/input-error.js';
import { refuseFiles, writeNewFiles } from '../node/write-new-files.js';
import { workbookBytes } from '../node/write-workbook.js';
import { renderCsv } from '../report/csv/render-csv.js';
import { renderHtml } from '../report/html/render-html.js';
import { toJson } from '../report/json/to-json.js';
import { renderMarkdown } from '../report/markdown/render-markdown.js';
import { PLAIN } from '../report/text/palette.js';
import { renderSheet } from '../report/text/render-sheet.js';
import { workbookOf } from '../report/workbook/workbook.js';
import { withoutControls } from './controls.js';
import { formatOf, type FormatOptions, type OutputFormat } from './output-format.js';
import type { Terminal } from './terminal.js';

const FILE_WIDTH = 100;

/** What is written of an answer; `csv` gives rows of its own, where the tables of its sheet are not what is wanted. */
export type Written = Pick<Answer<unknown>, 'document' | 'sheet'> & { readonly csv?: () => string };

/** Writes an answer as the options say: to standard output, or as a whole into a file, and says so. */
export async function writeAnswer(terminal: Terminal, answer: Written, options: FormatOptions): Promise<void> {
  const format = formatOf(options);
  const { output } = options;
  if (output !== undefined) await writeFileOf(terminal, answer, format, output, options.force === true);
  else if (format === 'text') terminal.show(answer.sheet());
  else terminal.print(textOf(answer, format));
}

/** Writes an answer into a file, whole or not at all; `option` names the one that asked for it. */
export async function writeFileOf(
  terminal: Terminal,
  answer: Written,
  format: OutputFormat,
  path: string,
  replace: boolean,
  option = '--output',
): Promise<void> {
  const text = format === 'xlsx' ? await workbookBytes(workbookOf(answer.sheet())) : textOf(answer, format);
  writeText(terminal, text, path, replace, option);
}

/** Writes text, or the bytes of a workbook, into a file, whole or not at all, and says so. */
export function writeText(
  terminal: Terminal,
  given: string | Uint8Array,
  path: string,
  replace: boolean,
  option = '--output',
): void {
  const text = typeof given === 'string' ? `${withoutControls(given).trimEnd()}\n` : given;
  const issues = writeNewFiles([{ path, text }], { option: `${option} ${path}`, replace });
  if (issues.length > 0) throw new InputError(issues);
  terminal.tell(`written: ${path}`);
}

/** Refuses before anything is computed what is known to be refused after it; throws an InputError. */
export function checkOutput(options: FormatOptions): void {
  formatOf(options);
  refuseExisting('--output', options.output, options);
  refuseExisting('--svg', options.svg, options);
}

/** Refuses a file that is there already and may not be replaced, and a folder; throws an InputError. */
export function refuseExisting(
  option: string,
  path: string | undefined,
  { force }: Pick<FormatOptions, 'force'>,
): void {
  if (path === undefined) return;
  const issues = refuseFiles([{ path }], { option: `${option} ${path}`, replace: force === true });
  if (issues.length > 0) throw new InputError(issues);
}

function textOf({ document, sheet, csv }: Written, format: OutputFormat): string {
  switch (format) {
    case 'text':
      return renderSheet(sheet(), { width: FILE_WIDTH, palette: PLAIN });
    case 'markdown':
      return renderMarkdown(sheet());
    case 'csv':
      return csv === undefined ? renderCsv(sheet()) : csv();
    case 'html':
      return renderHtml(sheet()).trimEnd();
    case 'json':
      return toJson(document, 2);
    case 'xlsx':
      throw new Error('a workbook is no text');
  }
}
