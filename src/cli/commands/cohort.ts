import { InvalidArgumentError, Option, type Command } from 'commander';
import { answererOf, DEFAULT_LEARNER_LIMIT, type AskedCohort, type CohortQuestion } from '../../ask/answers/cohort.js';
import type { AskedCohortOfSeveral } from '../../ask/answers/cohort-of-several.js';
import { valueOrThrow } from '../../ask/input-error.js';
import type { BlockAnswers, BlockTask } from '../../cohort/block.js';
import type { CohortFormat } from '../../cohort/input/form.js';
import { openCohortInput, type CohortInput } from '../../cohort/input/input.js';
import { CohortMerge } from '../../cohort/merge.js';
import { runCohort, type BlockAnswerers } from '../../cohort/run.js';
import type { Issue } from '../../domain/issue.js';
import { openCohortThreads } from '../../node/cohort-threads.js';
import { letOthersIn } from '../../node/let-others-in.js';
import { readChunks, STANDARD_INPUT } from '../../node/read-chunks.js';
import { createSolverIsolation } from '../../node/solver-isolation.js';
import { isWhole, tellEnding } from '../cohort-ending.js';
import { keepCohortReport, openRecord, type CohortRecord } from '../cohort-report.js';
import { addReportOptions, checkReport, type ReportOptions } from '../report-option.js';
import { createProgress, NO_PROGRESS, type Progress } from '../cohort-progress.js';
import { endBySignal, onInterrupt } from '../cohort-signals.js';
import { countOption, offeredOf } from '../provider-options.js';
import { besidesOf } from '../question-options.js';
import { writerTo } from '../write-output.js';
import { EXIT } from '../exit-code.js';
import { addConditionOptions, parseSeconds, type RequestOptions } from '../request-options.js';
import type { Run } from '../run.js';
import { tellIssues, type Terminal } from '../terminal.js';

const EXAMPLES = `
The input is CSV with the columns learner and ref, one unit held a row and the
rows of a learner together (an empty ref for a learner who holds nothing), or
NDJSON with {"learner": "L001", "achieved": ["L/506/2150"]} a line. Columns
status, result or grade say what is held. A markbook has the column learner and
a column for each unit, with pass, merit ... or nothing in its cells.
Each line of output is {"learner", "status", "complete", "newGlh", "newUnits",
"counted"}, and "unknown" where a learner holds references that are of no use
here. With several qualifications, or --all, each line has "qualification" too:
a line for each of them, or for the nearest ones. docs/cohorts.md says how to
go on after a crash and how to use several machines.

Examples:
  What each learner of a file still has to do:
    qualpath cohort ocr-level-3-diploma-customer-service \\
      --from learners.csv > answers.ndjson
  From another program, on two threads, past lines that cannot be read:
    zcat learners.ndjson.gz | qualpath cohort \\
      level-1-certificate-customer-service --jobs 2 --keep-going
  Which three qualifications each learner is nearest to:
    qualpath cohort --all --nearest 3 --from learners.csv
  The same with a summary to be kept:
    qualpath cohort ocr-level-3-diploma-customer-service \\
      --from learners.csv --report cohort.html > answers.ndjson
  Go on after the last learner that was answered:
    qualpath cohort level-1-certificate-customer-service \\
      --from learners.csv --resume-after L0812 >> answers.ndjson
`;

interface CohortOptions extends Omit<RequestOptions, 'achieved' | 'learner' | 'format' | 'json'>, ReportOptions {
  readonly from?: string;
  readonly inputFormat?: CohortFormat;
  readonly jobs: number;
  readonly timeLimit: number;
  readonly keepGoing?: boolean;
  readonly resumeAfter?: string;
  readonly all?: boolean;
  readonly nearest?: number;
}

/** The most threads that may be asked for. */
const MOST_JOBS = 64;

/** How many blocks each thread may have before it, so that it has work while the answers of a slower one are waited for. */
const BLOCKS_A_THREAD = 8;

/** Adds `cohort` to the program. */
export function registerCohort(program: Command, run: Run): void {
  const command = program
    .command('cohort')
    .summary('what each of many learners still has to do')
    .description('Finds, for every learner of a file or stream, the pathway with the least new hours.')
    .argument('[qualifications...]', 'ids (see qualpath list) or paths of model files')
    .option('--all', 'every qualification at hand whose values are all set')
    .addOption(countOption('--nearest <k>', 'of each learner only the qualifications with the least new hours', 1))
    .option('--from <file>', 'read the learners from this file; from standard input without')
    .addOption(
      new Option(
        '--input-format <name>',
        'how the learners are written; told from the name or the first line without',
      ).choices(['csv', 'ndjson']),
    )
    .addOption(new Option('--jobs <n>', 'answer on this many threads').default(1).argParser(parseJobs))
    .addOption(
      new Option('--time-limit <seconds>', 'stop the search for one learner after this time, where one is needed')
        .default(DEFAULT_LEARNER_LIMIT)
        .argParser(parseSeconds),
    )
    .option('--json', 'one JSON document a learner, as always')
    .option('--keep-going', 'leave out lines that cannot be read instead of stopping there')
    .option('--resume-after <learner>', 'pass over the learners up to and including this one');
  addReportOptions(addConditionOptions(command))
    .option('--force', 'replace a report that is there already')
    .addHelpText('after', EXAMPLES)
    .action(async (qualifications: readonly string[], options: CohortOptions) => {
      await answerCohort(run, qualifications, options);
    });
}

