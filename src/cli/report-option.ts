import type { Command } from 'commander';
import { valueOrThrow } from '../ask/input-error.js';
import { readDay } from '../ask/as-of.js';
import type { Basis } from '../ask/report/basis.js';
import { inputsOf } from '../ask/report/report-tools.js';
import { reportTools } from '../node/report-tools.js';
import type { InputDocument, KeptAnswerDocument } from '../report/documents/report.js';
import type { Sheet } from '../report/sheet.js';
import { keptSheet } from '../report/sheets/report.js';
import { formatOfEnding } from './output-format.js';
import type { Terminal } from './terminal.js';
import { VERSION } from './version.js';
import { refuseExisting, writeFileOf } from './write-answer.js';

/** Where a report of the answer goes, as typed. */
export interface ReportOptions {
  readonly report?: string;
  readonly date?: string;
  readonly force?: boolean;
}

/** Adds the options for a report beside the answer; `--force` is left to whoever has other files. */
export function addReportOptions(command: Command): Command {
  return command
    .option('--report <file>', 'also write a report to be kept (.html, .md, .xlsx, .json, .txt, .csv)')
    .option('--date <date>', 'the date that the report bears (2026-09-01); none without');
}

/** Refuses beforehand a report that cannot be written; throws an InputError. */
export function checkReport(options: ReportOptions): void {
  dateOf(options);
  if (options.report === undefined) return;
  formatOfEnding(options.report, '--report');
  refuseExisting('--report', options.report, options);
}

/** What a report is made of: the answer, what it rests on, and further files, some of which are known by their digest. */
export interface Reported {
  readonly document: unknown;
  readonly sheet: () => Sheet;
  readonly basis: Basis;
  readonly files: readonly string[];
  readonly read?: readonly InputDocument[];
}

/** Writes the report of an answer, where one is asked for. */
export async function keepReport(terminal: Terminal, options: ReportOptions, reported: () => Reported): Promise<void> {
  const { report: path } = options;
  if (path === undefined) return;
  const { document, sheet, basis, files, read = [] } = reported();
  const tools = reportTools(VERSION);
  const kept: KeptAnswerDocument<unknown> = {
    date: dateOf(options),
    madeBy: tools.madeBy,
    inputs: [...inputsOf([...basis.files, ...files], tools), ...read],
    answer: document,
  };
  const written = { document: kept, sheet: () => keptSheet(sheet(), kept, basis.rules) };
  await writeFileOf(terminal, written, formatOfEnding(path, '--report'), path, options.force === true, '--report');
}

function dateOf({ date }: ReportOptions): string | null {
  return date === undefined ? null : valueOrThrow(readDay(date, `--date ${date}`));
}
