import { Option, type Command } from 'commander';
import { DEFAULT_TIME_LIMIT } from '../../ask/means.js';
import { give } from '../give.js';
import { addSetOption, parseSeconds } from '../request-options.js';
import type { Run } from '../run.js';

const EXAMPLES = `
Examples:
  qualpath check models/my-draft.yaml
  qualpath check models/*.yaml --json
  qualpath check level-2-diploma-customer-service --set a-credits=25 \\
    --set "B&A 38.credit=10" --set "B&A 38.glh=74" \\
    --set c-minimum=10 --set d-maximum=6

Exit codes: 0 nothing worse than a warning, 1 a rule that cannot be met,
2 wrong usage, 3 a file with errors, 4 the time limit stopped the proofs.
`;

interface CheckOptions {
  readonly models?: string;
  readonly set: readonly string[];
  readonly timeLimit: number;
  readonly json?: boolean;
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
    .option('--models <folder>', "look qualifications up in this folder before the package's own")
    .option('--json', 'print one JSON document')
    .addHelpText('after', EXAMPLES)
    .action(async (files: readonly string[], options: CheckOptions) => {
      const question = { set: options.set, timeLimit: run.deadlineOf(options.timeLimit) };
      await give(run, options, 'checking', () => run.workspace(options.models).check(files, question));
    });
}
