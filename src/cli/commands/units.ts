import { Option, type Command } from 'commander';
import { UNIT_ORDERS, type UnitOrder } from '../../report/documents/units.js';
import { addCertificateOptions, answerWith, type CertificateOptions } from '../certificate-options.js';
import { give } from '../give.js';
import { addPictureOptions } from '../output-format.js';
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
  qualpath units ocr-level-3-diploma-customer-service
  qualpath units ocr-level-3-diploma-customer-service --sort cost
  qualpath units level-4-diploma-customer-service --minimise credits --json
`;

interface UnitsOptions extends RequestOptions, SearchOptions, CertificateOptions {
  readonly sort: UnitOrder;
}

/** Adds `units` to the program. */
export function registerUnits(program: Command, run: Run): void {
  const command = program
    .command('units')
    .summary('what each unit costs: the best figure with it and without it')
    .description(
      'For every unit: the least hours (or another objective) of a pathway with it and of one without it, what choosing it costs, whether it is forced, impossible or free, and the share of all pathways that count it.',
    )
    .argument('<qualification>', 'an id (see qualpath list) or the path of a model file')
    .addOption(new Option('--sort <order>', 'how the units are sorted').choices(UNIT_ORDERS).default('table'))
    .addHelpText('after', EXAMPLES);
  const objectives = addObjectiveOptions(command);
  addCertificateOptions(addPictureOptions(addSearchOptions(addRequestOptions(command)))).action(
    async (qualification: string, options: UnitsOptions) => {
      const { answers } = run.workspace(options.models).open(qualification);
      const question = questionOf(run, options, objectives);
      const shown = { order: options.sort, picture: options.svg !== undefined };
      await give(run, options, 'pricing every unit', async () =>
        answerWith(run, options, {
          plain: () => answers.units(question, shown),
          certified: () => answers.certifiedUnits(question, shown),
        }),
      );
    },
  );
}
