import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { answerBench, type BenchQuestion, type BenchSurroundings } from '../../ask/answers/bench.js';
import { InputError } from '../../ask/input-error.js';
import { parseWholeNumber } from '../../domain/quantity.js';
import { installedContestants } from '../../node/contestants/installed.js';
import { openLibrary } from '../../node/library.js';
import { machineOf } from '../../node/machine.js';
import { pinnedInstances } from '../../node/pinned-instances.js';
import { processorTime } from '../../node/processor-time.js';
import { writeNewFiles } from '../../node/write-new-files.js';
import { benchFiles } from '../../report/bench-files.js';
import { EXIT_OF } from '../exit-code.js';
import { give } from '../give.js';
import { addPrintOptions, type FormatOptions } from '../output-format.js';
import { parseSeconds } from '../request-options.js';
import type { Run } from '../run.js';
import type { Terminal } from '../terminal.js';

const EXAMPLES = `
Examples:
  Whether everything works here, in under two minutes:
    qualpath bench --quick
  Two solvers on one family:
    qualpath bench plain --solver yalps --solver highs
  A full run, written down with its pictures:
    qualpath bench --output bench/results
`;

interface BenchOptions extends FormatOptions {
  readonly solver: readonly string[];
  readonly runs?: number;
  readonly timeLimit?: number;
  readonly quick?: boolean;
  readonly markdown?: boolean;
  readonly output?: string;
  readonly force?: boolean;
}

/** Adds `bench` to the program. */
export function registerBench(program: Command, run: Run): void {
  const command = program
    .command('bench')
    .summary('solvers side by side, answers compared before times')
    .description(
      'Measures every solver at hand on families of questions: in turn, in one run, with the same work timed for each. ' +
        'An answer that is wrong or missing is shown as such and has no time.',
    )
    .argument('[families...]', 'which families; all of them when none is named')
    .option(
      '--solver <name>',
      'take only this solver; may be repeated',
      (it: string, all: string[]) => [...all, it],
      [],
    )
    .addOption(new Option('--runs <number>', 'timed runs of everything (5; 2 in a quick run)').argParser(parseRuns))
    .addOption(new Option('--time-limit <seconds>', 'for a question (20; 1 in a quick run)').argParser(parseSeconds))
    .option('--quick', 'fewer and smaller instances')
    .option('--markdown', 'print Markdown (--format markdown)')
    .option('--output <folder>', 'write Markdown, JSON and pictures into this folder')
    .option('--force', 'replace files that are there already')
    .addHelpText('after', EXAMPLES);
  addPrintOptions(command).action(async (families: readonly string[], options: BenchOptions) => {
    const question = questionOf(families, options);
    const around = surroundings(run.terminal);
    if (options.output === undefined) {
      const format = options.markdown === true ? { format: 'markdown' as const } : options;
      await give(run, format, 'measuring', () => answerBench(question, around));
      return;
    }
    const answer = await answerBench(question, around);
    writeResults(run.terminal, options.output, options.force === true, benchFiles(answer.document));
    run.end(EXIT_OF[answer.outcome]);
  });
}

function questionOf(families: readonly string[], { solver, runs, timeLimit, quick }: BenchOptions): BenchQuestion {
  return {
    families,
    solvers: solver,
    quick: quick === true,
    ...(runs === undefined ? {} : { runs }),
    ...(timeLimit === undefined ? {} : { timeLimit }),
  };
}

function surroundings(terminal: Terminal): BenchSurroundings {
  return {
    library: openLibrary(),
    machine: machineOf(),
    meter: { wall: () => performance.now(), processor: processorTime },
    processes: installedContestants(),
    pinned: pinnedInstances(),
    ...(terminal.showsProgress ? { progress: (words) => terminal.draw(`\r${words.slice(0, 78).padEnd(78)}\r`) } : {}),
  };
}

function writeResults(
  terminal: Terminal,
  folder: string,
  replace: boolean,
  files: ReturnType<typeof benchFiles>,
): void {
  mkdirSync(folder, { recursive: true });
  const named = files.map(({ name, text }) => ({ path: join(folder, name), text }));
  const issues = writeNewFiles(named, { option: `--output ${folder}`, replace });
  if (issues.length > 0) throw new InputError(issues);
  for (const { path } of named) terminal.tell(`written: ${path}`);
}

const MOST_RUNS = 1000;

function parseRuns(text: string): number {
  const runs = parseWholeNumber(text);
  if (runs === null || runs < 1 || runs > MOST_RUNS) {
    throw new InvalidArgumentError(`Give a whole number from 1 to ${MOST_RUNS}.`);
  }
  return runs;
}
