import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openModels } from '../../src/node/index.js';

const UNITS = 'group,ref,title,level,credit,glh\nA,X 1,One,2,3,24\nA,X 2,Two,2,3,20\n';
const model = (title: string, rule: string): string =>
  `title: ${title}\nunits: ../units.csv\ngroups: { A: Units }\nrule:\n  - ${rule}\n`;

let home = '';

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'qualpath-workspace-'));
  mkdirSync(join(home, 'models'));
  writeFileSync(join(home, 'units.csv'), UNITS);
  writeFileSync(join(home, 'models', 'near.yaml'), model('Near', 'at least 3 credits'));
  writeFileSync(join(home, 'models', 'far.yaml'), model('Far', 'all units from A'));
  writeFileSync(join(home, 'models', 'broken.yaml'), model('Broken', 'at leats 3 credits'));
});

afterAll(() => rmSync(home, { recursive: true }));

const workspace = (): ReturnType<typeof openModels> =>
  openModels({ userModels: join(home, 'models'), shippedModels: join(home, 'none') });

describe('a workspace', () => {
  it('lists what can be read, and tells what cannot', () => {
    const { document, issues, outcome } = workspace().list();
    expect(document.map(({ id }) => id)).toEqual(['far', 'near']);
    expect(issues.map(({ code }) => code)).toEqual(['statement']);
    expect(outcome).toBe('bad-input');
  });

  it('ranks qualifications by what is missing, past a broken model', async () => {
    const { document, outcome } = await workspace().progress({ achieved: ['X 1'] });
    const known = document.filter(({ status }) => status === 'optimal');
    expect(known.map((it) => [it.id, 'newGlh' in it ? it.newGlh : null])).toEqual([
      ['near', 0],
      ['far', 20],
    ]);
    expect(outcome).toBe('bad-input');
  });

  it('opens a session by id or path', () => {
    expect(workspace().open('NEAR').title).toBe('Near');
    expect(workspace().open(join(home, 'models', 'far.yaml')).title).toBe('Far');
    expect(() => workspace().open('broken')).toThrow(/at leats/);
  });

  it('checks models and tables together', async () => {
    const { document, outcome } = await workspace().check(['broken', join(home, 'units.csv')]);
    expect([document.map(({ code }) => code), outcome]).toEqual([['statement'], 'bad-input']);
  });
});
