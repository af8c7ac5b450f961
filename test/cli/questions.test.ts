import { describe, expect, it } from 'vitest';
import { qualpath, qualpathJson } from '../support/command.js';

const OCR = 'ocr-level-3-diploma-customer-service';

const widest = (text: string): number => Math.max(...text.split('\n').map((line) => line.length));

describe('qualpath range', () => {
  it('gives the fields of the contract, each figure with a witness, and agrees with solve', async () => {
    const range = (await qualpathJson(['range', OCR])) as Record<string, Record<string, unknown>>;
    const solved = (await qualpathJson(['solve', OCR, '--minimise', 'glh'])) as { totals: { glh: number } };
    expect(range).toMatchObject({
      glh: { min: solved.totals.glh, max: 684, maxAtMinimumCredit: 375 },
      credits: { min: 55, max: 123 },
      units: { min: 11, max: 32 },
      tqt: { min: 550, max: 1230 },
      pathways: '1597053447',
    });
    expect(Object.keys(range['witnesses'] ?? {})).toHaveLength(9);
  });

  it('shows a pathway behind each figure when asked', async () => {
    const { out } = await qualpath(['range', OCR, '--witness']);
    expect(out).toContain('A pathway with the lowest GLH');
    expect(widest(out)).toBeLessThanOrEqual(80);
  });

  it('explains why there is no figure when there is no pathway', async () => {
    const { code, out } = await qualpath(['range', OCR, '--exclude', 'L/506/2150']);
    expect(code).toBe(1);
    expect(out).toContain('cannot hold together');
  });
});

describe('qualpath alternatives', () => {
  it('says whether the list is complete, and lists differences from the first', async () => {
    const all = await qualpath(['alternatives', OCR, '-k', '9', '--within', '2']);
    expect(all.out).toContain('5 of 5 pathways within 2 of the best');
    expect(all.out).toContain('(complete)');
    expect(widest(all.out)).toBeLessThanOrEqual(80);
    const some = await qualpathJson(['alternatives', OCR, '-k', '3', '--within', '2']);
    expect(some).toMatchObject({ complete: false, total: '5', optimal: '1', pathways: [{}, {}, {}] });
  });

  it.each([
    ['-k', '0'],
    ['-k', 'many'],
    ['--within', '-1'],
  ])('refuses %s %s', async (option, value) => {
    expect((await qualpath(['alternatives', OCR, option, value])).code).toBe(2);
  });
});

describe('a second opinion', () => {
  it('is had of every answer', async () => {
    for (const command of ['units', 'alternatives']) {
      expect(await qualpathJson([command, OCR, '--confirm'])).toMatchObject({ confirmedBy: ['highs'] });
    }
    expect(await qualpathJson(['range', OCR, '--confirm'])).toMatchObject({
      witnesses: { 'glh.min': { by: 'decision diagram', confirmedBy: ['highs'] } },
    });
  });
});

describe('qualpath units', () => {
  it('gives the price of every unit, sorted as asked', async () => {
    const document = (await qualpathJson(['units', OCR, '--sort', 'cost'])) as {
      optimum: number;
      units: { ref: string; with: number; without: number | null; costs: number; status: string }[];
    };
    const costs = document.units.map((unit) => unit.costs);
    expect(document.optimum).toBe(289);
    expect(document.units).toHaveLength(45);
    expect(costs).toEqual([...costs].sort((a, b) => a - b));
    expect(document.units.filter(({ status }) => status === 'forced')).toHaveLength(6);
    const negotiate = document.units.find(({ ref }) => ref === 'H/506/1912');
    expect(negotiate).toMatchObject({ with: 290, without: 289, status: 'free' });
  });

  it('fits the page', async () => {
    expect(widest((await qualpath(['units', OCR])).out)).toBeLessThanOrEqual(80);
  });

  it('refuses an order that it does not know', async () => {
    const { code, err } = await qualpath(['units', OCR, '--sort', 'colour']);
    expect(code).toBe(2);
    expect(err).toContain('table, cost, share, glh');
  });
});
