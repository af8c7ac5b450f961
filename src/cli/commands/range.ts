import { Option, type Command } from 'commander';
import { addCertificateOptions, answerWith, type CertificateOptions } from '../certificate-options.js';
import { give } from '../give.js';
import { addPictureOptions } from '../output-format.js';
import { questionOf } from '../question-options.js';
import { addRequestOptions, addSearchOptions, type RequestOptions, type SearchOptions } from '../request-options.js';
import type { Run } from '../run.js';

const EXAMPLES = `
Examples:
  qualpath range ocr-level-3-diploma-customer-service
  qualpath range ocr-level-3-diploma-customer-service --witness
  qualpath range ocr-level-3-diploma-customer-service --distribution \\
    --svg hours.svg
  qualpath range ocr-level-3-diploma-customer-service \\
    --certificate range.json && qualpath verify range.json
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
    .option('--distribution', 'how all pathways spread over hours, credits and units, and the share of each unit')
    .addOption(
      new Option('--titles', 'the figures of the qualification and of each of its titles, a line each').conflicts([
        'title',
        'witness',
        'distribution',
        'svg',
        'certificate',
      ]),
    )
    .addHelpText('after', EXAMPLES);
  addCertificateOptions(addPictureOptions(addSearchOptions(addRequestOptions(command)))).action(
    async (
      qualification: string,
      options: RequestOptions &
        SearchOptions &
        CertificateOptions & { witness?: boolean; distribution?: boolean; titles?: boolean },
    ) => {
      const { answers } = run.workspace(options.models).open(qualification);
      const question = questionOf(run, options);
      if (options.titles === true) {
        await give(run, options, 'computing the range of every title', () => answers.titlesRange(question));
        return;
      }
      // Whoever wants pictures of the pathways wants their distribution.
      const distribution = options.distribution === true || options.svg !== undefined;
      const shown = { witness: options.witness === true, distribution };
      await give(run, options, 'computing the range', async () =>
        answerWith(run, options, {
          plain: () => answers.range(question, shown),
          certified: () => answers.certifiedRange(question, shown),
        }),
      );
    },
  );
}
