import type { Command } from 'commander';
import type { MatchAnswer } from '../../ask/workspace.js';
import { give } from '../give.js';
import { addFormatOptions, type FormatOptions } from '../output-format.js';
import type { Run } from '../run.js';
import { writeAnswer } from '../write-answer.js';

const EXAMPLES = `
Examples:
  qualpath match level-3-diploma-customer-service \\
    ocr-level-3-diploma-customer-service
  qualpath match my-draft level-2-diploma-customer-service --csv \\
    >> data/equivalences.csv
`;

interface MatchOptions extends FormatOptions {
  readonly models?: string;
  readonly csv?: boolean;
}

/** Adds `match` to the program. */
export function registerMatch(program: Command, run: Run): void {
  const command = program
    .command('match')
    .summary('units of two qualifications that may be one piece of learning')
    .description('Proposes rows for the equivalences table, best first, with why; a person decides.')
    .argument('<qualification>', 'an id (see qualpath list) or the path of a model file')
    .argument('<other>', 'another one')
    .option('--models <folder>', "look qualifications up in this folder before the package's own")
    .option('--csv', 'print rows for the equivalences table')
    .addHelpText('after', EXAMPLES);
  addFormatOptions(command).action(async (first: string, second: string, options: MatchOptions) => {
    const workspace = run.workspace(options.models);
    const work = (): MatchAnswer => workspace.match(first, second);
    if (options.csv === true && options.json !== true) {
      // The rows of the equivalences table, without its head, so that they can be appended to it.
      await give(run, { ...options, format: 'csv' }, 'comparing the units', work);
      return;
    }
    await give(run, options, 'comparing the units', work, (terminal, { document, sheet }) =>
      writeAnswer(terminal, { document, sheet }, options),
    );
  });
}
