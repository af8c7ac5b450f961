import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createProgress } from '../../src/cli/cohort-progress.js';
import { quoteForShell } from '../../src/cli/cohort-ending.js';
import { csvRows, ndjsonLine, randomLearners, unitsOf, type Learner } from '../support/cohort.js';
import { qualpath, qualpathJson, qualpathProcess, ROOT } from '../support/command.js';

const OCR = 'ocr-level-3-diploma-customer-service';
const SAMPLES = ['--from', 'data/samples/cohort.csv'];

interface Answer {
  readonly learner: string;
  readonly status: string;
  readonly complete: boolean;
  readonly newGlh: number;
  readonly newUnits: readonly string[];
  readonly counted: readonly string[];
  readonly unknown?: readonly string[];
}

const linesOf = (out: string): string[] => out.split('\n').slice(0, -1);
const answersOf = (out: string): Answer[] => linesOf(out).map((line) => JSON.parse(line) as Answer);
const learnersOf = (out: string): string[] => answersOf(out).map(({ learner }) => learner);

const LEARNERS: readonly Learner[] = [...randomLearners(3000, unitsOf(OCR))];
const SAMPLE_CSV = readFileSync(join(ROOT, 'data/samples/cohort.csv'), 'utf8');
const CSV = `learner,ref\n${LEARNERS.map(csvRows).join('')}`;
const NDJSON = LEARNERS.map(ndjsonLine).join('');

/** What a learner of the samples holds, as options of solve. */
function achievedBySample(learner: string): string[] {
  const rows = SAMPLE_CSV.split('\n').filter((row) => row.startsWith(`${learner},`));
  return rows.flatMap((row) => ['--achieved', row.slice(learner.length + 1)]);
}

/** A small model in a folder of its own. */
function writeModel(rule: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'qualpath-cohort-'));
  mkdirSync(join(folder, 'models'));
  const units = ['A,L 1,Long,1,5,50', 'A,S 1,Short,1,5,20', 'B,S 2,Further,1,5,30'];
  writeFileSync(join(folder, 'units.csv'), `group,ref,title,level,credit,glh\n${units.join('\n')}\n`);
  const lines = ['title: Small', 'units: ../units.csv', 'groups: { A: First, B: Second }', 'rule:'];
  writeFileSync(join(folder, 'models', 'small.yaml'), [...lines, ...rule.map((it) => `  - ${it}`), ''].join('\n'));
  return join(folder, 'models', 'small.yaml');
}

