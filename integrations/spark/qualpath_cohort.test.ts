import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { ndjsonLine, randomLearners, unitsOf } from '../../test/support/cohort.js';
import { qualpathProcess, ROOT } from '../../test/support/command.js';

const PYTHON = join(ROOT, 'integrations', 'spark', '.venv', 'bin', 'python');
const JOB = join(ROOT, 'integrations', 'spark', 'qualpath_cohort.py');
const BIN = join(ROOT, 'bin', 'qualpath.js');
const isInstalled = existsSync(PYTHON);
const needs = isInstalled ? '' : ' (left out: integrations/spark/install.sh has not been run)';

const OCR = 'ocr-level-3-diploma-customer-service';
const LEVEL_1 = 'level-1-certificate-customer-service';
const PARTITIONS = 6;

const home = mkdtempSync(join(tmpdir(), 'qualpath-spark-'));
afterAll(() => rmSync(home, { recursive: true }));

/** Something in the command line of every executor of this run, by which they are found. */
const MARK = `qualpath.test=${process.pid}`;

interface Finished {
  readonly code: number | null;
  readonly err: string;
}

function submit(master: string, args: readonly string[], qualpath = `node ${BIN}`): Promise<Finished> {
  const conf = [
    'spark.ui.enabled=false',
    `spark.executor.extraJavaOptions=-D${MARK}`,
    'spark.ui.showConsoleProgress=false',
  ];
  const env = {
    ...process.env,
    PYSPARK_PYTHON: PYTHON,
    PYSPARK_SUBMIT_ARGS: `--master ${master} ${conf.map((it) => `--conf ${it}`).join(' ')} pyspark-shell`,
    SPARK_LOCAL_IP: '127.0.0.1',
    SPARK_WORKER_DIR: join(home, 'work'),
  };
  const child = spawn(PYTHON, [JOB, ...args, '--qualpath', qualpath], {
    env,
    cwd: home,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => void (err += chunk.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, err })));
}

const linesUnder = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith('part-'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').slice(0, -1));

const linesOf = (out: string): readonly string[] => out.split('\n').slice(0, -1);

const countIn = (file: string): number => (existsSync(file) ? linesOf(readFileSync(file, 'utf8')).length : 0);

/** The processes of the executors: a cluster of this machine has each in a process of its own. */
function executors(): readonly number[] {
  return execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(MARK) && line.includes('CoarseGrainedExecutorBackend'))
    .map((line) => Number(line.trim().split(' ')[0]));
}

describe.skipIf(!isInstalled)(`a cohort on Spark${needs}`, () => {
  it('is answered as by one process, although an executor is killed in the middle', async () => {
    const cohort = join(home, 'learners.ndjson');
    const learners = [...randomLearners(400, [...unitsOf(OCR), ...unitsOf(LEVEL_1)])];
    writeFileSync(cohort, learners.map(ndjsonLine).join(''));
    // Each process waits for a while before it answers, and notes that it has begun.
    const [begun, slow] = [join(home, 'begun'), join(home, 'slow.sh')];
    writeFileSync(slow, `echo $$ >> ${begun}\nsleep 3\nexec node ${BIN} "$@"\n`);
    const args = [cohort, join(home, 'answers'), OCR, LEVEL_1, '--partitions', String(PARTITIONS)];
    const run = submit('local-cluster[2,1,1024]', args, `sh ${slow}`);
    while (countIn(begun) < 2) await sleep(50);
    const [victim] = executors();
    expect(victim).toBeTypeOf('number');
    process.kill(victim ?? NaN, 'SIGKILL');
    const { code, err } = await run;
    expect([code, err.includes('Lost task')]).toEqual([0, true]);
    expect(countIn(begun)).toBeGreaterThan(PARTITIONS);
    const whole = qualpathProcess(['cohort', OCR, LEVEL_1, '--from', cohort]);
    expect(linesUnder(join(home, 'answers')).toSorted()).toEqual(linesOf(whole.out).toSorted());
  });

  it('reads a table with statuses, and writes Parquet', async () => {
    const cohort = join(home, 'learners.csv');
    const rows = [
      'learner,ref,grade',
      'L1,CS 1,pass',
      'L1,CS 2,referred',
      'L1,B&A 2,merit',
      'L2,,',
      'L3,CS 1,distinction',
      'L3,CS 2,',
    ];
    writeFileSync(cohort, `${rows.join('\n')}\n`);
    const answers = join(home, 'answers.parquet');
    expect(
      await submit('local[2]', [cohort, answers, '--all', '--nearest', '2', '--output-format', 'parquet']),
    ).toMatchObject({
      code: 0,
    });
    const read = [
      'from pyspark.sql import SparkSession',
      'import sys',
      'rows = SparkSession.builder.getOrCreate().read.parquet(sys.argv[1]).toJSON().collect()',
      'print("\\n".join(rows))',
    ].join('\n');
    const env = { ...process.env, SPARK_LOCAL_IP: '127.0.0.1' };
    const out = execFileSync(PYTHON, ['-c', read, answers], {
      encoding: 'utf8',
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    // The units that a learner holds come in no particular order.
    const brief = (line: string): unknown => {
      const { unknown = [], ...rest } = JSON.parse(line) as { readonly unknown?: readonly string[] };
      return { ...rest, unknown: unknown.toSorted() };
    };
    const sorted = (lines: readonly string[]): unknown => lines.toSorted().map(brief);
    const whole = qualpathProcess(['cohort', '--all', '--nearest', '2', '--from', cohort]);
    expect(sorted(linesOf(out))).toEqual(sorted(linesOf(whole.out)));
  });

  it.each([
    [['learners.csv', 'out'], 2, 'name qualifications, or give --all'],
    [['learners.csv', 'out', 'mistyped'], 1, 'ended with 2'],
    [['wrong.csv', 'out-2', LEVEL_1], 1, 'the input has no column ref'],
  ])('says what is wrong with %j', async (args, code, message) => {
    writeFileSync(join(home, 'wrong.csv'), 'learner,unit\nL1,CS 1\n');
    const refused = await submit('local[1]', args);
    expect([refused.code, refused.err.includes(message)]).toEqual([code, true]);
  });
});
