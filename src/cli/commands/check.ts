import { Option, type Command } from 'commander';
import { DEFAULT_TIME_LIMIT } from '../../ask/means.js';
import type { Answer } from '../../ask/answer.js';
import type { CheckDocument } from '../../report/documents/check.js';
import { renderGithub } from '../../report/issues/github.js';
import { sarifLog } from '../../report/issues/sarif.js';
import { toJson } from '../../report/json/to-json.js';
import { give } from '../give.js';
import { OUTPUT_FORMATS, writeAnswer } from '../output-format.js';
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

interface CheckOptions {
  readonly models?: string;
  readonly set: readonly string[];
  readonly asOf?: string;
  readonly registeredOn?: string;
  readonly timeLimit: number;
  readonly json?: boolean;
  readonly format: CheckFormat;
}

/** How issues may be written: as every answer, or as tools that stand around a repository read them. */
const CHECK_FORMATS = [...OUTPUT_FORMATS, 'github', 'sarif'] as const;

type CheckFormat = (typeof CHECK_FORMATS)[number];

function writeIssues(
  terminal: Terminal,
  answer: Answer<CheckDocument>,
  { json = false, format }: Pick<CheckOptions, 'json' | 'format'>,
): void {
  const written = json ? 'json' : format;
  switch (written) {
    case 'github':
      if (answer.document.length > 0) terminal.print(renderGithub(answer.document));
      return;
    case 'sarif':
      terminal.print(toJson(sarifLog(answer.document, VERSION), 2));
      return;
    default:
      writeAnswer(terminal, answer, { format: written });
  }
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
      new Option('--format <name>', 'how the issues are written; github and sarif are for tools around a repository')
        .choices(CHECK_FORMATS)
        .default('text'),
    )
    .option('--json', 'print one JSON document (--format json)')
    .addHelpText('after', EXAMPLES)
    .action(async (files: readonly string[], options: CheckOptions) => {
      const { models, set, json, format } = options;
      const question = { set, ...besidesOf(options), timeLimit: run.deadlineOf(options.timeLimit) };
      const written = json === undefined ? { format } : { json, format };
      await give(
        run,
        {},
        'checking',
        () => run.workspace(models).check(files, question),
        (terminal, answer) => writeIssues(terminal, answer, written),
      );
    });
}