describe('qualpath cohort', () => {
  it('answers the samples in their order, in both formats, from a file and from standard input', async () => {
    const { code, out, err } = await qualpath(['cohort', OCR, ...SAMPLES]);
    expect([code, err]).toEqual([0, '']);
    expect(learnersOf(out)).toEqual(Array.from({ length: 12 }, (_, at) => `L${String(at + 1).padStart(3, '0')}`));
    expect((await qualpath(['cohort', OCR, '--from', 'data/samples/cohort.ndjson'])).out).toBe(out);
    const piped = spawnSync('sh', ['-c', `node bin/qualpath.js cohort ${OCR} < data/samples/cohort.ndjson`], {
      cwd: ROOT,
    });
    expect(piped.stdout.toString()).toBe(out);
    expect(answersOf(out)[0]).toMatchObject({ complete: true, newGlh: 0, newUnits: [] });
    expect(answersOf(out)[2]?.unknown).toEqual(['CS 26', 'CS 27', 'CS 30']);
    expect(answersOf(out)[3]?.unknown).toBeUndefined();
  });

  it('comes to the same hours and number of new units as solve', async () => {
    const options = ['--require', 'H/506/1912', '--exclude', 'D/503/0397', '--also', 'at most 13 units'];
    for (const extra of [[], options]) {
      const answers = answersOf((await qualpath(['cohort', OCR, ...SAMPLES, ...extra])).out);
      const some = [0, 1, 3, 8].flatMap((at) => answers[at] ?? []);
      for (const { learner, newGlh, newUnits, counted } of some) {
        const solved = await qualpathJson(['solve', OCR, ...achievedBySample(learner), ...extra]);
        expect([learner, solved]).toMatchObject([learner, { totals: { newGlh, newUnits: newUnits.length } }]);
        expect(extra.length === 0 || counted.includes('H/506/1912')).toBe(true);
      }
    }
  });

  it('takes the least new hours where those are not the least hours', async () => {
    const input = 'learner,ref\nnew,\nhas long,L 1\nhas short,s1\n';
    const model = writeModel(['exactly 1 unit from A', 'exactly 1 unit']);
    expect(answersOf((await qualpath(['cohort', model], { input })).out)).toMatchObject([
      { complete: false, newGlh: 20, newUnits: ['S 1'], counted: ['S 1'] },
      { complete: true, newGlh: 0, newUnits: [], counted: ['L 1'] },
      { complete: true, newGlh: 0, newUnits: [], counted: ['S 1'] },
    ]);
  });

  it('keeps to a cap on prior learning', async () => {
    const model = writeModel(['at least 10 credits', 'at most 50% of credits are achieved already']);
    const input = '{"learner":"a","achieved":["S 1"]}\n{"learner":"b","achieved":["S 1","S 2"]}\n';
    const answers = answersOf((await qualpath(['cohort', model], { input })).out);
    expect(answers).toMatchObject([
      { newGlh: 30, newUnits: ['S 2'] },
      { newGlh: 50, newUnits: ['L 1'], complete: false },
    ]);
    expect(answers[1]?.counted).toHaveLength(2);
  });

  it('writes the same bytes with one thread, with two and with three, from either format', async () => {
    const { code, out } = await qualpath(['cohort', OCR], { input: CSV });
    expect(code).toBe(0);
    expect(learnersOf(out)).toEqual(LEARNERS.map(({ learner }) => learner));
    expect((await qualpath(['cohort', OCR], { input: NDJSON })).out).toBe(out);
    for (const [jobs, input] of [
      ['2', CSV],
      ['2', NDJSON],
      ['3', NDJSON],
    ] as const) {
      expect(qualpathProcess(['cohort', OCR, '--jobs', jobs], { input })).toMatchObject({ code: 0, err: '', out });
    }
  });

  it('reads a byte-order mark, CRLF and semicolons', async () => {
    const { out } = await qualpath(['cohort', OCR, ...SAMPLES]);
    const input = `\uFEFF${SAMPLE_CSV.replaceAll(',', ';').replaceAll('\n', '\r\n')}`;
    expect(await qualpath(['cohort', OCR], { input })).toMatchObject({ code: 0, err: '', out });
  });

  it('ends with 1 when no pathway exists, and answers every learner all the same', async () => {
    const { code, out, err } = await qualpath(['cohort', OCR, ...SAMPLES, '--exclude', 'L/506/2150']);
    expect(code).toBe(1);
    expect(answersOf(out)).toHaveLength(12);
    expect(answersOf(out)[0]).toEqual({
      learner: 'L001',
      status: 'infeasible',
      complete: false,
      newGlh: null,
      newUnits: [],
      counted: [],
    });
    expect(err).toContain(`qualpath solve ${OCR}`);
  });

  it.each([
    [['cohort', 'no-such-qualification'], 2, 'There is no qualification'],
    [['cohort', OCR, '--jobs', '0'], 2, 'from 1 to'],
    [['cohort', OCR, '--input-format', 'xml'], 2, 'csv, ndjson'],
    [['cohort', OCR, '--from', 'data/samples/cohort.cvs'], 2, 'did you mean data/samples/cohort.csv?'],
    [['cohort', OCR, '--from', 'data'], 2, 'folder'],
    [['cohort', OCR, '--require', 'L/506/2151'], 2, 'did you mean'],
    [['cohort', 'level-2-diploma-customer-service', ...SAMPLES], 2, 'must be set'],
    [['cohort', OCR], 3, '<stdin>:1:1: error: There is nothing to read'],
    [['cohort', OCR, '--from', 'data/samples/achieved.csv'], 3, "The column 'learner' is missing"],
  ])('refuses %s', async (args, code, message) => {
    const refused = await qualpath(args);
    expect(refused.err).toContain(message);
    expect(refused).toMatchObject({ code, out: '' });
  });
});

