import type { Command } from 'commander';
import { give } from '../give.js';
import { addFormatOptions, type FormatOptions } from '../output-format.js';
import type { Run } from '../run.js';

const EXAMPLES = `
Examples:
  qualpath list
  qualpath list --models drafts --json
`;

/** Adds `list` to the program. */
export function registerList(program: Command, run: Run): void {
  const command = program
    .command('list')
    .summary('the qualifications at hand')
    .description('Lists the qualifications of the models folder here and of the package, with what each leaves open.')
    .option('--models <folder>', "look qualifications up in this folder before the package's own")
    .addHelpText('after', EXAMPLES);
  addFormatOptions(command).action(async (options: FormatOptions & { readonly models?: string }) => {
    await give(run, options, 'reading the models', () => run.workspace(options.models).list());
  });
}
