import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanDocument } from '../../src/report/documents/deliver.js';
import { qualpath } from '../support/command.js';

let home = '';

/** Three small qualifications: S 1 is shared by a and b under two references, S 2 by all; c needs nothing of its own. */
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'qualpath-deliver-'));
  mkdirSync(join(home, 'models'));
  mkdirSync(join(home, 'data'));
  const file = (path: string, lines: readonly string[]): void =>
    writeFileSync(join(home, path), `${lines.join('\n')}\n`);
  const head = 'group,ref,title,level,credit,glh,cost';
  file('data/a.csv', [
    head,
    'A,S 1,Shared one,2,4,40,5',
    'A,S 2,Shared two,2,4,30,5',
    'A,A 3,Own,2,4,20,1',
    'A,A 4,More,2,4,25,1',
  ]);
  file('data/b.csv', [
    head,
    'A,B 1,Shared one,2,4,40,5',
    'A,S 2,Shared two,2,4,30,5',
    'A,B 3,Own,2,4,20,1',
    'A,B 4,More,2,4,25,1',
  ]);
  file('data/c.csv', [head, 'A,S 2,Shared two,2,4,30,5']);
  file('data/equivalences.csv', ['unit,other,kind,basis', 'S 1,B 1,same,one unit']);
  const model = (id: string, rule: readonly string[]): void =>
    file(`models/${id}.yaml`, [
      `title: ${id}`,
      `units: ../data/${id}.csv`,
      'groups: { A: Units }',
      'rule:',
      ...rule.map((it) => `  - ${it}`),
    ]);
  model('a', ['at least 8 credits']);
  model('b', ['at least 8 credits']);
  model('c', ['all units from A']);
});

afterAll(() => rmSync(home, { recursive: true }));

const run = (...args: readonly string[]) => qualpath(args, { cwd: home });

async function planOf(...args: readonly string[]): Promise<PlanDocument> {
  return JSON.parse((await run('deliver', ...args, '--json')).out) as PlanDocument;
}

