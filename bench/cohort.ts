/**
 * Cohorts on the OCR Level 3 Diploma, learners with random achieved units. First, on one thread and side by side, the
 * learners a second of `cohort` (lines read, answered, written to memory) against a loop that compiles and solves with
 * javascript-lp-solver for each learner. Then the whole command as a process, with one worker and with two: learners a
 * second and the largest amount of memory.
 *
 *     npm run bench:cohort            a million learners, three rounds
 *     npm run bench:cohort 100000 1   as many learners and rounds as said
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createBlockAnswerer } from '../src/cohort/block.js';
import { aimAt } from '../src/cohort/desks.js';
import { compile } from '../src/compile/compile.js';
import { DEFAULT_OBJECTIVES } from '../src/domain/measure.js';
import type { Problem } from '../src/domain/problem.js';
import { waysOf, withWays } from '../src/domain/using-held.js';
import { NO_DEADLINE } from '../src/methods/deadline.js';
import { createDiagramStore } from '../src/methods/diagram-method.js';
import { goalsOf } from '../src/methods/goals.js';
import { createProgramMethod } from '../src/methods/program-method.js';
import { createSolver } from '../src/solvers/create-solver.js';
import { ndjsonLine, randomLearners, unitsOf, type Learner } from '../test/support/cohort.js';
import { median } from './measure.js';
import { fiveQualifications } from './qualifications.js';

const ID = 'ocr-level-3-diploma-customer-service';
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LIMITS = { milliseconds: 60_000 };
const [count = 1_000_000, rounds = 3] = process.argv.slice(2).map(Number);

const problem = openProblem();
const solver = createSolver('javascript-lp-solver');
const byPrograms = createProgramMethod(solver);
const means = {
  method: byPrograms,
  confirmers: [],
  deadline: NO_DEADLINE,
  store: createDiagramStore({ nodeBudget: 0 }),
  solver,
};
const answer = createBlockAnswerer(aimAt(problem), {
  forOne: means,
  forLargeRules: means,
  millisecondsALearner: LIMITS.milliseconds,
});

function openProblem(): Problem {
  const found = fiveQualifications().find(({ id }) => id === ID);
  if (found === undefined) throw new Error(`${ID} is missing`);
  return found.problem;
}

/** The least new hours of each learner, by a program of their own. */
async function loopOverSolver(learners: readonly Learner[]): Promise<number[]> {
  const hours: number[] = [];
  for (const { achieved } of learners) {
    const own = withWays(problem, waysOf(problem.qualification, achieved).ways);
    const [goal] = goalsOf(own, DEFAULT_OBJECTIVES);
    if (goal === undefined) throw new Error('the default objectives make no goal');
    const outcome = await solver.solve(compile(own, goal), LIMITS);
    if (outcome.status !== 'optimal') throw new Error(`the solver says ${outcome.status}`);
    hours.push(Math.floor(outcome.value / (goal.terms[0]?.factor ?? 1)));
  }
  return hours;
}

/** The same by the cohort, from lines to lines. */
async function byCohort(lines: Uint8Array): Promise<number[]> {
  const { bytes } = await answer({ bytes: lines, form: { format: 'ndjson' }, after: null }, () => false);
  const answers = new TextDecoder().decode(bytes).trimEnd().split('\n');
  return answers.map((line) => (JSON.parse(line) as { newGlh: number }).newGlh);
}

async function secondsOf(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return (performance.now() - start) / 1000;
}

const format = (figure: number): string => Math.round(figure).toLocaleString('en-GB').padStart(10);

/** The learners of one block, about as many as the command reads at a time. */
const BLOCK = 500;
const ROUNDS = 60;

/** Both ways, in turn on learners drawn alike: a few for the loop, ten blocks for the cohort. */
async function compareWithSolver(): Promise<void> {
  const learners = [...randomLearners(10 * BLOCK, unitsOf(ID))];
  const few = learners.slice(0, 50);
  const encode = (some: readonly Learner[]): Uint8Array => new TextEncoder().encode(some.map(ndjsonLine).join(''));
  if ((await byCohort(encode(few))).join() !== (await loopOverSolver(few)).join()) {
    throw new Error('the cohort and the solver disagree');
  }
  const blocks = Array.from({ length: 10 }, (_, at) => encode(learners.slice(at * BLOCK, (at + 1) * BLOCK)));
  const answerBlocks = async (): Promise<void> => {
    for (const bytes of blocks) await answer({ bytes, form: { format: 'ndjson' }, after: null }, () => false);
  };
  const rates: { loop: number; cohort: number }[] = [];
  for (let round = -5; round < ROUNDS; round++) {
    const loop = few.length / (await secondsOf(() => loopOverSolver(few)));
    const cohort = learners.length / (await secondsOf(answerBlocks));
    if (round >= 0) rates.push({ loop, cohort });
  }
  const ratio = median(rates.map(({ loop, cohort }) => cohort / loop));
  console.log(`loop over javascript-lp-solver  ${format(median(rates.map(({ loop }) => loop)))} learners a second`);
  console.log(`cohort, in process              ${format(median(rates.map(({ cohort }) => cohort)))} learners a second`);
  console.log(`ratio                           ${format(ratio)} (median of ${ROUNDS} rounds, side by side)`);
}

function writeLearners(file: string): void {
  const descriptor = openSync(file, 'w');
  let text = '';
  for (const learner of randomLearners(count, unitsOf(ID))) {
    text += ndjsonLine(learner);
    if (text.length < 1_000_000) continue;
    writeSync(descriptor, text);
    text = '';
  }
  writeSync(descriptor, text);
  closeSync(descriptor);
}

const TELL_MEMORY =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("memory "+process.resourceUsage().maxRSS))';

/** One run of the command from file to file: learners a second, and megabytes. */
function runCommand(input: string, output: string, jobs: number): { rate: number; memory: number } {
  const out = openSync(output, 'w');
  const args = ['--import', TELL_MEMORY, join(ROOT, 'bin/qualpath.js'), 'cohort', ID, '--from', input];
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [...args, '--jobs', String(jobs)], {
    stdio: ['ignore', out, 'pipe'],
    encoding: 'utf8',
  });
  const seconds = (performance.now() - start) / 1000;
  closeSync(out);
  const memory = Number(/memory (\d+)/.exec(stderr)?.[1]) / 1024;
  if (status !== 0) throw new Error(`the command ended with ${status}: ${stderr}`);
  return { rate: count / seconds, memory };
}

function runCommands(): void {
  const folder = mkdtempSync(join(tmpdir(), 'qualpath-bench-'));
  try {
    const input = join(folder, 'learners.ndjson');
    writeLearners(input);
    const runs = new Map<number, { rate: number; memory: number }[]>([1, 2].map((jobs) => [jobs, []]));
    for (let round = 0; round < rounds; round++) {
      for (const [jobs, figures] of runs) figures.push(runCommand(input, join(folder, 'answers.ndjson'), jobs));
    }
    for (const [jobs, figures] of runs) {
      const rates = figures.map(({ rate }) => rate);
      const memory = Math.max(...figures.map((figure) => figure.memory));
      console.log(
        `whole command, --jobs ${jobs}         ${format(median(rates))} learners a second (single rounds: ${rates.map((rate) => format(rate).trim()).join(', ')}), ${memory.toFixed(0)} MB at most`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

execFileSync(process.execPath, ['scripts/bundle-command.js'], { cwd: ROOT });
console.log(
  `${count.toLocaleString('en-GB')} learners; ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}`,
);
await compareWithSolver();
runCommands();
