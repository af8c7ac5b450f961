import type { Command } from 'commander';
import { findRange } from '../../questions/range.js';
import { rangeJson, renderRange } from '../../report/range.js';
import type { Run } from '../run.js';
import { withProgressLine } from '../progress-line.js';
import { openQuestion, printAnswer } from '../question.js';
import { addRequestOptions, addSearchOptions, type RequestOptions, type SearchOptions } from '../request-options.js';
import { tellUnanswered } from '../unanswered.js';

const EXAMPLES = `
Examples:
  qualpath range ocr-level-3-diploma-customer-service
  qualpath range ocr-level-3-diploma-customer-service --witness
  qualpath range level-4-diploma-customer-service --exclude "M&L X" --json
`;

/** Adds `range` to the program. */
export function registerRange(program: Command, run: Run): void {
  const command = program
    .command('range')
    .summary('the figures that are published: lowest and highest GLH, credits, units, TQT')
    .description(
      'Lowest and highest GLH, TQT, credits and units over all pathways, the highest GLH at exactly the minimum credit, and the number of pathways, beside the figures that the awarding organisation prints.',
    )
    .argument('<qualification>', 'an id (see qualpath list) or the path of a model file')
    .option('--witness', 'show a pathway behind each figure')
    .addHelpText('after', EXAMPLES);
  addSearchOptions(addRequestOptions(command)).action(
    async (qualification: string, options: RequestOptions & SearchOptions & { witness?: boolean }) => {
      const { page } = run.terminal;
      const question = openQuestion(run, qualification, options);
      const searching = findRange(question.problem, question.methods.forMany);
      const range = await withProgressLine(run.terminal, 'computing the range', searching);
      if (range.status !== 'answered') {
        run.end(await tellUnanswered(run, question, range));
        return;
      }
      const { published, id, title } = question.specification;
      printAnswer(
        run,
        question,
        () => rangeJson(id, range, published),
        () => renderRange(title, range, published, { witness: options.witness === true, page }),
      );
    },
  );
}
