import type { Command } from 'commander';
import {
  addCertificateFormat,
  addCertificateOptions,
  answerWith,
  type CertificateOptions,
} from '../certificate-options.js';
import { give } from '../give.js';
import { questionOf } from '../question-options.js';
import {
  addObjectiveOptions,
  addRequestOptions,
  addSearchOptions,
  type RequestOptions,
  type SearchOptions,
} from '../request-options.js';
import type { Run } from '../run.js';

const EXAMPLES = `
Examples:
  The least-hour pathway of a qualification, proved:
    qualpath solve ocr-level-3-diploma-customer-service
  What a learner who holds two units still has to do:
    qualpath solve ocr-level-3-diploma-customer-service \\
      --achieved K/506/2169 --achieved D/506/1942
  Count one unit, leave another out, and ask for more than the rule does:
    qualpath solve level-1-certificate-customer-service --require "CS 10" \\
      --exclude "B&A 5" --also "at least 20 credits"
  The same with a certificate, which is checked by itself:
    qualpath solve ocr-level-3-diploma-customer-service \\
      --certificate ocr.json && qualpath verify ocr.json
  A draft with open values:
    qualpath solve level-3-diploma-customer-service --set a-credits=26 \\
      --set "B&A 38.credit=10" --set "B&A 38.glh=74" \\
      --set b-minimum=15 --set c-minimum=5
`;

/** Adds `solve` to the program. */
export function registerSolve(program: Command, run: Run): void {
  const command = program
    .command('solve')
    .summary('the best pathway of a qualification, proved and checked')
    .description(
      'Finds the pathway that is best under the objectives (least new hours unless told otherwise) and proves it.',
    )
    .argument('<qualification>', 'an id (see qualpath list) or the path of a model file')
    .addHelpText('after', EXAMPLES);
  const objectives = addObjectiveOptions(command);
  addCertificateFormat(addCertificateOptions(addSearchOptions(addRequestOptions(command)))).action(
    async (qualification: string, options: RequestOptions & SearchOptions & CertificateOptions) => {
      const { answers } = run.workspace(options.models).open(qualification);
      const question = questionOf(run, options, objectives);
      await give(run, options, 'searching for the best pathway', async () =>
        answerWith(run, options, {
          plain: () => answers.pathway(question),
          certified: () => answers.certified(question),
        }),
      );
    },
  );
}
