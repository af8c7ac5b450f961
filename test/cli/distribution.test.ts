import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RangeDistributionDocument } from '../../src/report/documents/range.js';
import { qualpath, qualpathJson } from '../support/command.js';

const OCR = 'ocr-level-3-diploma-customer-service';

const sumOf = (points: readonly (readonly [number, string])[] | null): string =>
  String((points ?? []).reduce((sum, [, pathways]) => sum + BigInt(pathways), 0n));

describe('qualpath range --distribution', () => {
  it('counts each pathway once by hours, credits and units, between the figures of the range', async () => {
    const range = (await qualpathJson(['range', OCR, '--distribution'])) as RangeDistributionDocument;
    const { glh, credits, units } = range.distribution;
    expect([glh, credits, units].map(sumOf)).toEqual([range.pathways, range.pathways, range.pathways]);
    expect([glh?.[0]?.[0], glh?.at(-1)?.[0]]).toEqual([range.glh.min, range.glh.max]);
    expect(range.frontier?.[0]).toEqual({ credits: 55, minGlh: 289, maxGlh: range.glh.maxAtMinimumCredit });
    expect(range.shares?.filter(({ share }) => share === 1)).toHaveLength(6);
  });

  it('shows it within 80 columns and draws it into one file, which it does not replace unasked', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'qualpath-')), 'hours.svg');
    const { code, out, err } = await qualpath(['range', OCR, '--svg', file]);
    expect([code, err]).toEqual([0, `written: ${file}\n`]);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    const svg = readFileSync(file, 'utf8');
    expect(svg).toContain('<title>Pathways by guided learning hours; Hours against credits</title>');
    expect(svg.match(/<svg/g)).toHaveLength(3);
    const again = await qualpath(['range', OCR, '--svg', file]);
    expect(again.code).toBe(2);
    expect(again.err).toContain('is there already; say --force');
    expect((await qualpath(['range', OCR, '--svg', file, '--force'])).code).toBe(0);
  });

  it('says what it cannot say: hours that nobody knows', async () => {
    const set = ['a-credits=20', 'B&A 38.credit=5', 'c-minimum=10', 'd-maximum=10'].flatMap((it) => ['--set', it]);
    const range = (await qualpathJson([
      'range',
      'level-2-diploma-customer-service',
      '--distribution',
      ...set,
    ])) as RangeDistributionDocument;
    expect(range.distribution.glh).toBeNull();
    expect(sumOf(range.distribution.credits)).toBe(range.pathways);
    expect(range.notSaid?.map(({ figure }) => figure)).toContain('distribution.glh');
  });

  it('writes no picture where there is no pathway', async () => {
    const { code, err } = await qualpath(['range', OCR, '--exclude', 'L/506/2150', '--svg', 'none.svg']);
    expect(code).toBe(1);
    expect(err).toContain('none.svg is not written');
  });
});
