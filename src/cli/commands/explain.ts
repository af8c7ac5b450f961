import type { Command } from 'commander';
import { give } from '../give.js';
import { questionOf } from '../question-options.js';
import { addRequestOptions, addSearchOptions, type RequestOptions, type SearchOptions } from '../request-options.js';
import type { Run } from '../run.js';

const EXAMPLES = `
Examples:
  qualpath explain ocr-level-3-diploma-customer-service
  qualpath explain level-2-diploma-customer-service --set a-credits=20 \\
    --set "B&A 38.credit=5" --set "B&A 38.glh=30" --set c-minimum=20 \\
    --set d-maximum=10
`;

/** Adds `explain` to the program. */
export function registerExplain(program: Command, run: Run): void {
  const command = program
    .command('explain')
    .summary('why the least hours are what they are')
    .description(
      'Shows which statements bind, what each threshold one step tighter or looser would do to the least new GLH and to the number of pathways, which withdrawals of units, alone and in pairs, do most harm, and which groups the best pathways use. Every figure is had by solving the changed rule.',
    )
    .argument('<qualification>', 'an id (see qualpath list) or the path of a model file')
    .addHelpText('after', EXAMPLES);
  addSearchOptions(addRequestOptions(command)).action(
    async (qualification: string, options: RequestOptions & SearchOptions) => {
      const { answers } = run.workspace(options.models).open(qualification);
      await give(run, options, 'explaining the least hours', () => answers.explain(questionOf(run, options)));
    },
  );
}
