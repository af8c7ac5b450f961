import { Option, type Command } from 'commander';
import { findUnitPrices } from '../../questions/unit-prices.js';
import { renderUnitPrices, UNIT_ORDERS, unitPricesJson, type UnitOrder } from '../../report/unit-prices.js';
import { EXIT } from '../exit-code.js';
import type { Run } from '../run.js';
import { withProgressLine } from '../progress-line.js';
import { openQuestion, printAnswer } from '../question.js';
import {
  addObjectiveOptions,
  addRequestOptions,
  addSearchOptions,
  type RequestOptions,
  type SearchOptions,
} from '../request-options.js';
import { tellUnanswered } from '../unanswered.js';

const EXAMPLES = `
Examples:
  qualpath units ocr-level-3-diploma-customer-service
  qualpath units ocr-level-3-diploma-customer-service --sort cost
  qualpath units level-4-diploma-customer-service --minimise credits --json
`;

interface UnitsOptions extends RequestOptions, SearchOptions {
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
  addSearchOptions(addRequestOptions(command)).action(async (qualification: string, options: UnitsOptions) => {
    const { terminal } = run;
    const question = openQuestion(run, qualification, options, objectives);
    const [objective] = question.objectives;
    if (objective === undefined) throw new Error('a question came without an objective');
    const searching = findUnitPrices(question.problem, question.objectives, question.methods.forMany);
    const answer = await withProgressLine(terminal, 'pricing every unit', searching);
    if (answer.status !== 'answered') {
      run.end(await tellUnanswered(run, question, answer));
      return;
    }
    const { id, title } = question.specification;
    const order = options.sort;
    printAnswer(
      run,
      question,
      () => unitPricesJson(id, objective, answer, order),
      () => renderUnitPrices(title, objective, answer, { order, page: terminal.page }),
    );
    if (answer.limit !== null) run.end(EXIT.limitReached);
  });
}
