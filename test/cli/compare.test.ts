import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CompareDocument } from '../../src/report/documents/compare.js';
import { qualpath, qualpathJson } from '../support/command.js';

const folder = mkdtempSync(join(tmpdir(), 'qualpath-compare-'));
const write = (name: string, lines: readonly string[]): void =>
  writeFileSync(join(folder, name), `${lines.join('\n')}\n`);

const model = (table: string, rule: readonly string[]): readonly string[] => [
  'title: Draft',
  `units: ${table}`,
  'groups: { A: Mandatory, B: Optional }',
  'rule:',
  ...rule.map((statement) => `  - ${statement}`),
];

beforeAll(() => {
  const head = 'group,ref,title,level,credit,glh';
  write('old.csv', [head, 'A,U 1,One,2,5,30', 'B,U 2,Two,2,4,20', 'B,U 3,Three,3,3,25', 'B,U 4,Four,3,2,10']);
  write('new.csv', [head, 'A,U 1,One,2,5,30', 'B,U 2,Two,2,4,24', 'B,U 3,Three,3,3,25', 'B,U 5,Five,3,6,12']);
  write('may.yaml', model('old.csv', ['all units from A', 'at least 9 credits']));
  write('june.yaml', model('new.csv', ['all units from A', 'at least 11 credits', 'at most 2 units from B']));
  write('learners.csv', ['learner,ref', 'Ann,U 2', 'Bea,U 3', 'Bea,U 4', 'Cid,U 2', 'Cid,U 3', 'Dee,U 9']);
});

const DRAFTS = ['compare', 'may.yaml', 'june.yaml'];

describe('qualpath compare', () => {
  it('tells units and statements that changed, and what that did to the figures', async () => {
    const compared = (await qualpathJson(DRAFTS, folder)) as CompareDocument;
    expect(compared.units).toEqual({
      added: ['U 5'],
      removed: ['U 4'],
      changed: [{ ref: 'U 2', field: 'glh', before: 20, after: 24 }],
    });
    expect(compared.statements).toEqual({
      added: ['at least 11 credits', 'at most 2 units from B'],
      removed: ['at least 9 credits'],
    });
    expect(compared.before).toMatchObject({ glh: { min: 50, max: 85 }, pathways: '5' });
    expect(compared.after).toMatchObject({ glh: { min: 42, max: 79 }, pathways: '4' });
  });

  it('counts the pathways that are lost and gained, with an example of each and why', async () => {
    // Before: U 1 with U 2, with U 2 and 3, with U 2 and 4, with U 3 and 4, with all; after: with U 2 and 3, and with U 5 and none or one.
    const { pathways, examples } = (await qualpathJson(DRAFTS, folder)) as CompareDocument;
    expect(pathways).toEqual({ lost: '4', gained: '3', kept: '1' });
    expect(examples.lost).toMatchObject({ units: [{ ref: 'U 1' }, { ref: 'U 2' }], why: ['at least 11 credits'] });
    expect(examples.gained).toMatchObject({ units: [{ ref: 'U 1' }, { ref: 'U 5' }], why: ['U 5 is not listed'] });
  });

  it('tells which learners are better or worse off', async () => {
    const { learners } = (await qualpathJson([...DRAFTS, '--cohort', 'learners.csv'], folder)) as CompareDocument;
    expect(learners).toEqual([
      { learner: 'Ann', before: 30, after: 42, change: 'worse' },
      { learner: 'Bea', before: 30, after: 42, change: 'worse' },
      { learner: 'Cid', before: 30, after: 30, change: 'same' },
      { learner: 'Dee', before: 50, after: 42, change: 'better' },
    ]);
  });

  it('fits a page', async () => {
    const { code, out } = await qualpath([...DRAFTS, '--cohort', 'learners.csv'], { cwd: folder });
    expect(code).toBe(0);
    expect(out).toContain('Of 4 learners: 1 better off, 2 worse off, 1 as before.');
    expect(out).toContain('One that is no longer valid');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('finds nothing between a model and itself, and answers where one has no pathway', async () => {
    const same = await qualpath(['compare', 'may.yaml', 'may.yaml'], { cwd: folder });
    expect([same.code, same.out.includes('Units and statements are the same.')]).toEqual([0, true]);
    write('never.yaml', model('old.csv', ['at least 99 credits']));
    const never = await qualpath(['compare', 'may.yaml', 'never.yaml'], { cwd: folder });
    expect([never.code, never.out.includes('no pathway')]).toEqual([0, true]);
    const { pathways } = (await qualpathJson(['compare', 'may.yaml', 'never.yaml'], folder)) as CompareDocument;
    expect(pathways).toEqual({ lost: '5', gained: '0', kept: '0' });
  });

  it('asks for open values of either, and takes them for one or both', async () => {
    const draft = 'level-2-diploma-customer-service';
    const refused = await qualpath(['compare', draft, 'level-1-certificate-customer-service']);
    expect([refused.code, refused.err.includes('c-minimum')]).toEqual([2, true]);
    const set = ['a-credits=20', 'B&A 38.credit=5', 'c-minimum=10', `${draft}: d-maximum=10`];
    const args = ['compare', draft, 'level-1-certificate-customer-service', ...set.flatMap((it) => ['--set', it])];
    const { pathways } = (await qualpathJson(args)) as CompareDocument;
    expect(pathways).toEqual({ lost: '272191709', gained: '871', kept: '0' });
  });

  it('ends with 4 at its time limit', async () => {
    const { code, out } = await qualpath([...DRAFTS, '--time-limit', '0.000001'], { cwd: folder });
    expect([code, out.includes('too many to be compared')]).toEqual([4, true]);
  });

  it('tells every model that is not there', async () => {
    const { code, err } = await qualpath(['compare', 'nowhere', 'neither']);
    expect([code, err.includes('nowhere'), err.includes('neither')]).toEqual([2, true, true]);
  });
});
