import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CohortPlanDocument, NobodyServedDocument } from '../../src/report/documents/deliver.js';
import { qualpath, ROOT } from '../support/command.js';

let home = '';

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'qualpath-learners-'));
  for (const folder of ['models', 'data']) mkdirSync(join(home, folder));
  const file = (path: string, lines: readonly string[]): void =>
    writeFileSync(join(home, path), `${lines.join('\n')}\n`);
  const head = 'group,ref,title,level,credit,glh';
  file('data/a.csv', [head, 'A,S 1,Shared,2,4,40', 'A,A 1,Own,2,4,20', 'A,A 2,Other,2,4,25']);
  file('data/b.csv', [head, 'A,S 1,Shared,2,4,40', 'A,B 1,Own,2,4,30']);
  const model = (id: string, rule: string): void =>
    file(`models/${id}.yaml`, [
      `title: ${id}`,
      `units: ../data/${id}.csv`,
      'groups: { A: Units }',
      'rule:',
      `  - ${rule}`,
    ]);
  model('a', 'at least 8 credits');
  model('b', 'all units from A');
  file('learners.csv', ['learner,qualification,ref', 'L1,a,', 'L2,a,A 1', 'L3,a,A 1', 'L4,b,B 1', 'L5,b,']);
});

afterAll(() => rmSync(home, { recursive: true }));

const run = (...args: readonly string[]) =>
  qualpath(['deliver', 'a', 'b', '--cohort', 'learners.csv', ...args], { cwd: home });

const planOf = async (...args: readonly string[]): Promise<CohortPlanDocument> =>
  JSON.parse((await run(...args, '--json')).out) as CohortPlanDocument;

const runsOf = ({ runs }: CohortPlanDocument): unknown =>
  runs.map(({ ref, run: number, learners }) => [ref, number, learners.join(' ')]);

