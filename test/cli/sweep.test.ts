import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SweepPointDocument } from '../../src/report/documents/sweep.js';
import { qualpath, qualpathJson } from '../support/command.js';

const DRAFT = 'level-2-diploma-customer-service';
const LEVEL_1 = 'level-1-certificate-customer-service';
const HOURS = ['--set', 'B&A 38.glh=30'];
const REST = [...HOURS, '--set', 'a-credits=20', '--set', 'B&A 38.credit=5'];

async function points(args: readonly string[]): Promise<readonly SweepPointDocument[]> {
  const { out, err } = await qualpath(['sweep', ...args, '--json']);
  if (out === '') throw new Error(err);
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as SweepPointDocument);
}

describe('qualpath sweep', () => {
  it('gives for every setting what range and solve give for it', async () => {
    const swept = await points([
      DRAFT,
      '--parameter',
      'c-minimum=0..60:20',
      '--parameter',
      'd-maximum=0..20:10',
      ...REST,
    ]);
    expect(swept.map(({ set }) => [set['c-minimum'], set['d-maximum']])).toEqual(
      [0, 20, 40, 60].flatMap((c) => [0, 10, 20].map((d) => [c, d])),
    );
    for (const { set, glh, pathways, best } of swept.filter((_, at) => at % 5 === 0)) {
      const given = [...REST, ...Object.entries(set).flatMap(([name, value]) => ['--set', `${name}=${value}`])];
      expect(await qualpathJson(['range', DRAFT, ...given])).toMatchObject({ glh, pathways });
      expect(await qualpathJson(['solve', DRAFT, ...given])).toMatchObject({
        units: best?.units,
        totals: best?.totals,
      });
    }
  });

  it('sweeps the figure of a unit, and says where the rule becomes impossible', async () => {
    const args = [DRAFT, ...HOURS, '--set', 'a-credits=20', '--set', 'c-minimum=10', '--set', 'd-maximum=10'];
    const swept = await points([...args, '--parameter', 'B&A 38.credit=4..6']);
    expect(swept.map(({ status }) => status)).toEqual(['infeasible', 'optimal', 'infeasible']);
    expect(swept[0]).toMatchObject({ pathways: '0', best: null, glh: { min: null, max: null } });
    const { code, out } = await qualpath(['sweep', ...args, '--parameter', 'B&A 38.credit=4..8']);
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, ' ')).toContain('No pathway exists with B&A 38.credit at 4, 6 to 8.');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('sweeps the threshold of a statement, whatever is set or open there', async () => {
    const [one, other] = await points([DRAFT, '--statement', '5=30..31', '--set', 'd-maximum=10', ...REST]);
    const named = await points([DRAFT, '--parameter', 'c-minimum=30..31', '--set', 'd-maximum=10', ...REST]);
    expect(one?.set).toEqual({ 'statement 5': 30 });
    expect([one, other].map((it) => ({ ...it, set: null }))).toEqual(named.map((it) => ({ ...it, set: null })));
  });

  it('prints a table for a spreadsheet, and draws a step line and a heat map', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'qualpath-'));
    const line = join(folder, 'line.svg');
    const args = ['sweep', DRAFT, ...REST, '--set', 'd-maximum=10', '--parameter', 'c-minimum=0..2'];
    const { out } = await qualpath([...args, '--csv', '--svg', line]);
    const [head, ...rows] = out.trim().split('\n');
    expect(head).toBe('c-minimum,status,min-glh,max-glh,pathways,best-credits,best-units');
    expect(rows).toHaveLength(3);
    expect(readFileSync(line, 'utf8')).toContain('<title>GLH by c-minimum</title>');
    const map = join(folder, 'map.svg');
    const both = await qualpath([...args, '--statement', '3=45..46', '--svg', map]);
    expect(both.out).toContain('Lowest GLH; statement 3 across.');
    expect(readFileSync(map, 'utf8').match(/shape-rendering/g)?.length).toBeGreaterThan(6);
  });

  it('names what is open and not swept: what is needed is refused, what is not is told', async () => {
    const refused = await qualpath(['sweep', DRAFT, '--parameter', 'c-minimum=0..3']);
    expect(refused.code).toBe(2);
    for (const name of ['a-credits', 'd-maximum', 'B&A 38.credit']) expect(refused.err).toContain(name);
    const set = ['a-credits=20', 'B&A 38.credit=5', 'd-maximum=10'].flatMap((it) => ['--set', it]);
    const told = await qualpath(['sweep', DRAFT, '--parameter', 'c-minimum=0..1', ...set]);
    expect(told.code).toBe(0);
    expect(told.err).toContain('Open and not swept: B&A 38.glh');
  });

  it.each([
    [['--parameter', 'c-minimum'], 2, 'NAME=FROM..TO'],
    [['--parameter', 'c-minimum=9..3'], 2, 'holds no values'],
    [['--parameter', 'c-minimum=0..3:0'], 2, 'holds no values'],
    [['--parameter', 'c-minimun=0..3'], 2, 'did you mean c-minimum?'],
    [['--parameter', 'c-minimum=60..80'], 3, 'from 0 to 69'],
    [['--statement', '9=0..3'], 2, 'There is no statement 9'],
    [['--statement', '1=0..3'], 2, 'no threshold'],
    [[], 2, 'Say what to sweep'],
    [['--parameter', 'c-minimum=0..69:0.001'], 2, 'are swept at most'],
    [['--parameter', 'c-minimum=0..1', '--parameter', 'c-minimum=0..1'], 2, 'twice'],
  ])('refuses %j with %i', async (args, code, words) => {
    const run = await qualpath(['sweep', DRAFT, ...REST, '--set', 'd-maximum=10', ...args]);
    expect([run.code, run.err.includes(words), run.out]).toEqual([code, true, '']);
  });

  it('stops at its time limit with what it has', async () => {
    const { code, err } = await qualpath(['sweep', LEVEL_1, '--statement', '2=10..20', '--time-limit', '0.000001']);
    expect(code).toBe(4);
    expect(err).toContain('of 11 settings');
  });
});
