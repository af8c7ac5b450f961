import { Option, type Command } from 'commander';
import { PREFERENCES, type Preference } from '../../ask/tune/tune-question.js';
import { give } from '../give.js';
import { collect } from '../provider-options.js';
import { requestOf } from '../question-options.js';
import { addRequestOptions, addSolverOptions, type RequestOptions, type SearchOptions } from '../request-options.js';
import type { Run } from '../run.js';

const EXAMPLES = `
Examples:
  At which values of an open threshold a draft has enough hours and choice:
    qualpath tune level-2-diploma-customer-service --aim "least GLH >= 226" \\
      --aim "pathways >= 100000000" --set "B&A 38.credit=5" \\
      --set "B&A 38.glh=30" --set a-credits=20 --set d-maximum=10
  The least change of two statements that gives every learner 300 hours:
    qualpath tune ocr-level-3-diploma-customer-service \\
      --aim "least GLH >= 300" --may-change 3,4
  Other values to choose from, and what is preferred:
    qualpath tune ocr-level-3-diploma-customer-service \\
      --aim "least GLH >= 300" --statement 3=55..65:5 \\
      --prefer "most pathways"

An aim is about least GLH, most GLH or pathways, with >=, <= or =. That nothing
meets the aims is an answer: exit code 0.
`;

interface TuneOptions extends RequestOptions, SearchOptions {
  readonly aim: readonly string[];
  readonly mayChange: readonly string[];
  readonly parameter: readonly string[];
  readonly statement: readonly string[];
  readonly prefer: Preference;
}

/** Adds `tune` to the program. */
export function registerTune(program: Command, run: Run): void {
  const command = program
    .command('tune')
    .summary('which open values and thresholds give the figures that are aimed at')
    .description(
      'Finds the values of open names, and of thresholds that may be changed, at which least or most GLH or the number of pathways are what is aimed at: all of them, the nearest to what is written first; or what stands against it, and how near one can get. Every setting is looked at.',
    )
    .argument('<qualification>', 'an id (see qualpath list) or the path of a model file')
    .option('--aim <figure>', "'least GLH >= 300', 'pathways >= 1000'; may be repeated", collect, [])
    .option('--may-change <list>', 'numbers of statements, and names that are set, that may differ', separate, [])
    .option('--parameter <name=from..to[:step]>', 'values of an open name to choose from; may be repeated', collect, [])
    .option('--statement <n=from..to[:step]>', 'values of the threshold of the n-th statement', collect, [])
    .addOption(new Option('--prefer <what>', 'which settings come first').choices(PREFERENCES).default('least change'))
    .addHelpText('after', EXAMPLES);
  addSolverOptions(addRequestOptions(command)).action(async (qualification: string, options: TuneOptions) => {
    const { answers } = run.workspace(options.models).open(qualification);
    const question = {
      ...requestOf(options),
      aims: options.aim,
      mayChange: options.mayChange,
      parameters: options.parameter,
      statements: options.statement,
      prefer: options.prefer,
      solver: options.solver,
      timeLimit: run.deadlineOf(options.timeLimit),
    };
    await give(run, options, 'looking at every setting', () => answers.tune(question));
  });
}

/** Adds the items of a list with commas. */
function separate(text: string, previous: readonly string[]): readonly string[] {
  return [
    ...previous,
    ...text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  ];
}
