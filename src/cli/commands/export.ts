import { InvalidArgumentError, Option, type Command } from 'commander';
import type { ExportAnswer } from '../../ask/answers/export.js';
import { InputError } from '../../ask/input-error.js';
import { parseWholeNumber } from '../../domain/quantity.js';
import { writeNewFiles } from '../../node/write-new-files.js';
import { PROGRAM_FORMATS, type ProgramFormat } from '../../program/formats/named-program.js';
import { requestOf } from '../question-options.js';
import {
  addAchievedOption,
  addConditionOptions,
  addObjectiveOptions,
  type RequestOptions,
} from '../request-options.js';
import type { Run } from '../run.js';
import { tellIssues } from '../terminal.js';

const EXAMPLES = `
Examples:
  The least-hour question in the format that most solvers read:
    qualpath export ocr-level-3-diploma-customer-service --format lp
  The same for a file, with a table of its names beside it:
    qualpath export ocr-level-3-diploma-customer-service --format mps \\
      --output ocr.mps
  Other objectives and conditions, as for solve:
    qualpath export level-1-certificate-customer-service --format opb \\
      --minimise units --also "at least 20 credits"
`;

/** The options that say where and how a program is written; `--json` is short for `--format json`. */
export interface ExportOptions {
  readonly format: ProgramFormat;
  readonly json?: boolean;
  readonly output?: string;
  readonly force?: boolean;
}

/** Adds `export` to the program. */
export function registerExport(program: Command, run: Run): void {
  const command = program
    .command('export')
    .summary('the question as a program for other solvers')
    .description(
      'Writes the question that solve answers as an integer program, with every name explained: as comments in front ' +
        'of it, or with --output in a table beside it.',
    )
    .argument('<qualification>', 'an id (see qualpath list) or the path of a model file')
    .addOption(
      new Option('--way <number>', 'which way of using what is held, where there are several').argParser(parseWay),
    )
    .addHelpText('after', EXAMPLES);
  const objectives = addObjectiveOptions(command);
  addExportOptions(addConditionOptions(addAchievedOption(command))).action(
    async (qualification: string, options: RequestOptions & ExportOptions & { readonly way?: number }) => {
      const { answers } = run.workspace(options.models).open(qualification);
      const question = { ...requestOf(options), objectives };
      giveProgram(run, options, await answers.export(question, options.way));
    },
  );
}

/** Adds the options that say where and how a program is written. */
export function addExportOptions(command: Command): Command {
  return command
    .addOption(new Option('--format <name>', 'how the program is written').choices(PROGRAM_FORMATS).default('lp'))
    .option('--json', 'print one JSON document (--format json)')
    .option('--output <file>', 'write to this file, and the names to FILE.names.csv')
    .option('--force', 'replace files that are there already');
}

/** Writes a program to standard output or to files; throws an InputError where these cannot be written. */
export function giveProgram(
  { terminal }: Run,
  { json, format, output, force }: ExportOptions,
  answer: ExportAnswer,
): void {
  const chosen = json === true ? 'json' : format;
  if (output === undefined) {
    terminal.print(answer.text(chosen).trimEnd());
  } else {
    const { program, names } = answer.files(chosen);
    const files = [
      { path: output, text: program },
      ...(names === null ? [] : [{ path: `${output}.names.csv`, text: names }]),
    ];
    const issues = writeNewFiles(files, { option: `--output ${output}`, replace: force === true });
    if (issues.length > 0) throw new InputError(issues);
    for (const { path } of files) terminal.tell(`written: ${path}`);
  }
  tellIssues(terminal, answer.issues);
}

function parseWay(text: string): number {
  const way = parseWholeNumber(text);
  if (way === null || way < 1) throw new InvalidArgumentError('Give a whole number from 1.');
  return way;
}