describe('lines of a cohort that cannot be read', () => {
  const BROKEN = 'learner,ref\nL1,K/506/2169\nL2,K/506/2169\nL2\nL3,K/506/2169\nL4,"K\nL5,\nL6,\nL3,J/506/2910\nL7,\n';

  it('end the run with 3, and say how to go on', async () => {
    const { code, out, err } = await qualpath(['cohort', OCR], { input: BROKEN });
    expect(code).toBe(3);
    expect(learnersOf(out)).toEqual(['L1']);
    expect(linesOf(err)).toEqual([
      '<stdin>:4:1: error: This row has 1 of 2 cells.',
      'Stopped: 1 learner is answered; go on with --resume-after L1, once the line is mended, or leave such lines out with --keep-going.',
    ]);
  });

  it('are all named and left out with --keep-going, which still ends with 3', async () => {
    const { code, out, err } = await qualpath(['cohort', OCR, '--keep-going'], { input: BROKEN });
    expect(code).toBe(3);
    expect(learnersOf(out)).toEqual(['L1', 'L3', 'L5', 'L6', 'L7']);
    expect(linesOf(err)).toEqual([
      '<stdin>:4:1: error: This row has 1 of 2 cells.',
      "<stdin>:3:1: error: Lines 3 to 4: The learner 'L2' is left out, as not all of its rows can be read.",
      '<stdin>:6:4: error: The quote that opens here is not closed in this line; a learner is given in lines of its own.',
      "<stdin>:6:1: error: The learner 'L4' is left out, as not all of its rows can be read.",
      "<stdin>:9:1: error: The learner 'L3' stands here once more; what a learner holds is given in one place.",
      'Not everything could be read (5 errors above); 5 learners are answered.',
    ]);
    expect(answersOf(out)[1]?.counted).toContain('K/506/2169');
  });

  it('leave out the rest of their learner too, wherever it stands', async () => {
    const rows = 'L1,K/506/2169\n'.repeat(222_000);
    for (const [input, left] of [
      [`learner,ref\n${rows}L2,\n`, ['L2']],
      ['learner,ref\nL1,A,B\nL2,\nL1,\nL3,\n', ['L2', 'L3']],
    ] as const) {
      const { code, out, err } = await qualpath(['cohort', OCR, '--keep-going'], { input });
      expect([code, learnersOf(out)]).toEqual([3, left]);
      expect(err).toContain("The learner 'L1' stands here once more");
    }
  });

  it('are the same on several threads', async () => {
    const bad = LEARNERS.flatMap((learner, at) => [
      ndjsonLine(learner),
      ...(at % 97 === 5 ? ['{"learner":"?"}\n'] : []),
      ...(at % 501 === 500 ? [ndjsonLine(LEARNERS[at - 300] ?? learner)] : []),
    ]);
    const input = bad.join('');
    const one = await qualpath(['cohort', OCR, '--keep-going'], { input });
    expect(one.code).toBe(3);
    expect(learnersOf(one.out)).toEqual(LEARNERS.map(({ learner }) => learner));
    expect(qualpathProcess(['cohort', OCR, '--keep-going', '--jobs', '2'], { input })).toEqual(one);
    const stopped = await qualpath(['cohort', OCR], { input });
    expect(learnersOf(stopped.out)).toEqual(LEARNERS.slice(0, 6).map(({ learner }) => learner));
    expect(qualpathProcess(['cohort', OCR, '--jobs', '2'], { input })).toEqual(stopped);
  });

  it('may be longer than anything that is read', async () => {
    const input = `${ndjsonLine({ learner: 'a', achieved: [] })}{"learner":"${'x'.repeat(5_000_000)}"}\n${ndjsonLine({ learner: 'b', achieved: [] })}`;
    const { code, out, err } = await qualpath(['cohort', OCR, '--keep-going'], { input });
    expect([code, learnersOf(out)]).toEqual([3, ['a', 'b']]);
    expect(linesOf(err)[0]).toBe(
      '<stdin>:2:1: error: This line has more than 1000000 characters, the most that are read.',
    );
  });
});