function parseJobs(text: string): number {
  const jobs = Number(text);
  if (!/^\d{1,3}$/.test(text) || jobs < 1 || jobs > MOST_JOBS) {
    throw new InvalidArgumentError(`Give a whole number from 1 to ${MOST_JOBS}.`);
  }
  return jobs;
}

/** One qualification, or several. */
function ask(run: Run, qualifications: readonly string[], options: CohortOptions): Asked {
  const workspace = run.workspace(options.models);
  const { require, exclude, also, set, timeLimit, nearest } = options;
  const request = { require, exclude, also, set, ...besidesOf(options), learnerLimit: timeLimit };
  const offered = offeredOf(qualifications, options);
  const [only] = qualifications;
  if (qualifications.length === 1 && only !== undefined && nearest === undefined) {
    const session = workspace.open(only);
    const { question, warnings, knows } = session.cohort(request);
    return { question, warnings: [...session.warnings, ...warnings], knows, only: session.id, broken: false };
  }
  const several = { ...request, qualifications: offered, ...(nearest === undefined ? {} : { nearest }) };
  return { ...workspace.cohort(several), only: null };
}

interface Asked extends Omit<AskedCohortOfSeveral, 'answer'> {
  /** The id of the one qualification that is asked about; null for several. */
  readonly only: string | null;
}

async function answerCohort(run: Run, qualifications: readonly string[], options: CohortOptions): Promise<void> {
  const { terminal, streams, end } = run;
  const { keepGoing = false, resumeAfter = null } = options;
  checkReport(options);
  const { question, warnings, knows, only, broken } = ask(run, qualifications, options);
  const record = options.report === undefined ? null : openRecord(only);
  tellIssues(terminal, warnings);
  const stop = new AbortController();
  let unread = false;
  const write = writerTo(streams.stdout, () => {
    unread = true;
    stop.abort();
  });
  const { input, file } = await openInput(options, run, stop.signal, knows, record);
  const progress = progressOn(run);
  const outlets = {
    write: record === null ? write : record.writeTo(write),
    tell: (issue: Issue) => (unread ? undefined : tellInPlaceOf(progress, terminal, issue)),
  };
  const merge = new CohortMerge({ file, firstLine: input.firstLine, keepGoing, ...outlets });
  const interrupts = onInterrupt(stop);
  const { answerers, close } = openAnswerers(options.jobs, question, stop.signal);
  try {
    const draw = (): void => progress.draw(merge.answered);
    const { resumed } = await runCohort({ input, answerers, merge, resumeAfter, stop, progress: draw });
    progress.clear();
    const ended = {
      qualification: only,
      broken,
      merge,
      keepGoing,
      resumeAfter,
      resumed,
      signal: interrupts.received(),
    };
    end(unread ? EXIT.answered : tellEnding(terminal, ended));
    if (record !== null && isWhole(ended))
      await keepCohortReport(run, options, offeredOf(qualifications, options), record);
  } finally {
    interrupts.release();
    await close();
  }
  await endBySignal(interrupts.received());
}

async function openInput(
  options: CohortOptions,
  { terminal, streams: { stdin } }: Run,
  stop: AbortSignal,
  knows: AskedCohort['knows'],
  record: CohortRecord | null,
): Promise<{ readonly input: CohortInput; readonly file: string }> {
  const { from = null, inputFormat = null } = options;
  const file = from ?? STANDARD_INPUT;
  if (from === null && stdin.isTTY === true) terminal.tell('Reading learners from standard input.');
  const chunks = readChunks(from, stdin, stop);
  const opened = await openCohortInput(
    record === null ? chunks : record.readFrom(chunks, file),
    file,
    inputFormat,
    knows,
  );
  const input = valueOrThrow(opened);
  tellIssues(terminal, opened.ok ? opened.warnings : []);
  return { input, file };
}

/** One job is done where it is; more go to threads, each of which is told the question. */
function openAnswerers(
  jobs: number,
  question: CohortQuestion,
  stop: AbortSignal,
): { readonly answerers: BlockAnswerers; readonly close: () => Promise<void> } {
  if (jobs === 1) {
    const answer = answererOf(question, letOthersIn, createSolverIsolation().isolate);
    const local = (task: BlockTask): Promise<BlockAnswers> => answer(task, () => stop.aborted);
    return { answerers: { answer: local, atOnce: 1 }, close: () => Promise.resolve() };
  }
  const threads = openCohortThreads(jobs, question);
  stop.addEventListener('abort', threads.halt);
  return { answerers: { answer: threads.answer, atOnce: jobs * BLOCKS_A_THREAD }, close: threads.close };
}

/** An issue takes the place of the progress line. */
function tellInPlaceOf(progress: Progress, terminal: Terminal, issue: Issue): void {
  progress.clear();
  tellIssues(terminal, [issue]);
}

function progressOn({ terminal, streams: { stdout } }: Run): Progress {
  if (!terminal.showsProgress || stdout.isTTY === true) return NO_PROGRESS;
  return createProgress(terminal.draw, () => performance.now());
}
