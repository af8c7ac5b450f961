import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openModels } from '../../src/node/index.js';
import { qualpath, qualpathProcess, type CommandRun } from '../support/command.js';

const home = mkdtempSync(join(tmpdir(), 'qualpath-several-'));
const file = (path: string, lines: readonly string[]): void => writeFileSync(join(home, path), `${lines.join('\n')}\n`);
const units = (rows: readonly string[]): string[] => ['group,ref,title,level,credit,glh', ...rows];
const model = (id: string, rule: string, more: readonly string[] = []): void =>
  file(`models/${id}.yaml`, [
    `title: ${id}`,
    'units: ../data/units.csv',
    'groups: { A: Units }',
    'rule:',
    `  - ${rule}`,
    ...more,
  ]);

beforeAll(() => {
  mkdirSync(join(home, 'models'));
  mkdirSync(join(home, 'data'));
  file('data/units.csv', units(['A,U 1,One,2,4,40', 'A,U 2,Two,2,4,25', 'A,U 3,Three,2,4,10']));
  model('most', 'at least 8 credits');
  model('all', 'all units from A');
  model('draft', 'at least x-minimum credits', ['parameters: { x-minimum: { min: 4, max: 12 } }']);
  file('learners.csv', ['learner,ref', 'L1,U 1', 'L2,', 'L3,U 1', 'L3,U 2', 'L3,U 3']);
});

afterAll(() => rmSync(home, { recursive: true }));

const asked = (args: readonly string[]): readonly string[] => {
  return ['cohort', ...args, '--models', join(home, 'models'), '--from', join(home, 'learners.csv')];
};

function read({ code, out, err }: CommandRun) {
  const lines = out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as { learner: string; qualification: string; newGlh: number });
  return { code, err, told: lines.map((it) => `${it.learner} ${it.qualification} ${it.newGlh}`) };
}

const run = async (...args: readonly string[]) => read(await qualpath(asked(args)));

describe('cohort with several qualifications', () => {
  it('writes a line for each, in the order in which they are named', async () => {
    const { code, told } = await run('most', 'all');
    expect([code, told]).toEqual([0, ['L1 most 10', 'L1 all 35', 'L2 most 35', 'L2 all 75', 'L3 most 0', 'L3 all 0']]);
    expect((await run('all', 'most')).told.slice(0, 2)).toEqual(['L1 all 35', 'L1 most 10']);
  });

  it('writes the nearest only, those that are equally near by id', async () => {
    expect((await run('most', 'all', '--nearest', '1')).told).toEqual(['L1 most 10', 'L2 most 35', 'L3 all 0']);
    expect((await run('most', '--nearest', '3')).told).toEqual(['L1 most 10', 'L2 most 35', 'L3 most 0']);
  });

  it('leaves drafts out of all, and takes them when their values are set', async () => {
    const own = ['all', 'draft', 'most'];
    const all = await run('--all', '--nearest', '9');
    expect(all.err).toContain('draft is left out: it has values to be set');
    expect(all.told.some((line) => line.includes('draft'))).toBe(false);
    const set = await run('--all', '--set', 'draft: x-minimum=4', '--nearest', '9');
    expect(set.told.filter((line) => own.some((id) => line.startsWith(`L1 ${id} `)))).toEqual([
      'L1 draft 0',
      'L1 most 10',
      'L1 all 35',
    ]);
  });

  it('is the same on several threads, and goes on behind a learner', async () => {
    const whole = await run('most', 'all');
    expect(read(qualpathProcess(asked(['most', 'all', '--jobs', '2'])))).toEqual(whole);
    expect((await run('most', 'all', '--resume-after', 'L1')).told).toEqual(whole.told.slice(2));
  });

  it('asks more of one of them', async () => {
    expect((await run('most', 'all', '--also', 'most: all units from unit U 2')).told.slice(0, 2)).toEqual([
      'L1 most 25',
      'L1 all 35',
    ]);
  });

  it.each([
    [[], 2, 'Name the qualifications, or give --all'],
    [['most', '--all'], 2, 'Name qualifications, or give --all; not both.'],
    [['most', 'most'], 2, 'most is named twice.'],
    [['most', 'mots'], 2, 'most'],
    [['most', 'draft'], 2, 'x-minimum'],
    [['most', 'all', '--require', 'U 1'], 2, '--require is about the units or titles of one qualification'],
    [['most', 'all', '--also', 'at least 2 units'], 2, 'Say which qualification this is for'],
    [['most', 'all', '--nearest', '0'], 2, 'Give a whole number of 1 or more.'],
  ])('refuses %j', async (args, code, message) => {
    const refused = await run(...args);
    expect([refused.code, refused.told]).toEqual([code, []]);
    expect(refused.err).toContain(message);
  });

  it('answers others where a model of all cannot be read, and ends with 3', async () => {
    file('models/broken.yaml', ['title: [']);
    const { code, err, told } = await run('--all', '--nearest', '1');
    rmSync(join(home, 'models', 'broken.yaml'));
    expect([code, told.length, err.includes('broken.yaml')]).toEqual([3, 3, true]);
  });

  it('is had from the library', async () => {
    const { answer, knows } = openModels({ userModels: join(home, 'models') }).cohort({
      qualifications: ['most', 'all'],
      nearest: 1,
    });
    expect(await answer('L', ['U 3'])).toMatchObject([{ learner: 'L', qualification: 'most', newGlh: 25 }]);
    expect([knows('u1'), knows('U 9')]).toEqual([true, false]);
  });
});
