import { Option, type Command } from 'commander';
import { DEFAULT_OBJECTIVES } from '../../domain/measure.js';
import { DIAGRAM_NAME } from '../../plan/diagram-method.js';
import { findUnitPrices } from '../../plan/unit-prices.js';
import { renderUnitPrices, UNIT_ORDERS, unitPricesJson, type UnitOrder } from '../../report/unit-prices.js';
import type { Run } from '../main.js';
import { openMethods } from '../methods.js';
import { prepare } from '../prepare.js';
import { withProgressLine } from '../progress-line.js';
import { valueOrRefuse } from '../refusal.js';
import {
  addObjectiveOptions,
  addRequestOptions,
  addSearchOptions,
  type RequestOptions,
  type SearchOptions,
} from '../request-options.js';
import { tellUnanswered } from '../unanswered.js';
import { openWorkspace } from '../workspace.js';

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
    const prepared = valueOrRefuse(
      prepare(openWorkspace(options.models), qualification, options, objectives),
      terminal,
    );
    const { specification, problem } = prepared;
    const methods = openMethods(options);
    const [objective = DEFAULT_OBJECTIVES[0]] = prepared.objectives;
    if (objective === undefined) throw new Error('there is no objective');
    const searching = findUnitPrices(problem, objective, { ...methods, method: methods.byPrograms });
    const answer = await withProgressLine(terminal, 'pricing every unit', searching);
    if (answer.status !== 'answered') {
      const unanswered =
        answer.status === 'infeasible'
          ? ({ status: 'infeasible', by: DIAGRAM_NAME, confirmedBy: [] } as const)
          : ({ status: 'unknown', limit: 'time', by: methods.solver.name } as const);
      run.end(await tellUnanswered(run, specification, problem, unanswered, { methods, json: options.json === true }));
      return;
    }
    const { id, title } = specification;
    if (options.json === true) {
      terminal.print(JSON.stringify(unitPricesJson(id, objective, answer, options.sort), null, 2));
    } else terminal.print(renderUnitPrices(title, objective, answer, { order: options.sort, page: terminal.page }));
  });
}
