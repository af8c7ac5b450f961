import type { Command } from 'commander';
import { give } from '../give.js';
import { addFormatOptions, type FormatOptions } from '../output-format.js';
import type { Run } from '../run.js';

const EXAMPLES = `
Examples:
  qualpath show level-2-diploma-customer-service
  qualpath show models/my-draft.yaml
`;

/** Adds `show` to the program. */
export function registerShow(program: Command, run: Run): void {
  const command = program
    .command('show')
    .summary('groups, units, the rule in words, and what is still open')
    .description('Shows a qualification: its groups and units, its rule of combination in words, and its open values.')
    .argument('<qualification>', 'an id (see qualpath list) or the path of a model file')
    .option('--models <folder>', "look qualifications up in this folder before the package's own")
    .addHelpText('after', EXAMPLES);
  addFormatOptions(command).action(
    async (qualification: string, options: FormatOptions & { readonly models?: string }) => {
      const session = run.workspace(options.models).open(qualification);
      await give(run, options, 'reading the model', session.answers.show);
    },
  );
}