describe('qualpath deliver --cohort', () => {
  it('lets every learner complete, with units delivered once', async () => {
    const plan = await planOf();
    // L5 needs S 1 and B 1, which L4 attends too; all others are served by S 1 and what they hold, but for L1.
    expect([plan.status, plan.deliveredGlh, plan.unserved]).toEqual(['optimal', 90, []]);
    expect(runsOf(plan)).toEqual([
      ['S 1', 1, 'L1 L2 L3 L4 L5'],
      ['A 1', 1, 'L1'],
      ['B 1', 1, 'L5'],
    ]);
    expect(plan.learners.find(({ learner }) => learner === 'L2')).toEqual({
      learner: 'L2',
      qualification: 'a',
      counted: ['S 1', 'A 1'],
      attends: ['S 1'],
    });
  });

  it('puts learners into as many runs as they need', async () => {
    const plan = await planOf('--capacity', '2');
    // Two runs of S 1 for L4, L5 and two others would leave one of L1, L2, L3 to A 2: 80 + 25 + 20 + 30 are least.
    expect([plan.status, plan.deliveredGlh, plan.bound]).toEqual(['optimal', plan.bound, plan.deliveredGlh]);
    expect(plan.runs.every(({ learners }) => learners.length <= 2 && learners.length > 0)).toBe(true);
  });

  it('changes little of the runs that are in place, and tells units from runs', async () => {
    const before = await planOf('--capacity', '2');
    writeFileSync(join(home, 'plan.json'), JSON.stringify(before));
    const kept = await planOf('--capacity', '2', '--keep', 'plan.json');
    expect(kept.objectives.map(({ measure, value }) => [measure, value])).toEqual([
      ['glh', before.deliveredGlh],
      ['changes', 0],
    ]);
    // Without A 2, L1 needs A 1: the run of A 2 goes, if there was one, and what comes in is no more than it must be.
    const without = await planOf('--capacity', '5', '--keep', 'plan.json', '--max-changes', '1');
    const runs = (plan: CohortPlanDocument, ref: string): number => plan.runs.filter((it) => it.ref === ref).length;
    const refs = [...new Set([...before.runs, ...without.runs].map(({ ref }) => ref))];
    const changes = refs.reduce((sum, ref) => sum + Math.abs(runs(before, ref) - runs(without, ref)), 0);
    expect([without.status, changes]).toEqual(['optimal', 1]);
    const few = await planOf('--capacity', '2', '--minimise', 'units');
    expect(few.objectives).toEqual([{ sense: 'minimise', measure: 'units', value: few.delivered.length }]);
  });

  it('shows what fewer units take in hours, with classes and without', async () => {
    // a: L1 wants two of S 1, A 1, A 2; b: all of S 1 and B 1.
    expect((await planOf('--frontier')).frontier).toEqual([{ units: 3, glh: 90, status: 'optimal' }]);
    const classes = await planOf('--capacity', '2', '--frontier');
    const last = classes.frontier?.at(-1);
    expect([last?.glh, classes.frontierComplete]).toEqual([classes.deliveredGlh, true]);
    expect((await run('--capacity', '2', '--frontier')).out).toContain('Fewer units, more hours');
  });

  it('keeps to a limit on units and on hours in classes', async () => {
    const [free, few] = [await planOf('--capacity', '2'), await planOf('--capacity', '2', '--max-units', '3')];
    expect([few.delivered.length, (few.deliveredGlh ?? 0) >= (free.deliveredGlh ?? NaN)]).toEqual([3, true]);
    expect((await run('--capacity', '2', '--max-glh', '10')).code).toBe(1);
  });

  it('names learners for whose units there is no class, and plans the others', async () => {
    const plan = await planOf('--min-class', '2');
    expect(plan.unserved).toEqual([
      { learner: 'L5', why: expect.stringMatching(/without .*B 1.*too few learners/) as string },
    ]);
    expect(plan.learners.map(({ learner }) => learner)).toEqual(['L1', 'L2', 'L3', 'L4']);
    expect(plan.runs.every(({ learners }) => learners.length >= 2)).toBe(true);
  });

  it('names learners who have no pathway, and ends with 1 when nobody has', async () => {
    const some = await planOf('--exclude', 'S 1');
    expect(some.unserved.map(({ learner }) => learner)).toEqual(['L4', 'L5']);
    const { code, out } = await run('--exclude', 'S 1', '--exclude', 'A 2');
    expect([code, out]).toEqual([1, expect.stringContaining('No learner can be served')]);
  });

  it('names the sizes that are in each other’s way, and the nearest that would do', async () => {
    // Three learners who need S 1 in classes of two: one run is too small for them, and two are too empty.
    writeFileSync(join(home, 'three.csv'), 'learner,qualification,ref\nL1,b,B 1\nL2,b,B 1\nL3,b,B 1\n');
    const args = ['b', '--cohort', 'three.csv', '--capacity', '2', '--min-class', '2', '--json'];
    const { code, out } = await qualpath(['deliver', ...args], { cwd: home });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      conflict: [
        { statement: 'a class has at most 2 learners', source: { option: '--capacity 2' }, nearest: 3 },
        { statement: 'a class has at least 2 learners', source: { option: '--min-class 2' }, nearest: 1 },
      ],
      smallest: true,
    });
    const few = await run('--capacity', '2', '--max-glh', '10', '--json');
    const { deliveredGlh } = await planOf('--capacity', '2');
    expect((JSON.parse(few.out) as NobodyServedDocument).conflict).toEqual([
      { statement: 'at most 10 hours are delivered', source: { option: '--max-glh 10' }, nearest: deliveredGlh },
    ]);
  });

  it('writes a row for each learner of a run', async () => {
    const { out } = await run('--csv');
    expect(out.split('\n').slice(0, 3)).toEqual(['unit,run,period,learner,staff', 'S 1,1,,L1,', 'S 1,1,,L2,']);
  });

  it.each<[string, readonly string[], RegExp]>([
    ['a limit on changes of nothing', ['--capacity', '2', '--max-changes', '3'], /--keep/],
    ['a class larger than a run', ['--capacity', '2', '--min-class', '3'], /at most 2 learners and at least 3/],
  ])('refuses %s', async (_, args, message) => {
    const { code, err } = await run(...args);
    expect([code, err]).toEqual([2, expect.stringMatching(message)]);
  });

  it.each<[string, readonly string[], RegExp]>([
    [
      'a mistyped qualification',
      ['learner,qualification,ref', 'L1,bb,'],
      /learners\.csv|wrong\.csv:2:1.*did you mean b\?/,
    ],
    ['a unit that nobody lists', ['learner,qualification,ref', 'L1,a,A 11'], /'A 11'.*did you mean A 1\?/],
    ['no qualification among several', ['learner,ref', 'L1,A 1'], /which/],
  ])('tells of %s with its place', async (_, lines, message) => {
    writeFileSync(join(home, 'wrong.csv'), `${lines.join('\n')}\n`);
    const { err } = await qualpath(['deliver', 'a', 'b', '--cohort', 'wrong.csv'], { cwd: home });
    expect(err).toMatch(message);
    expect(err).toContain('wrong.csv:2:1');
  });

  it.each<[string, string, RegExp]>([
    ['a mistyped column', 'learner,qualificaton,ref\nL1,a,\nL2,b,\n', /wrong\.csv:1:9.*is 'qualificaton' meant/],
    ['a column that is not there', 'learner,ref\nL1,\nL2,A 1\n', /wrong\.csv:1:1.*give the column 'qualification'/],
  ])('tells of %s once, and not at every learner', async (_, text, message) => {
    writeFileSync(join(home, 'wrong.csv'), text);
    const { code, err } = await qualpath(['deliver', 'a', 'b', '--cohort', 'wrong.csv'], { cwd: home });
    expect([code, err, err.trim().split('\n').length]).toEqual([3, expect.stringMatching(message), 1]);
  });

  it('plans the sample provider, and confirms it', async () => {
    const provider = 'data/samples/provider';
    const { code, out } = await qualpath(
      ['deliver', '--all', '--models', `${provider}/models`, '--cohort', `${provider}/learners.csv`, '--json'],
      { cwd: ROOT },
    );
    const plan = JSON.parse(out) as CohortPlanDocument;
    expect([code, plan.status, plan.learners.length, plan.unserved]).toEqual([0, 'optimal', 60, []]);
  });
});

describe('a learner who can use what is held in several ways', () => {
  it('is planned with the best of them, with what is counted in its own words', async () => {
    const file = join(home, 'data', 'equivalences.csv');
    writeFileSync(file, 'unit,other,kind,basis\nEXT,A 1,equivalent,made up\nEXT,A 2,equivalent,made up\n');
    writeFileSync(join(home, 'ways.csv'), 'learner,qualification,ref\nL1,a,EXT\nL2,a,EXT\nL2,a,A 2\n');
    try {
      const { code, out, err } = await qualpath(['deliver', 'a', '--cohort', 'ways.csv', '--json'], { cwd: home });
      const plan = JSON.parse(out) as CohortPlanDocument;
      // L1 attends the shorter of the two own units and has the other one for what is held: A 1, of 20 hours.
      expect([code, err, plan.status, plan.deliveredGlh]).toEqual([0, '', 'optimal', 20]);
      expect(plan.learners).toEqual([
        { learner: 'L1', qualification: 'a', counted: ['A 1', 'A 2'], attends: ['A 1'] },
        { learner: 'L2', qualification: 'a', counted: ['A 1', 'A 2'], attends: [] },
      ]);
    } finally {
      rmSync(file);
    }
  });
});