describe('qualpath cohort --resume-after', () => {
  it('goes on behind the learner, so that the parts joined are the whole', async () => {
    const whole = (await qualpath(['cohort', OCR], { input: CSV })).out;
    for (const [at, input, jobs] of [
      [0, NDJSON, '1'],
      [1234, CSV, '2'],
      [2999, CSV, '1'],
    ] as const) {
      const id = LEARNERS[at]?.learner ?? '';
      const rest = qualpathProcess(['cohort', OCR, '--jobs', jobs, '--resume-after', id], { input });
      expect(rest).toMatchObject({ code: 0, err: '' });
      expect(
        `${linesOf(whole)
          .slice(0, at + 1)
          .join('\n')}\n${rest.out}`,
      ).toBe(whole);
    }
  });

  it('answers nothing when the learner never comes', async () => {
    const { code, out, err } = await qualpath(['cohort', OCR, '--resume-after', 'nobody'], { input: NDJSON });
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe('--resume-after nobody: error: This learner is nowhere in the input, so nothing was answered.\n');
  });

  it('counts lines from the beginning, and notices learners from before', async () => {
    const input = 'learner,ref\nL1,\nL2,\n,A\nL3,\nL4,\nL1,\n';
    const { code, out, err } = await qualpath(['cohort', OCR, '--keep-going', '--resume-after', 'L3'], {
      input: input.replace(',A\n', ''),
    });
    expect([code, learnersOf(out)]).toEqual([3, ['L4']]);
    expect(err).toContain("<stdin>:6:1: error: The learner 'L1' stands here once more");
    const long = await qualpath(['cohort', OCR, '--resume-after', 'L0002990'], { input: `${NDJSON}{\n` });
    expect(learnersOf(long.out)).toEqual(LEARNERS.slice(2991).map(({ learner }) => learner));
    expect(long.err).toContain('<stdin>:3001:2: error: This line is not JSON');
  });
});

describe('what becomes of the output', () => {
  it('does not matter when its reader has gone', async () => {
    const command = `set -o pipefail; node bin/qualpath.js cohort ${OCR} --jobs 2 | head -n 1`;
    const { status, stdout, stderr } = spawnSync('bash', ['-c', command], {
      cwd: ROOT,
      input: NDJSON.repeat(3).replaceAll('L0', 'M0'),
    });
    expect([status, stderr.toString()]).toEqual([0, '']);
    expect(learnersOf(stdout.toString())).toHaveLength(1);
  });

  it('is told when it cannot be written', async (context) => {
    if (!existsSync('/dev/full')) context.skip('there is no /dev/full here');
    const { status, stderr } = spawnSync('sh', ['-c', `node bin/qualpath.js cohort ${OCR} > /dev/full`], {
      cwd: ROOT,
      input: NDJSON,
    });
    expect(status).toBe(5);
    expect(stderr.toString()).toContain('cannot be written (ENOSPC)');
  });
});

describe('the progress line', () => {
  it('is drawn now and then, over itself, and taken away', async () => {
    let [time, drawn] = [1000, ''];
    const progress = createProgress(
      (text) => void (drawn += text),
      () => time,
    );
    progress.draw(5);
    expect(drawn).toBe('');
    time += 500;
    progress.draw(30_000);
    expect(drawn).toBe('\r\u001B[K30,000 learners answered, 60,000 a second');
    progress.clear();
    progress.clear();
    expect(drawn.split('\r')).toHaveLength(3);
  });
});

describe('a learner to resume after', () => {
  it.each(['L1', 'Smith, J', "O'Brien", '-x', 'a\tb\\n', '', '$HOME', 'é'])(
    'is one word to a shell: %j',
    async (id) => {
      const { stdout } = spawnSync('sh', ['-c', `printf %s ${quoteForShell(id)}`]);
      expect(stdout.toString()).toBe(id);
    },
  );
});
