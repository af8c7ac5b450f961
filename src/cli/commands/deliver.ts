import { Option, type Command } from 'commander';
import type { DeliveryQuestion, NamedText } from '../../ask/delivery/delivery-question.js';
import { valueOrThrow } from '../../ask/input-error.js';
import type { DeliverDocument } from '../../report/documents/deliver.js';
import { readTextFile } from '../../node/read-text-file.js';
import { EXIT_OF } from '../exit-code.js';
import { addCertificateOptions, answerWith, type CertificateOptions } from '../certificate-options.js';
import { interruptible } from '../interruptible.js';
import { wantsRows } from '../output-format.js';
import { checkOutput, writeAnswer } from '../write-answer.js';
import { addReportOptions, checkReport, keepReport, type ReportOptions } from '../report-option.js';
import { planProgressOn } from '../plan-progress.js';
import {
  addProviderOptions,
  collect,
  countOption,
  dayOf,
  offeredOf,
  type ProviderOptions,
} from '../provider-options.js';
import { searchOf } from '../question-options.js';
import type { Run } from '../run.js';
import { tellIssues } from '../terminal.js';

const EXAMPLES = `
Examples:
  The units to deliver so that two qualifications can be completed:
    qualpath deliver level-1-certificate-customer-service \\
      ocr-level-3-diploma-customer-service
  Every qualification at hand, without one unit, and with a condition on one:
    qualpath deliver --all --exclude "M&L 9" \\
      --also "ocr-level-3-diploma-customer-service: at least 3 units from B"
  The same with a certificate, which is checked by itself:
    qualpath deliver --all --certificate plan-proof.json && \\
      qualpath verify plan-proof.json
  What fewer units would cost in hours:
    qualpath deliver --all --frontier
  Change as little as possible of the plan that is in place:
    qualpath deliver --all --json > plan.json
    qualpath deliver --all --exclude "M&L 9" --keep plan.json --max-changes 2
  Learners in classes of 8 to 15, and who sits where:
    qualpath deliver --all --cohort learners.csv --capacity 15 --min-class 8
  The same over three terms, with the people who teach:
    qualpath deliver --all --cohort learners.csv --capacity 15 --min-class 8 \\
      --periods 3 --staff staff.csv --csv > timetable.csv
`;

interface DeliverOptions extends ProviderOptions, CertificateOptions, ReportOptions {
  readonly exclude: readonly string[];
  readonly require: readonly string[];
  readonly minimise: readonly string[];
  readonly also: readonly string[];
  readonly maxUnits?: number;
  readonly maxGlh?: number;
  readonly keep?: string;
  readonly maxChanges?: number;
  readonly frontier?: boolean;
  readonly cohort?: string;
  readonly capacity?: number;
  readonly minClass?: number;
  readonly periods?: number;
  readonly maxLoad?: number;
  readonly staff?: string;
  readonly withoutStaff: readonly string[];
  readonly seed?: number;
}

/** Adds `deliver` to the program. */
export function registerDeliver(program: Command, run: Run): void {
  const command = program
    .command('deliver')
    .summary('the units to deliver for several qualifications together')
    .description(
      'Plans which units to deliver so that every qualification has a pathway inside them, with the least hours in all.',
    )
    .option('--exclude <unit>', 'leave this unit out; may be repeated', collect, [])
    .option('--require <unit>', 'deliver this unit anyway; may be repeated', collect, [])
    .option('--also <q: statement>', 'a further condition on one qualification; may be repeated', collect, [])
    .option('--minimise <measure>', 'glh, credits, units or a numeric column; may be repeated', collect, [])
    .addOption(new Option('--minimize <measure>').argParser(collect).hideHelp())
    .addOption(countOption('--max-units <n>', 'deliver at most so many units'))
    .addOption(countOption('--max-glh <n>', 'deliver at most so many hours'))
    .option('--keep <file>', 'change little of this plan, an answer of deliver --json')
    .addOption(countOption('--max-changes <n>', 'change at most so many units of it'))
    .option('--frontier', 'also show how many hours fewer units would take')
    .option('--cohort <file>', 'plan for these learners (CSV with learner, qualification, ref; a markbook; NDJSON)')
    .addOption(countOption('--capacity <n>', 'at most so many learners in a run', 1))
    .addOption(countOption('--min-class <n>', 'no run with fewer learners'))
    .addOption(countOption('--periods <n>', 'spread the runs over so many terms', 1))
    .addOption(countOption('--max-load <n>', 'at most so many hours of a learner in a term'))
    .option('--staff <file>', 'who teaches (CSV with person, hours, units and, if needed, period)')
    .option('--without-staff <name>', 'plan without this person; may be repeated', collect, [])
    .addOption(countOption('--seed <n>', 'where the search begins'))
    .addHelpText('after', EXAMPLES);
  addReportOptions(addCertificateOptions(addProviderOptions(command))).action(
    async (named: readonly string[], options: DeliverOptions) => {
      await plan(run, named, options);
    },
  );
}