describe('qualpath deliver', () => {
  it('teaches shared units once, and says why each is in', async () => {
    const plan = await planOf('a', 'b', 'c');
    expect(plan).toMatchObject({
      status: 'optimal',
      deliveredGlh: 70,
      bound: 70,
      gap: 0,
      separateGlh: 120,
      savingGlh: 50,
      provedBy: expect.any(String) as string,
      first: true,
    });
    expect(plan.delivered.map(({ ref, qualifications, why }) => [ref, qualifications, why])).toEqual([
      ['S 1', ['a', 'b'], 'shared by 2'],
      ['S 2', ['a', 'b', 'c'], 'mandatory in c; shared by 3'],
    ]);
    expect(plan.qualifications.map(({ id, glh, aloneGlh }) => [id, glh, aloneGlh])).toEqual([
      ['a', 70, 45],
      ['b', 70, 45],
      ['c', 30, 30],
    ]);
  });

  it('is about units under every reference', async () => {
    const plan = await planOf('a', 'b', 'c', '--exclude', 'B 1');
    expect(plan.delivered.map(({ ref }) => ref)).toEqual(['S 2', 'A 3', 'B 3']);
  });

  it('minimises other measures, and delivers what is asked for', async () => {
    const plan = await planOf('a', 'b', '--minimise', 'cost', '--require', 'S 2');
    expect(plan.objectives).toEqual([{ sense: 'minimise', measure: 'cost', value: 7 }]);
    expect(plan.delivered.map(({ ref, why }) => [ref, why])).toEqual([
      ['S 2', 'asked for; shared by 2'],
      ['A 3', 'cheapest for a'],
      ['B 3', 'cheapest for b'],
    ]);
  });

  it('keeps to conditions on one qualification', async () => {
    const plan = await planOf('a', 'b', 'c', '--also', 'a: at least 1 unit from units A 3');
    expect(plan.qualifications[0]?.units.map(({ ref }) => ref)).toEqual(['S 2', 'A 3']);
  });

  it('changes as little as it can of an earlier plan', async () => {
    const { out } = await run('deliver', 'a', 'b', 'c', '--json');
    writeFileSync(join(home, 'plan.json'), out);
    const without = ['a', 'b', 'c', '--exclude', 'S 1', '--keep', 'plan.json'];
    const plan = await planOf(...without);
    expect(plan.objectives.map(({ measure, value }) => [measure, value])).toEqual([
      ['glh', 70],
      ['changes', 3],
    ]);
    const none = await run('deliver', ...without, '--max-changes', '2');
    expect([none.code, none.out]).toEqual([1, expect.stringContaining('at most 2 units differ')]);
  });

  it('shows what fewer units take in hours', async () => {
    const plan = await planOf('a', 'b', '--frontier');
    expect([plan.frontier, plan.frontierComplete]).toEqual([[{ units: 2, glh: 70, status: 'optimal' }], true]);
    const cheap = await planOf('a', 'b', '--frontier', '--exclude', 'S 1');
    expect(cheap.frontier).toEqual([{ units: 3, glh: 70, status: 'optimal' }]);
  });

  it('names the limits that are in each other’s way, and where they would not be', async () => {
    const { code, out } = await run('deliver', 'a', 'b', 'c', '--max-units', '1', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      status: 'infeasible',
      unserved: [],
      conflict: [{ statement: 'at most 1 units are delivered', source: { option: '--max-units 1' }, nearest: 2 }],
      smallest: true,
    });
  });

  it('names the qualification that cannot be served', async () => {
    const { code, out } = await run('deliver', 'a', 'c', '--exclude', 'S 2');
    expect(code).toBe(1);
    expect(out).toContain('c cannot be served');
    expect(out).not.toContain('a cannot be served');
  });

  it('gives what it has when the time is up', async () => {
    const { code, out } = await run('deliver', 'a', 'b', '--time-limit', '0.000001', '--json');
    expect([code, out]).toEqual([4, expect.stringMatching(/"status": "(?:feasible|unknown)"/)]);
  });

  it('writes rows for a timetable', async () => {
    expect((await run('deliver', 'a', 'b', 'c', '--csv')).out).toBe(
      'unit,run,period,learner,staff\nS 1,1,,,\nS 2,1,,,\n',
    );
  });

  it.each<[string, readonly string[], RegExp]>([
    ['no qualification', [], /--all/],
    ['names and --all', ['a', '--all'], /not both/],
    ['one qualification twice', ['a', 'a'], /named twice/],
    ['a mistyped id', ['a', 'bb'], /no qualification 'bb' \(did you mean b\?\)/],
    ['a mistyped unit', ['a', '--exclude', 'S 11'], /did you mean S 1\?/],
    ['a statement for nobody', ['a', '--also', 'at least 2 units'], /"a: at least 2 units"/],
    ['a measure that there is not', ['a', '--minimise', 'costs'], /did you mean cost\?/],
    ['changes from nothing', ['a', '--max-changes', '1'], /--keep/],
    ['a plan that is none', ['a', '--keep', 'data/a.csv'], /no JSON/],
    ['a unit out and in', ['a', '--exclude', 'S 1', '--require', 'S 1'], /both/],
    ['a limit that is no number', ['a', '--max-units', 'two'], /whole number/],
  ])('refuses %s', async (_, args, message) => {
    const { code, err } = await run('deliver', ...args);
    expect([code, err]).toEqual([args.includes('--keep') ? 3 : 2, expect.stringMatching(message)]);
  });
});

describe('qualpath overlap', () => {
  it('tells each two, and all, together and apart', async () => {
    const { out } = await run('overlap', '--all', '--models', 'models', '--csv');
    const lines = out.trim().split('\n');
    expect(lines[0]).toBe('a,b,shared-units,shared-credits,shared-glh,joint-glh,separate-glh,saving-glh,status');
    expect(lines).toContain('a,b,2,8,70,70,90,20,optimal');
    expect(lines).toContain('a,c,1,4,30,50,75,25,optimal');
  });

  it('draws how many units each two share', async () => {
    const { out } = await run('overlap', 'a', 'b', 'c');
    expect(out).toContain('Units shared by each two qualifications: a and b share most: 2 units.');
    expect(out).toMatch(/S 1 +Shared one +40 +a, b/);
  });
});
