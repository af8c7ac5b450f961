import { InvalidArgumentError, Option, type Command } from 'commander';
import { DEFAULT_COUNT } from '../../ask/answers/alternatives.js';
import { parseWholeNumber } from '../../domain/quantity.js';
import { addCertificateOptions, answerWith, type CertificateOptions } from '../certificate-options.js';
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
  The five best pathways:
    qualpath alternatives ocr-level-3-diploma-customer-service -k 5
  Every pathway that needs the least hours:
    qualpath alternatives ocr-level-3-diploma-customer-service -k 100 --within 0
  Up to twenty within three hours of the least:
    qualpath alternatives ocr-level-3-diploma-customer-service -k 20 --within 3
`;

const MOST_COUNT = 100_000;

interface AlternativesOptions extends RequestOptions, SearchOptions, CertificateOptions {
  readonly count: number;
  readonly within?: number;
}

/** Adds `alternatives` to the program. */
export function registerAlternatives(program: Command, run: Run): void {
  const command = program
    .command('alternatives')
    .summary('the best pathways, shown as differences from the first')
    .description('Lists the best pathways under the objectives, ties included, and says whether these are all.')
    .argument('<qualification>', 'an id (see qualpath list) or the path of a model file')
    .addOption(new Option('-k, --count <number>', 'how many pathways').default(DEFAULT_COUNT).argParser(parseCount))
    .addOption(
      new Option('--within <hours>', 'only pathways whose first objective is at most this far from the best').argParser(
        parseWithin,
      ),
    )
    .addHelpText('after', EXAMPLES);
  const objectives = addObjectiveOptions(command);
  addCertificateOptions(addSearchOptions(addRequestOptions(command))).action(
    async (qualification: string, options: AlternativesOptions) => {
      const { answers } = run.workspace(options.models).open(qualification);
      const { count, within } = options;
      const wanted = { count, ...(within === undefined ? {} : { within }) };
      const question = { ...questionOf(run, options, objectives), ...wanted };
      await give(run, options, 'searching for alternatives', async () =>
        answerWith(run, options, {
          plain: () => answers.alternatives(question),
          certified: () => answers.certifiedAlternatives(question),
        }),
      );
    },
  );
}

function parseCount(text: string): number {
  const count = parseWholeNumber(text);
  if (count === null || count < 1 || count > MOST_COUNT) {
    throw new InvalidArgumentError(`Give a whole number from 1 to ${MOST_COUNT}.`);
  }
  return count;
}

function parseWithin(text: string): number {
  const within = parseWholeNumber(text);
  if (within === null) throw new InvalidArgumentError('Give a whole number of 0 or more.');
  return within;
}
