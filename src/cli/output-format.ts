import { Option, type Command } from 'commander';
import type { Answer } from '../ask/answer.js';
import { toJson } from '../report/json/to-json.js';
import { renderCsv } from '../report/csv/render-csv.js';
import { renderMarkdown } from '../report/markdown/render-markdown.js';
import type { Terminal } from './terminal.js';

/** How an answer may be written. */
export const OUTPUT_FORMATS = ['text', 'markdown', 'csv', 'json'] as const;

/** One of them. */
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

/** The options that say how an answer is written; `--json` is short for `--format json`. */
export interface FormatOptions {
  readonly json?: boolean;
  readonly format?: OutputFormat;
  /** The file that pictures are written into. */
  readonly svg?: string;
  /** Whether files that are there already may be replaced. */
  readonly force?: boolean;
}

/** Adds the options that say how an answer is written. */
export function addFormatOptions(command: Command): Command {
  return command
    .addOption(new Option('--format <name>', 'how the answer is written').choices(OUTPUT_FORMATS).default('text'))
    .option('--json', 'print one JSON document (--format json)');
}

/** Adds the options of an answer that has pictures. */
export function addPictureOptions(command: Command): Command {
  return command
    .option('--svg <file>', 'write the pictures of the answer into this file')
    .option('--force', 'replace a file that is there already');
}

/** Whether an answer that has rows of its own is to be written as those: `--csv`, or `--format csv`. */
export function wantsRows({ json, format, csv }: FormatOptions & { readonly csv?: boolean }): boolean {
  return json !== true && (csv === true || format === 'csv');
}

/** Writes an answer to standard output. */
export function writeAnswer(
  terminal: Terminal,
  answer: Answer<unknown>,
  { json = false, format = 'text' }: FormatOptions,
): void {
  switch (json ? 'json' : format) {
    case 'text':
      terminal.show(answer.sheet());
      return;
    case 'markdown':
      terminal.print(renderMarkdown(answer.sheet()));
      return;
    case 'csv':
      terminal.print(renderCsv(answer.sheet()));
      return;
    case 'json':
      terminal.print(toJson(answer.document, 2));
  }
}
