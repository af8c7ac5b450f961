import { Option, type Command } from 'commander';
import { DEFAULT_TIME_LIMIT } from '../../ask/means.js';
import type { Answer } from '../../ask/answer.js';
import type { CheckDocument } from '../../report/documents/check.js';
import { renderGithub } from '../../report/issues/github.js';
import { sarifLog } from '../../report/issues/sarif.js';
import { toJson } from '../../report/json/to-json.js';
import { give } from '../give.js';
import { addFileOptions, OUTPUT_FORMATS, type FormatOptions } from '../output-format.js';
import { refuseExisting, writeAnswer, writeText } from '../write-answer.js';
import { besidesOf } from '../question-options.js';
import { addSetOption, parseSeconds } from '../request-options.js';
import type { Run } from '../run.js';
import type { Terminal } from '../terminal.js';
import { VERSION } from '../version.js';

const EXAMPLES = `
Examples:
  qualpath check models/my-draft.yaml
  qualpath check models/*.yaml --json
  qualpath check models/*.yaml --format github
  qualpath check level-2-diploma-customer-service --set a-credits=25 \\
    --set "B&A 38.credit=10" --set "B&A 38.glh=74" \\
    --set c-minimum=10 --set d-maximum=6

Exit codes: 0 nothing worse than a warning, 1 a rule that cannot be met,
2 wrong usage, 3 a file with errors, 4 the time limit stopped the proofs.
`;

interface CheckOptions extends Omit<FormatOptions, 'format'> {
  readonly models?: string;
  readonly set: readonly string[];
  readonly asOf?: string;
  readonly registeredOn?: string;
  readonly timeLimit: number;
  readonly format?: CheckFormat;
}

/** How issues may be written: as every answer, or as tools that stand around a repository read them. */
const CHECK_FORMATS = [...OUTPUT_FORMATS, 'github', 'sarif'] as const;

type CheckFormat = (typeof CHECK_FORMATS)[number];

/** The issues as tools read them; null where they are wanted as every answer is. */
function forTools(issues: CheckDocument, { json, format }: CheckOptions): string | null {
  if (json === true) return null;
  if (format === 'github') return renderGithub(issues);
  return format === 'sarif' ? toJson(sarifLog(issues, VERSION), 2) : null;
}

async function writeIssues(terminal: Terminal, answer: Answer<CheckDocument>, options: CheckOptions): Promise<void> {
  const text = forTools(answer.document, options);
  const { format, ...others } = options;
  if (text === null) {
    const plain = format === 'github' || format === 'sarif' ? {} : format === undefined ? {} : { format };
    await writeAnswer(terminal, answer, { ...others, ...plain });
    return;
  }
  if (options.output !== undefined) writeText(terminal, text, options.output, options.force === true);
  else if (text !== '') terminal.print(text);
}

/** Adds `check` to the program. */
export function registerCheck(program: Command, run: Run): void {
  const command = program
    .command('check')
    .summary('everything that is wrong or odd about models and their unit tables')
    .description(
      'Checks models with their unit tables, and proves what can be proved about each rule: statements that can never be met or never bind, groups that no statement mentions, units in no pathway.',
    )
    .argument('<files...>', 'model files, ids (see qualpath list), or tables by themselves (.csv)');
  addSetOption(command)
    .addOption(
      new Option('--time-limit <seconds>', 'stop the proofs about a model after this time')
        .default(DEFAULT_TIME_LIMIT)
        .argParser(parseSeconds),
    )
    .option('--as-of <date>', 'look at the units that can be started on this day, instead of at all of them')
    .option('--registered-on <date>', 'look at the version that could be started on this day, instead of at all')
    .option('--models <folder>', "look qualifications up in this folder before the package's own")
    .addOption(
      new Option('--format <name>', 'as other commands; github and sarif are for tools around a repository').choices(
        CHECK_FORMATS,
      ),
    )
    .option('--json', 'print one JSON document (--format json)');
  addFileOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(async (files: readonly string[], options: CheckOptions) => {
      const question = { set: options.set, ...besidesOf(options), timeLimit: run.deadlineOf(options.timeLimit) };
      refuseExisting('--output', options.output, options);
      await give(
        run,
        {},
        'checking',
        () => run.workspace(options.models).check(files, question),
        (terminal, answer) => writeIssues(terminal, answer, options),
      );
    });
}
