import { extname } from 'node:path';
import { Option, type Command } from 'commander';
import { InputError } from '../ask/input-error.js';
import { error } from '../domain/issue.js';

/** How an answer may be written. */
export const OUTPUT_FORMATS = ['text', 'markdown', 'csv', 'json', 'html', 'xlsx'] as const;

/** One of them. */
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

/** The options that say how and where an answer is written; `--json` is short for `--format json`. */
export interface FormatOptions {
  readonly json?: boolean;
  readonly format?: OutputFormat;
  /** The file that the answer is written into; standard output without. */
  readonly output?: string;
  /** The file that pictures are written into. */
  readonly svg?: string;
  /** Whether files that are there already may be replaced. */
  readonly force?: boolean;
}

const FORMAT_OF_ENDING: Readonly<Record<string, OutputFormat>> = {
  '.txt': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.csv': 'csv',
  '.json': 'json',
  '.html': 'html',
  '.htm': 'html',
  '.xlsx': 'xlsx',
};

const PRINTED_FORMATS = OUTPUT_FORMATS.filter((name) => name !== 'xlsx');

/** Adds the options that say how an answer is printed, of commands whose files are another matter. */
export function addPrintOptions(command: Command): Command {
  return command
    .addOption(new Option('--format <name>', 'how the answer is written').choices(PRINTED_FORMATS).default('text'))
    .option('--json', 'print one JSON document (--format json)');
}

/** Adds the options that say how and where an answer is written. */
export function addFormatOptions(command: Command): Command {
  return addFileOptions(
    command
      .addOption(
        new Option('--format <name>', 'how the answer is written; text, or what the ending of --output says').choices(
          OUTPUT_FORMATS,
        ),
      )
      .option('--json', 'print one JSON document (--format json)'),
  );
}

/** Adds the options that name a file for the answer. */
export function addFileOptions(command: Command): Command {
  return command
    .option('--output <file>', 'write the answer into this file (.txt, .md, .csv, .json, .html, .xlsx)')
    .option('--force', 'replace files that are there already');
}

/** Adds the option of an answer that has pictures. */
export function addPictureOptions(command: Command): Command {
  return command.option('--svg <file>', 'write the pictures of the answer into this file');
}

/** The format that is asked for: by name, or by the ending of the file. Throws an InputError where neither says one. */
export function formatOf({ json, format, output }: FormatOptions): OutputFormat {
  if (json === true) return 'json';
  if (format === 'xlsx' && output === undefined) {
    throw wrong('A workbook is written into a file: name it with --output FILE.xlsx.', '--format xlsx');
  }
  if (format !== undefined) return format;
  return output === undefined ? 'text' : formatOfEnding(output, '--output');
}

/** The format that the ending of a file stands for; throws an InputError where it stands for none. */
export function formatOfEnding(path: string, option: string): OutputFormat {
  const found = FORMAT_OF_ENDING[extname(path).toLowerCase()];
  if (found !== undefined) return found;
  const endings = Object.keys(FORMAT_OF_ENDING).join(', ');
  const also = option === '--output' ? ', or say --format' : '';
  throw wrong(`The ending of this file says no format; give it one of ${endings}${also}.`, `${option} ${path}`);
}

function wrong(message: string, option: string): InputError {
  return new InputError([error('setting', message, { option })]);
}

/** Whether an answer that has rows of its own is to be written as those: `--csv`, or `--format csv`. */
export function wantsRows(options: FormatOptions & { readonly csv?: boolean }): boolean {
  return options.json !== true && (options.csv === true || formatOf(options) === 'csv');
}
