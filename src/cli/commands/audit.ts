import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { addReportOptions, checkReport, keepReport, type ReportOptions } from '../report-option.js';
import { give } from '../give.js';
import { questionOf } from '../question-options.js';
import { addRequestOptions, addSearchOptions, type RequestOptions, type SearchOptions } from '../request-options.js';
import type { Run } from '../run.js';

const EXAMPLES = `
Examples:
  qualpath audit ocr-level-3-diploma-customer-service \\
    --achieved K/506/2169 --achieved D/506/1942
  qualpath audit ocr-level-3-diploma-customer-service --achieved held.csv --json
  qualpath audit ocr-level-3-diploma-customer-service --achieved held.csv \\
    --report audit.html --date 2026-09-01

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
  addReportOptions(addSearchOptions(addRequestOptions(command))).action(
    async (qualification: string, options: RequestOptions & SearchOptions & ReportOptions) => {
      checkReport(options);
      const workspace = run.workspace(options.models);
      const { answers } = workspace.open(qualification);
      const question = questionOf(run, options);
      const { document, sheet } = await give(run, options, 'auditing', () => answers.audit(question));
      await keepReport(run.terminal, options, () => ({
        document,
        sheet,
        basis: workspace.basis([qualification]),
        files: options.achieved.filter((held) => existsSync(held)),
      }));
    },
  );
}
