import type { Command } from 'commander';
import { findRange } from '../../plan/range.js';
import { rangeJson, renderRange } from '../../report/range.js';
import type { Run } from '../main.js';
import { openMethods } from '../methods.js';
import { prepare } from '../prepare.js';
import { withProgressLine } from '../progress-line.js';
import { valueOrRefuse } from '../refusal.js';
import { addRequestOptions, addSearchOptions, type RequestOptions, type SearchOptions } from '../request-options.js';
import { tellUnanswered } from '../unanswered.js';
import { openWorkspace } from '../workspace.js';

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
      const { terminal } = run;
      const { specification, problem } = valueOrRefuse(
        prepare(openWorkspace(options.models), qualification, options, []),
        terminal,
      );
      const methods = openMethods(options);
      const { byDiagram: method, secondOpinions: confirmers, limits, store } = methods;
      const searching = findRange(problem, { method, confirmers, limits, store });
      const range = await withProgressLine(terminal, 'computing the range', searching);
      if (range.status !== 'answered') {
        run.end(await tellUnanswered(run, specification, problem, range, { methods, json: options.json === true }));
        return;
      }
      const { published, id, title } = specification;
      if (options.json === true) terminal.print(JSON.stringify(rangeJson(id, range, published), null, 2));
      else
        terminal.print(
          renderRange(title, range, published, { witness: options.witness === true, page: terminal.page }),
        );
    },
  );
}
