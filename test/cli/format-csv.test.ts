import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { qualpath } from '../support/command.js';

const LEVEL_1 = 'level-1-certificate-customer-service';

/** The first table that is printed. */
async function firstTable(args: readonly string[]): Promise<readonly (readonly string[])[]> {
  const { out } = await qualpath([...args, '--format', 'csv']);
  return parse(out.split('\n\n')[0] ?? '');
}

describe('--format csv', () => {
  it.each([
    [['list'], 'Id', 5],
    [['units', LEVEL_1], 'Group', 17],
    [['range', LEVEL_1], 'Figure', 9],
    [['solve', LEVEL_1], 'Group', 4],
  ])('of %j has the first table of the answer', async (args, head, rows) => {
    const [heads = [], ...lines] = await firstTable(args);
    expect(heads).toContain(head);
    expect(lines.length).toBeGreaterThanOrEqual(rows);
  });

  it.each([
    ['sweep', LEVEL_1, '--statement', '3=17..19'],
    ['overlap', LEVEL_1, 'ocr-level-3-diploma-customer-service'],
  ])('of %s is what --csv gives', async (...args) => {
    const [short, long] = [await qualpath([...args, '--csv']), await qualpath([...args, '--format', 'csv'])];
    expect([long.code, long.out]).toEqual([short.code, short.out]);
  });

  it('gives a check as rows', async () => {
    const { out } = await qualpath(['check', 'level-2-diploma-customer-service', '--format', 'csv']);
    expect(out === '\n' || out.startsWith('severity,code,place,message')).toBe(true);
  });
});
