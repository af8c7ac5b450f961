import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createSolverIsolation, type IsolationOptions, type SolverIsolation } from '../../src/node/solver-isolation.js';
import { createSolver } from '../../src/solvers/create-solver.js';
import { BACKEND_NAMES } from '../../src/solvers/solver-name.js';
import { FIXTURES } from '../solvers/conformance.js';
import { marketSplit } from '../solvers/hard-programs.js';
import { summarise } from '../solvers/summarise.js';

const LIMITS = { milliseconds: 10_000 };
const program = FIXTURES.find(({ name }) => name === 'a qualification')?.program ?? marketSplit();

/** A worker made of a line of JavaScript. */
function workerOf(source: string): URL {
  const imports = "import { parentPort } from 'node:worker_threads';";
  return new URL(`data:text/javascript,${encodeURIComponent(`${imports} ${source}`)}`);
}

const open: SolverIsolation[] = [];

function isolationOf(options: IsolationOptions): SolverIsolation {
  const isolation = createSolverIsolation(options);
  open.push(isolation);
  return isolation;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((isolation) => isolation.close()));
});

describe('createSolverIsolation', () => {
  it('kills a thread that hangs, says that the time is up, and goes on with a new thread', async () => {
    const hanging = workerOf("parentPort.once('message', () => { for (;;); });");
    const { isolate } = isolationOf({ worker: hanging, graceMilliseconds: 50 });
    const expected = { by: 'highs', status: 'unknown', limit: 'time' };
    expect(await isolate('highs', program, { milliseconds: 100 })).toEqual(expected);
    expect(await isolate('highs', program, { milliseconds: 100 })).toEqual(expected);
  });

  it('ends a thread for whose answer nobody waits any more', async () => {
    const hanging = workerOf("parentPort.once('message', () => { for (;;); });");
    const { isolate } = isolationOf({ worker: hanging });
    const stop = new AbortController();
    const answer = isolate('highs', program, { milliseconds: 3_600_000, stop: stop.signal });
    stop.abort();
    expect(await answer).toEqual({ by: 'highs', status: 'unknown', limit: 'time' });
  });

  it.each([
    ['throws', "parentPort.once('message', () => { throw new Error('trapped'); });", 'Error: trapped'],
    ['ends', "parentPort.once('message', () => process.exit(3));", 'its thread ended with code 3'],
    ['cannot start', "throw new Error('no such module');", 'Error: no such module'],
  ])('calls a thread that %s a failure', async (_, source, reason) => {
    const { isolate } = isolationOf({ worker: workerOf(source) });
    expect(await isolate('highs', program, LIMITS)).toEqual({ by: 'highs', status: 'failed', reason });
  });

  it('keeps a thread for the next question, and starts another for a question that comes before the answer', async () => {
    const counting = workerOf(
      "let asked = 0; parentPort.on('message', () => parentPort.postMessage({ status: 'failed', reason: `${++asked}` }));",
    );
    const { isolate } = isolationOf({ worker: counting });
    const ask = async () => {
      const outcome = await isolate('highs', program, LIMITS);
      return outcome.status === 'failed' ? outcome.reason : outcome.status;
    };
    expect([await ask(), await ask(), await ask()]).toEqual(['1', '2', '3']);
    expect((await Promise.all([ask(), ask()])).toSorted()).toEqual(['1', '4']);
  });

  it('answers an open question when it is closed', async () => {
    const silent = workerOf("parentPort.on('message', () => undefined);");
    const { isolate, close } = isolationOf({ worker: silent });
    const asked = isolate('highs', program, LIMITS);
    await close();
    expect(await asked).toMatchObject({ status: 'failed' });
  });

  it('waits as long as a timer can when the limit is endless', async () => {
    const slow = workerOf(
      "parentPort.on('message', () => setTimeout(() => parentPort.postMessage({ status: 'infeasible' }), 100));",
    );
    const { isolate } = isolationOf({ worker: slow });
    expect(await isolate('highs', program, { milliseconds: Infinity })).toEqual({ status: 'infeasible' });
  });
});

describe('the compiled worker', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  let built = '';

  beforeAll(() => {
    const cache = join(root, 'node_modules', '.cache');
    mkdirSync(cache, { recursive: true });
    built = mkdtempSync(join(cache, 'solver-isolation-'));
    writeFileSync(join(built, 'package.json'), '{ "type": "module" }');
    const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json', '--outDir', built], { cwd: root });
  });

  afterAll(() => {
    rmSync(built, { recursive: true, force: true });
  });

  const compiledWorker = () => pathToFileURL(join(built, 'node', 'solver-worker.js'));

  it.each(BACKEND_NAMES)('answers as %s does in process', async (name) => {
    const { isolate } = isolationOf({ worker: compiledWorker() });
    const inProcess = createSolver(name);
    for (const { program: asked } of FIXTURES) {
      const outcome = await isolate(name, asked, LIMITS);
      expect(summarise(outcome)).toBe(summarise(await inProcess.solve(asked, LIMITS)));
      expect(outcome.by).toBe(name);
    }
  });

  it.each(BACKEND_NAMES)('stops %s at its limit', async (name) => {
    const { isolate } = isolationOf({ worker: compiledWorker() });
    const outcome = await isolate(name, marketSplit(), { milliseconds: 200 });
    expect(outcome).toEqual({ by: name, status: 'unknown', limit: 'time' });
  });

  it('does not keep a process alive that has its answers', () => {
    const script = join(built, 'ask.js');
    writeFileSync(
      script,
      `import { createSolverIsolation } from './node/solver-isolation.js';
      const { isolate } = createSolverIsolation();
      const program = ${JSON.stringify(program)};
      for (const backend of ${JSON.stringify(BACKEND_NAMES)}) {
        const { by, status, value } = await isolate(backend, program, { milliseconds: 20000 });
        process.stdout.write([by, status, value].join(' ') + '\\n');
      }`,
    );
    const run = spawnSync(process.execPath, [script], { encoding: 'utf8', timeout: 50_000 });
    expect(run.signal).toBeNull();
    expect(run.stderr).toBe('');
    expect(run.stdout.split('\n')).toEqual([
      'javascript-lp-solver optimal 172',
      'highs optimal 172',
      'yalps optimal 172',
      '',
    ]);
    expect(run.status).toBe(0);
  });

  it('does not keep a process alive whose thread was killed', () => {
    const script = join(built, 'hang.js');
    const hanging = workerOf("parentPort.once('message', () => { for (;;); });");
    writeFileSync(
      script,
      `import { createSolverIsolation } from './node/solver-isolation.js';
      const { isolate } = createSolverIsolation({ worker: new URL(${JSON.stringify(hanging.href)}), graceMilliseconds: 20 });
      const { status } = await isolate('highs', ${JSON.stringify(program)}, { milliseconds: 50 });
      process.stdout.write(status);`,
    );
    const run = spawnSync(process.execPath, [script], { encoding: 'utf8', timeout: 50_000 });
    expect([run.signal, run.stdout, run.status]).toEqual([null, 'unknown', 0]);
  });
});
