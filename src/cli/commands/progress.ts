import type { Command } from 'commander';
import { readHeldUnits } from '../../node/held-units.js';
import { give } from '../give.js';
import { addFormatOptions, type FormatOptions } from '../output-format.js';
import { besidesOf, searchOf } from '../question-options.js';
import { addAchievedOption, addSearchOptions, AS_OF, REGISTERED_ON, type SearchOptions } from '../request-options.js';
import type { Run } from '../run.js';

const EXAMPLES = `
Examples:
  qualpath progress --achieved "CS 30" --achieved K/506/2169
  qualpath progress --achieved held.csv --json
`;

interface ProgressOptions extends SearchOptions, FormatOptions {
  readonly achieved: readonly string[];
  readonly learner?: string;
  readonly models?: string;
  readonly asOf?: string;
  readonly registeredOn?: string;
}

/** Adds `progress` to the program. */
export function registerProgress(program: Command, run: Run): void {
  const command = program
    .command('progress')
    .summary('how near a learner is to every qualification')
    .description(
      'For every qualification at hand: whether what a learner holds completes it, and the least new hours if not.',
    )
    .option('--as-of <date>', AS_OF)
    .option('--registered-on <date>', REGISTERED_ON)
    .option('--models <folder>', "look qualifications up in this folder before the package's own")
    .addHelpText('after', EXAMPLES);
  addSearchOptions(addFormatOptions(addAchievedOption(command))).action(async (options: ProgressOptions) => {
    const workspace = run.workspace(options.models);
    const { achieved, learner } = options;
    const dated = besidesOf(options);
    const held = achieved.length === 0 ? {} : { achieved: readHeldUnits(achieved, learner) };
    const question = { ...held, ...dated, ...searchOf(run, options) };
    await give(run, options, 'looking at every qualification', () => workspace.progress(question));
  });
}
