import { Option, type Command } from 'commander';
import { valueOrThrow } from '../../ask/input-error.js';
import { DEFAULT_TIME_LIMIT } from '../../ask/means.js';
import { readTextFile } from '../../node/read-text-file.js';
import { give } from '../give.js';
import { addFormatOptions, type FormatOptions } from '../output-format.js';
import { addSetOption, AS_OF, parseSeconds } from '../request-options.js';
import type { Run } from '../run.js';

const EXAMPLES = `
Examples:
  Two versions of a draft, and what the second means for learners:
    qualpath compare drafts/may.yaml drafts/june.yaml --cohort learners.csv
  Two qualifications, one of them with an open value:
    qualpath compare my-draft level-1-certificate-customer-service \\
      --set "my-draft: b-minimum=6"
`;

interface CompareOptions extends FormatOptions {
  readonly models?: string;
  readonly set: readonly string[];
  readonly asOf?: string;
  readonly cohort?: string;
  readonly timeLimit: number;
}

/** Adds `compare` to the program. */
export function registerCompare(program: Command, run: Run): void {
  const command = program
    .command('compare')
    .summary('two versions of a qualification side by side')
    .description(
      'Shows which units and statements changed, what that did to hours, credits and pathways, how many pathways are no longer valid and how many newly are, with an example of each, and which learners are better or worse off.',
    )
    .argument('<old>', 'an id (see qualpath list) or the path of a model file')
    .argument('<new>', 'another one')
    .option('--cohort <file>', 'learners with what they hold (CSV with learner, ref; a markbook; NDJSON)')
    .option('--as-of <date>', AS_OF)
    .option('--models <folder>', "look qualifications up in this folder before the package's own")
    .addOption(
      new Option('--time-limit <seconds>', 'stop the search after this time')
        .default(DEFAULT_TIME_LIMIT)
        .argParser(parseSeconds),
    )
    .addHelpText('after', EXAMPLES);
  addFormatOptions(addSetOption(command)).action(async (old: string, young: string, options: CompareOptions) => {
    const { set, asOf, cohort } = options;
    const question = {
      set,
      timeLimit: run.deadlineOf(options.timeLimit),
      ...(asOf === undefined ? {} : { asOf }),
      ...(cohort === undefined ? {} : { cohort: { file: cohort, text: readCohort(cohort) } }),
    };
    const workspace = run.workspace(options.models);
    await give(run, options, 'comparing the versions', () => workspace.compare(old, young, question));
  });
}

function readCohort(file: string): string {
  return valueOrThrow(readTextFile(file, { option: `--cohort ${file}` }));
}
