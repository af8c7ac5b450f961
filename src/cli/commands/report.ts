import { Option, type Command } from 'commander';
import { DEFAULT_TIME_LIMIT } from '../../ask/means.js';
import { reportTools } from '../../node/report-tools.js';
import { give } from '../give.js';
import { addFormatOptions, type FormatOptions } from '../output-format.js';
import { dayOf, offeredOf } from '../provider-options.js';
import { addSetOption, AS_OF, parseSeconds } from '../request-options.js';
import type { Run } from '../run.js';
import { VERSION } from '../version.js';

const EXAMPLES = `
Examples:
  The evidence for the figures of one qualification, as one page to be kept:
    qualpath report ocr-level-3-diploma-customer-service --output ocr.html
  Of every qualification at hand, dated, and as a document for programs:
    qualpath report --all --date 2026-09-01 --output evidence.json
  Of a draft with its open values:
    qualpath report level-2-diploma-customer-service --set a-credits=20 \\
      --set "B&A 38.credit=5" --set "B&A 38.glh=30" --set c-minimum=15 \\
      --set d-maximum=10 --output level-2.html

The same question gives the same report, byte for byte, unless --date is given.
`;

interface ReportOptions extends FormatOptions {
  readonly all?: boolean;
  readonly set: readonly string[];
  readonly asOf?: string;
  readonly date?: string;
  readonly models?: string;
  readonly timeLimit: number;
}

/** Adds `report` to the program. */
export function registerReport(program: Command, run: Run): void {
  const command = program
    .command('report')
    .summary('the evidence for the figures that are published')
    .description(
      'Puts together what is to be kept with published figures: the rule and the units, lowest and highest figures with pathways, counts, what small changes would do, printed against computed figures, what was not checked, who found and confirmed each figure, a certificate, versions, and digests of the files.',
    )
    .argument('[qualifications...]', 'ids (see qualpath list) or paths of model files')
    .option('--all', 'every qualification at hand whose values are all set')
    .option('--date <date>', 'the date that the report bears (2026-09-01); none without')
    .option('--as-of <date>', AS_OF)
    .option('--models <folder>', "look qualifications up in this folder before the package's own")
    .addOption(
      new Option('--time-limit <seconds>', 'stop the searches after this time')
        .default(DEFAULT_TIME_LIMIT)
        .argParser(parseSeconds),
    )
    .addHelpText('after', EXAMPLES);
  addFormatOptions(addSetOption(command)).action(async (named: readonly string[], options: ReportOptions) => {
    const { set, date } = options;
    const question = {
      qualifications: offeredOf(named, options),
      set,
      ...dayOf(options),
      ...(date === undefined ? {} : { date }),
      timeLimit: run.deadlineOf(options.timeLimit),
      tools: reportTools(VERSION),
    };
    await give(run, options, 'gathering the evidence', () => run.workspace(options.models).report(question));
  });
}
