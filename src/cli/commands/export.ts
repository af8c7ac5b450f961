import { InvalidArgumentError, Option, type Command } from 'commander';
import type { ExportAnswer } from '../../ask/answers/export.js';
import { InputError } from '../../ask/input-error.js';
import type { ObjectiveText } from '../../ask/question.js';
import { error } from '../../domain/issue.js';
import { parseWholeNumber } from '../../domain/quantity.js';
import { writeNewFiles } from '../../node/write-new-files.js';
import { PROGRAM_FORMATS, type ProgramFormat } from '../../program/formats/named-program.js';
import { countOption, offeredOf } from '../provider-options.js';
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
  One plan for several qualifications, as deliver asks for it:
    qualpath export --all --max-units 40 --format mps --output plan.mps
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
      'Writes the question that solve answers (with several qualifications that of deliver) as an integer program, with every name explained: as comments in front ' +
        'of it, or with --output in a table beside it.',
    )
    .argument('[qualifications...]', 'ids (see qualpath list) or paths of model files')
    .option('--all', 'every qualification at hand whose values are all set')
    .addOption(countOption('--max-units <n>', 'with several qualifications: deliver at most so many units'))
    .addOption(countOption('--max-glh <n>', 'with several qualifications: deliver at most so many hours'))
    .addOption(
      new Option('--way <number>', 'which way of using what is held, where there are several').argParser(parseWay),
    )
    .addHelpText('after', EXAMPLES);
  const objectives = addObjectiveOptions(command);
  addExportOptions(addConditionOptions(addAchievedOption(command))).action(
    async (qualifications: readonly string[], options: OwnOptions) => {
      giveProgram(run, options, await exported(run, qualifications, options, objectives));
    },
  );
}

type OwnOptions = RequestOptions &
  ExportOptions & {
    readonly way?: number;
    readonly all?: boolean;
    readonly maxUnits?: number;
    readonly maxGlh?: number;
  };

/** The question of `solve` for one qualification, that of `deliver` for several. */
async function exported(
  run: Run,
  qualifications: readonly string[],
  options: OwnOptions,
  objectives: readonly ObjectiveText[],
): Promise<ExportAnswer> {
  const workspace = run.workspace(options.models);
  const offered = offeredOf(qualifications, options);
  const [only] = qualifications;
  const { maxUnits, maxGlh, also, set, require, exclude, asOf } = options;
  const limits = { ...(maxUnits === undefined ? {} : { maxUnits }), ...(maxGlh === undefined ? {} : { maxGlh }) };
  if (qualifications.length === 1 && only !== undefined) {
    refuse(limits, 'is about several qualifications.');
    return workspace.open(only).answers.export({ ...requestOf(options), objectives }, options.way);
  }
  const { way, title, registeredOn, achieved } = options;
  refuse({ way, title, registeredOn, achieved: achieved.length > 0 ? achieved : undefined }, ONE_ONLY);
  refuse({ maximise: objectives.find((objective) => 'maximise' in objective) }, 'is no aim of a plan.');
  const minimise = objectives.flatMap((objective) => ('minimise' in objective ? [objective.minimise] : []));
  const dated = asOf === undefined ? {} : { asOf };
  return workspace.exportPlan({ qualifications: offered, minimise, also, set, require, exclude, ...limits, ...dated });
}

const ONE_ONLY = 'is about one qualification; the program of several is that of their plan, as deliver asks it.';

/** Refuses options that are given although they mean nothing here. */
function refuse(given: Readonly<Record<string, unknown>>, why: string): void {
  const wrong = Object.entries(given).filter(([, value]) => value !== undefined);
  if (wrong.length === 0) return;
  throw new InputError(
    wrong.map(([name]) => {
      const option = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
      return error('setting', `${option} ${why}`, { option });
    }),
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
