import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Issue } from '../../domain/issue.js';
import type { CohortFormat } from '../../cohort/input/form.js';
import { openCohortInput, type CohortInput } from '../../cohort/input/input.js';
import type { AnswerBlock, BlockAnswers, BlockTask } from '../../cohort/block.js';
import { tellEnding } from '../cohort-ending.js';
import { CohortMerge, type MergeOptions } from '../../cohort/merge.js';
import { createProgress, NO_PROGRESS, type Progress } from '../cohort-progress.js';
import { openQuestion, type CohortQuestion } from '../cohort-question.js';
import { runCohort, type BlockAnswerers } from '../../cohort/run.js';
import { endBySignal, onInterrupt, tellWhenUnwritable } from '../cohort-signals.js';
import { readChunks, STANDARD_INPUT, writeOut } from '../cohort-streams.js';
import { openCohortThreads } from '../cohort-threads.js';
import type { Run } from '../run.js';
import { valueOrRefuse } from '../refusal.js';
import { addConditionOptions } from '../request-options.js';
import { tellIssues, type Terminal } from '../terminal.js';

const EXAMPLES = `
The input is CSV with the columns learner and ref, one unit held a row and the rows of a learner together (an empty ref
for a learner who holds nothing), or NDJSON with {"learner": "L001", "achieved": ["L/506/2150"]} a line.
Each line of output is {"learner", "status", "complete", "newGlh", "newUnits", "counted"}, and "unknown" where a learner
holds references that are of no use here. docs/cohorts.md says how to go on after a crash and how to use several machines.

Examples:
  What each learner of a file still has to do:
    qualpath cohort ocr-level-3-diploma-customer-service --from learners.csv > answers.ndjson
  From another program, on two threads, without stopping at lines that cannot be read:
    zcat learners.ndjson.gz | qualpath cohort level-1-certificate-customer-service --jobs 2 --keep-going
  Go on after the last learner that was answered:
    qualpath cohort level-1-certificate-customer-service --from learners.csv --resume-after L0812 >> answers.ndjson
`;

interface CohortOptions extends Omit<CohortQuestion, 'qualification'> {
  readonly from?: string;
  readonly format?: CohortFormat;
  readonly jobs: number;
  readonly keepGoing?: boolean;
  readonly resumeAfter?: string;
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
    .argument('<qualification>', 'an id (see qualpath list) or the path of a model file')
    .option('--from <file>', 'read the learners from this file; from standard input without')
    .addOption(
      new Option(
        '--format <name>',
        'how the learners are written; told from the name or the first line without',
      ).choices(['csv', 'ndjson']),
    )
    .addOption(new Option('--jobs <n>', 'answer on this many threads').default(1).argParser(parseJobs))
    .option('--keep-going', 'leave out lines that cannot be read instead of stopping there')
    .option('--resume-after <learner>', 'pass over the learners up to and including this one');
  addConditionOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(async (qualification: string, options: CohortOptions) => {
      await answerCohort(run, qualification, options);
    });
}

function parseJobs(text: string): number {
  const jobs = Number(text);
  if (!/^\d{1,3}$/.test(text) || jobs < 1 || jobs > MOST_JOBS) {
    throw new InvalidArgumentError(`Give a whole number from 1 to ${MOST_JOBS}.`);
  }
  return jobs;
}

async function answerCohort({ terminal, end }: Run, qualification: string, options: CohortOptions): Promise<void> {
  const { keepGoing = false, resumeAfter = null } = options;
  const question = questionOf(qualification, options);
  const { id, answer } = valueOrRefuse(openQuestion(question), terminal);
  const stop = new AbortController();
  const { input, file } = await openInput(options, stop.signal, terminal);
  const progress = progressOn(terminal);
  const merge = new CohortMerge({ file, firstLine: input.firstLine, keepGoing, ...outlets(terminal, progress) });
  const interrupted = onInterrupt(stop);
  tellWhenUnwritable(terminal);
  const { answerers, close } = openAnswerers(options.jobs, question, answer, stop.signal);
  try {
    const draw = (): void => progress.draw(merge.answered);
    const { resumed } = await runCohort({ input, answerers, merge, resumeAfter, stop, progress: draw });
    progress.clear();
    end(tellEnding(terminal, { qualification: id, merge, keepGoing, resumeAfter, resumed, signal: interrupted() }));
  } finally {
    await close();
  }
  await endBySignal(interrupted());
}

async function openInput(
  options: CohortOptions,
  stop: AbortSignal,
  terminal: Terminal,
): Promise<{ readonly input: CohortInput; readonly file: string }> {
  const { from = null, format = null } = options;
  const file = from ?? STANDARD_INPUT;
  if (from === null && process.stdin.isTTY) terminal.tell('Reading learners from standard input.');
  const opened = await openCohortInput(readChunks(from, stop), file, format);
  return { input: valueOrRefuse(opened, terminal), file };
}

function questionOf(qualification: string, options: CohortOptions): CohortQuestion {
  const { models, require, exclude, also, set } = options;
  return { qualification, require, exclude, also, set, ...(models === undefined ? {} : { models }) };
}

/** One job is done where it is; more go to threads, each of which loads the question by itself. */
function openAnswerers(
  jobs: number,
  question: CohortQuestion,
  answer: AnswerBlock,
  stop: AbortSignal,
): { readonly answerers: BlockAnswerers; readonly close: () => Promise<void> } {
  if (jobs === 1) {
    const local = (task: BlockTask): Promise<BlockAnswers> => answer(task, () => stop.aborted);
    return { answerers: { answer: local, atOnce: 1 }, close: () => Promise.resolve() };
  }
  const threads = openCohortThreads(jobs, question);
  stop.addEventListener('abort', threads.halt);
  return { answerers: { answer: threads.answer, atOnce: jobs * BLOCKS_A_THREAD }, close: threads.close };
}

/** Answers go out as they come; an issue takes the place of the progress line. */
function outlets(terminal: Terminal, progress: Progress): Pick<MergeOptions, 'write' | 'tell'> {
  const tell = (issue: Issue): void => {
    progress.clear();
    tellIssues(terminal, [issue]);
  };
  return { write: writeOut, tell };
}

function progressOn(terminal: Terminal): Progress {
  if (!terminal.showsProgress || process.stdout.isTTY) return NO_PROGRESS;
  return createProgress(
    (text) => void process.stderr.write(text),
    () => performance.now(),
  );
}
