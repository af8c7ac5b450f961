import type { Command } from 'commander';
import { auditLearner } from '../../plan/audit.js';
import { auditJson, renderAudit } from '../../report/audit.js';
import type { Run } from '../main.js';
import { openMethods } from '../methods.js';
import { prepare } from '../prepare.js';
import { valueOrRefuse } from '../refusal.js';
import { addRequestOptions, addSearchOptions, type RequestOptions, type SearchOptions } from '../request-options.js';
import { exitCodeOf, tellUnanswered } from '../unanswered.js';
import { openWorkspace } from '../workspace.js';

const EXAMPLES = `
Examples:
  qualpath audit ocr-level-3-diploma-customer-service --achieved K/506/2169 --achieved D/506/1942
  qualpath audit ocr-level-3-diploma-customer-service --achieved held.csv --json

A learner who is not complete is an answer: exit code 0.
`;

/** Adds `audit` to the program. */
export function registerAudit(program: Command, run: Run): void {
  const command = program
    .command('audit')
    .summary('whether what a learner holds is complete, and what is missing')
    .description(
      'Audits the units a learner holds: whether a pathway exists inside them, where every statement stands, which units do not count and why, and the completion with the least new hours.',
    )
    .argument('<qualification>', 'an id (see qualpath list) or the path of a model file')
    .addHelpText('after', EXAMPLES);
  addSearchOptions(addRequestOptions(command)).action(
    async (qualification: string, options: RequestOptions & SearchOptions) => {
      const { terminal } = run;
      const library = openWorkspace(options.models);
      const prepared = valueOrRefuse(prepare(library, qualification, options, []), terminal);
      const { specification, problem, held } = prepared;
      const methods = openMethods(options);
      const { byDiagram: method, secondOpinions: confirmers } = methods;
      const audit = await auditLearner(problem, held, { ...methods, method, confirmers });
      const json = options.json === true;
      if (json) terminal.print(JSON.stringify(auditJson(specification.id, audit), null, 2));
      else terminal.print(renderAudit(specification.title, audit, terminal.page));
      const { completion } = audit;
      if (completion.status === 'optimal') return;
      if (json) run.end(exitCodeOf(completion));
      else run.end(await tellUnanswered(run, specification, problem, completion, { methods, json }));
    },
  );
}
