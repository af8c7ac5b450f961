import type { Command } from 'commander';
import { give } from '../give.js';
import { addPictureOptions, wantsRows } from '../output-format.js';
import { addProviderOptions, dayOf, offeredOf, type ProviderOptions } from '../provider-options.js';
import { searchOf } from '../question-options.js';
import type { Run } from '../run.js';

const EXAMPLES = `
Examples:
  What two qualifications share, and what teaching shared units once saves:
    qualpath overlap level-1-certificate-customer-service \\
      ocr-level-3-diploma-customer-service
  Every qualification at hand, as a table for a spreadsheet:
    qualpath overlap --all --csv > overlap.csv
`;

/** Adds `overlap` to the program. */
export function registerOverlap(program: Command, run: Run): void {
  const command = program
    .command('overlap')
    .summary('which units qualifications share, and what sharing saves')
    .description(
      'Shows which units several qualifications share, and for each two, and for all, the least hours planned together and apart.',
    )
    .addHelpText('after', EXAMPLES);
  addPictureOptions(addProviderOptions(command)).action(async (named: readonly string[], options: ProviderOptions) => {
    const workspace = run.workspace(options.models);
    const question = {
      qualifications: offeredOf(named, options),
      set: options.set,
      ...dayOf(options),
      ...searchOf(run, options),
    };
    const written = wantsRows(options) ? { ...options, format: 'csv' as const } : options;
    await give(run, written, 'comparing the qualifications', () => workspace.overlap(question));
  });
}