async function plan(run: Run, named: readonly string[], options: DeliverOptions): Promise<void> {
  const { terminal } = run;
  checkOutput(options);
  checkReport(options);
  const { timeLimit, ...search } = searchOf(run, options);
  const qualifications = offeredOf(named, options);
  const keep = options.keep === undefined ? undefined : readNamed('--keep', options.keep);
  const cohort = options.cohort === undefined ? undefined : readNamed('--cohort', options.cohort);
  const staff = options.staff === undefined ? undefined : readNamed('--staff', options.staff);
  const workspace = run.workspace(options.models);
  const { deadline, interrupts } = interruptible(
    typeof timeLimit === 'object' ? timeLimit : run.deadlineOf(options.timeLimit),
  );
  const progress = planProgressOn(terminal);
  try {
    const question = {
      ...search,
      ...wishesOf(options),
      ...dayOf(options),
      ...(keep === undefined ? {} : { keep }),
      ...(cohort === undefined ? {} : { cohort }),
      ...(staff === undefined ? {} : { staff }),
      qualifications,
      timeLimit: deadline,
      progress: progress.heard,
    };
    const answer = await answerWith(run, options, {
      plain: () => workspace.deliver(question),
      certified: () => workspace.certifiedDeliver(question),
    });
    progress.clear();
    await writeAnswer(terminal, answer, wantsRows(options) ? { ...options, format: 'csv' } : options);
    await keepReport(terminal, options, () => ({
      document: answer.document,
      sheet: answer.sheet,
      basis: workspace.basis(qualifications === 'all' ? plannedIn(answer.document) : qualifications),
      files: [options.keep, options.cohort, options.staff].filter((file) => file !== undefined),
    }));
    tellIssues(terminal, answer.issues);
    run.end(EXIT_OF[answer.outcome]);
  } finally {
    progress.clear();
    interrupts.release();
  }
}

/** The ids of the qualifications that a plan is about; none where there is no plan. */
function plannedIn(document: DeliverDocument): readonly string[] {
  return 'qualifications' in document ? document.qualifications.map(({ id }) => id) : [];
}

function readNamed(option: string, file: string): NamedText {
  return { file, text: valueOrThrow(readTextFile(file, { option: `${option} ${file}` })) };
}

function wishesOf(options: DeliverOptions): Omit<DeliveryQuestion, 'qualifications'> {
  const { exclude, require, minimise, also, set, maxUnits, maxGlh, maxChanges, frontier = false, seed } = options;
  const { capacity, minClass, periods, maxLoad, withoutStaff } = options;
  return {
    exclude,
    require,
    minimise,
    also,
    set,
    frontier,
    withoutStaff,
    ...(maxUnits === undefined ? {} : { maxUnits }),
    ...(maxGlh === undefined ? {} : { maxGlh }),
    ...(maxChanges === undefined ? {} : { maxChanges }),
    ...(capacity === undefined ? {} : { capacity }),
    ...(minClass === undefined ? {} : { minClass }),
    ...(periods === undefined ? {} : { periods }),
    ...(maxLoad === undefined ? {} : { maxLoad }),
    ...(seed === undefined ? {} : { seed }),
  };
}
