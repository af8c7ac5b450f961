import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { createHash, type Hash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ndjsonLine, randomLearners } from '../support/cohort.js';
import { ROOT } from '../support/command.js';

const BIN = join(ROOT, 'bin', 'qualpath.js');
const MANY = 500_000;
const FEWER = 250_000;

/** What memory may grow by from the fewer learners to the many, in kilobytes: Node's floor differs, growth would be a leak. The fewer must be enough for the floor to be reached. */
const MOST_GROWTH = 48 * 1024;
const UNITS = ['A 1', 'A 2', 'B 1', 'B 2', 'B 3'];

/** Prints the largest amount of memory that the process ever had, in kilobytes, when it ends. */
const TELL_MEMORY =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("memory "+process.resourceUsage().maxRSS))';

const folder = mkdtempSync(join(tmpdir(), 'qualpath-crash-'));
const model = join(folder, 'models', 'small.yaml');
const cohort = join(folder, 'cohort.ndjson');
const beginning = join(folder, 'beginning.ndjson');

/** Many learners, and a rule so small that answering them takes seconds. */
beforeAll(() => {
  mkdirSync(join(folder, 'models'));
  const rows = UNITS.map((ref, at) => `${ref.slice(0, 1)},${ref},Unit ${ref},1,5,${10 + 7 * at}`);
  writeFileSync(join(folder, 'units.csv'), `group,ref,title,level,credit,glh\n${rows.join('\n')}\n`);
  const rule = 'rule: [all units from A, at least 20 credits, at most 10 credits from B]';
  writeFileSync(model, `title: Small\nunits: ../units.csv\ngroups: { A: First, B: Second }\n${rule}\n`);
  const file = openSync(cohort, 'w');
  let text = '';
  for (const learner of randomLearners(MANY, UNITS, 0.8)) {
    text += ndjsonLine(learner);
    if (text.length < 1_000_000) continue;
    writeSync(file, text);
    text = '';
  }
  writeSync(file, text);
  closeSync(file);
  execFileSync('sh', ['-c', `head -n ${FEWER} ${cohort} > ${beginning}`]);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly err: string;
}

function start(args: readonly string[], stdout: 'pipe' | number, stdin: 'ignore' | 'pipe' = 'ignore'): ChildProcess {
  const node = ['--import', TELL_MEMORY, BIN, 'cohort', model, ...args];
  return spawn(process.execPath, node, { stdio: [stdin, stdout, 'pipe'] });
}

function ended(child: ChildProcess): Promise<Ended> {
  let err = '';
  child.stderr?.on('data', (chunk: Buffer) => void (err += chunk.toString()));
  return new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal, err })));
}

/** The hash of everything that the command prints, and how it ended. */
async function hashOutput(args: readonly string[], hash: Hash): Promise<Ended & { readonly digest: string }> {
  const child = start(args, 'pipe');
  child.stdout?.on('data', (chunk: Buffer) => void hash.update(chunk));
  const end = await ended(child);
  return { ...end, digest: hash.digest('hex') };
}

async function hashFile(file: string): Promise<Hash> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash;
}

async function untilLarger(file: string, bytes: number): Promise<void> {
  while (statSync(file).size < bytes) await new Promise((resolve) => setTimeout(resolve, 5));
}

const lastLearner = (file: string): string => {
  const line = execFileSync('tail', ['-n', '1', file], { encoding: 'utf8' });
  return (JSON.parse(line) as { learner: string }).learner;
};

const memoryOf = ({ err }: Ended): number => Number(/memory (\d+)/.exec(err)?.[1]);

describe('very many learners', () => {
  it.each([['1'], ['2']])(
    'are answered whole although the process is killed in between, with --jobs %s',
    async (jobs) => {
      const args = ['--from', cohort, '--jobs', jobs];
      const whole = await hashOutput(args, createHash('sha256'));
      expect(whole.code).toBe(0);
      const fewer = await hashOutput(['--from', beginning, '--jobs', jobs], createHash('sha256'));
      expect(memoryOf(whole) - memoryOf(fewer)).toBeLessThan(MOST_GROWTH);

      const broken = join(folder, `broken-${jobs}.ndjson`);
      const file = openSync(broken, 'w');
      const child = start(args, file);
      const end = ended(child);
      await untilLarger(broken, 20_000_000);
      child.kill('SIGKILL');
      expect(await end).toMatchObject({ code: null, signal: 'SIGKILL' });
      closeSync(file);

      // As docs/cohorts.md has it: a last line that is cut off is dropped, and the last whole one says where to go on.
      const kept = join(folder, `kept-${jobs}.ndjson`);
      execFileSync('sh', ['-c', `head -n "$(wc -l < ${broken})" ${broken} > ${kept}`]);
      const rest = await hashOutput([...args, '--resume-after', lastLearner(kept)], await hashFile(kept));
      expect(rest.code).toBe(0);
      expect(rest.digest).toBe(whole.digest);
    },
    600_000,
  );

  it.each([
    ['SIGINT', '1', 130],
    ['SIGINT', '2', 130],
    ['SIGTERM', '1', 143],
  ] as const)('are left off in good order on %s, with --jobs %s', async (signal, jobs, code) => {
    const part = join(folder, `part-${signal}-${jobs}.ndjson`);
    const file = openSync(part, 'w');
    const child = start(['--from', cohort, '--jobs', jobs], file);
    const end = ended(child);
    await untilLarger(part, 5_000_000);
    child.kill(signal);
    const { err, ...how } = await end;
    closeSync(file);
    expect(how).toEqual({ code, signal: null });
    const learners = execFileSync('wc', ['-l', part], { encoding: 'utf8' }).trim().split(' ')[0];
    const count = Number(learners).toLocaleString('en-GB');
    expect(Number(learners)).toBeLessThan(MANY);
    expect(err).toMatch(
      `Interrupted: ${count} learners are answered; go on with --resume-after ${lastLearner(part)}\n`,
    );
  });
});

describe('an interrupt while learners are waited for', () => {
  it('answers those who are complete and nobody else', async () => {
    const child = start([], 'pipe', 'pipe');
    let out = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      child.kill('SIGINT');
    });
    const end = ended(child);
    child.stdin?.write('learner,ref\nL1,A 1\nL2,A 1\nL2,A');
    const { code, err } = await end;
    expect(code).toBe(130);
    expect(out).toMatch(/^\{"learner":"L1",.*\}\n$/);
    expect(err).toMatch('Interrupted: 1 learner is answered; go on with --resume-after L1\n');
  });
});
