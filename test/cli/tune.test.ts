import { describe, expect, it } from 'vitest';
import type { RangeDocument } from '../../src/report/documents/range.js';
import type { TuneDocument } from '../../src/report/documents/tune.js';
import { qualpath, qualpathJson } from '../support/command.js';

const LEVEL_1 = 'level-1-certificate-customer-service';
const LEVEL_2 = 'level-2-diploma-customer-service';
const DRAFT = [LEVEL_2, '--set', 'B&A 38.credit=5', '--set', 'B&A 38.glh=30', '--set', 'a-credits=20'];
const tuned = async (args: readonly string[]): Promise<TuneDocument> =>
  (await qualpathJson(['tune', ...args])) as TuneDocument;

describe('tune', () => {
  it('finds the values of an open name at which single ranges keep to the aims', async () => {
    const values = [10, 14, 18, 22, 26, 30];
    const aims = ['--aim', 'least GLH >= 226', '--aim', 'pathways at least 200,000,000'];
    const found = await tuned([...DRAFT, '--set', 'd-maximum=10', '--parameter', 'c-minimum=10..30:4', ...aims]);
    const holding: object[] = [];
    for (const value of values) {
      const set = ['--set', 'd-maximum=10', '--set', `c-minimum=${value}`];
      const range = (await qualpathJson(['range', ...DRAFT, ...set])) as RangeDocument;
      if ((range.glh.min ?? 0) < 226 || BigInt(range.pathways ?? 0) < 200_000_000n) continue;
      holding.push({
        set: { 'c-minimum': value },
        glh: { min: range.glh.min, max: range.glh.max },
        pathways: range.pathways,
      });
    }
    expect(found.found).toMatchObject(holding);
    expect([found.status, found.holding, found.looked]).toEqual(['found', holding.length, values.length]);
    expect(holding.length).toBeGreaterThan(1);
    expect(holding.length).toBeLessThan(values.length);
  });

  it('chooses both what is open and what is set but may be changed, the nearest to what is set first', async () => {
    const base = [...DRAFT, '--set', 'c-minimum=15', '--aim', 'least GLH >= 229', '--may-change', 'c-minimum'];
    const found = await tuned([...base, '--parameter', 'd-maximum=6..10:4']);
    expect(found.names.map(({ name, written }) => [name, written])).toEqual([
      ['c-minimum', 15],
      ['d-maximum', null],
    ]);
    expect(found.found[0]).toMatchObject({ set: { 'c-minimum': 18 }, change: 3, changed: 1 });
    const changes = found.found.map(({ change }) => change);
    expect(changes).toEqual(changes.toSorted((a, b) => a - b));
  });

  it('says of thresholds of statements what is written, and prefers as it is asked', async () => {
    const args = [LEVEL_1, '--aim', 'least GLH >= 120', '--may-change', '3'];
    const near = await tuned(args);
    const [statement] = near.names;
    expect(statement).toMatchObject({ name: 'statement 3', written: 19 });
    expect(near.asWritten).toMatchObject({ set: { 'statement 3': 19 }, changed: 0, misses: [] });
    expect(near.found[0]).toMatchObject({ change: 0 });
    const [most] = (await tuned([...args, '--prefer', 'most pathways'])).found;
    expect(BigInt(most?.pathways ?? 0)).toBeGreaterThanOrEqual(BigInt(near.found[0]?.pathways ?? 0));
  });

  it('says what stands against it, and how near one gets', async () => {
    const args = ['tune', LEVEL_1, '--aim', 'least GLH >= 150', '--aim', 'most GLH <= 140', '--statement', '3=17..40'];
    const document = (await qualpathJson(args)) as TuneDocument;
    expect([document.status, document.found, document.holding]).toEqual(['none', [], 0]);
    expect(document.conflict.length).toBeGreaterThan(0);
    expect(document.nearest?.misses.length).toBeGreaterThan(0);
    const { code, out } = await qualpath(args);
    expect(code).toBe(0);
    expect(out).toContain('What stands against it');
    expect(out).toContain('The nearest');
  });

  it.each([
    [[LEVEL_1], 'Say what is aimed at'],
    [[LEVEL_1, '--aim', 'fun >= 3', '--may-change', '3'], 'Write an aim as'],
    [[LEVEL_1, '--aim', 'pathways >= 1.5', '--may-change', '3'], 'is no number that pathways could be'],
    [[LEVEL_1, '--aim', 'pathways >= 1'], 'Nothing is open'],
    [[LEVEL_1, '--aim', 'pathways >= 1', '--may-change', '99'], "There is no statement or open name '99'"],
    [[LEVEL_1, '--aim', 'pathways >= 1', '--may-change', '1'], 'has no threshold'],
    [[LEVEL_2, '--aim', 'pathways >= 1'], 'B&A 38.credit has no bounds'],
    [
      [LEVEL_1, '--aim', 'pathways >= 1', '--may-change', '3,4,5', '--statement', '2=0..900'],
      'settings are looked at'.slice(0, 8),
    ],
    [[LEVEL_1, '--aim', 'pathways >= 1', '--prefer', 'fun'], 'least change'],
    [['none', '--aim', 'pathways >= 1'], 'There is no qualification'],
  ])('refuses %j', async (args, words) => {
    const { code, out, err } = await qualpath(['tune', ...args]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(words);
  });

  it('tells all faults at once', async () => {
    const { err } = await qualpath(['tune', LEVEL_1, '--aim', 'fun', '--aim', 'pathways >= x', '--may-change', '99']);
    expect(err.trim().split('\n')).toHaveLength(3);
  });

  it('stops at its time, and says how far it came', async () => {
    const args = ['tune', LEVEL_1, '--aim', 'pathways >= 1', '--may-change', '2,3', '--time-limit', '0.000001'];
    const { code, out } = await qualpath(args);
    expect(code).toBe(4);
    expect(out).toContain('The time ended after 0 of');
  });
});
