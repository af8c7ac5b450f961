import { describe, expect, it } from 'vitest';
import { qualpath, qualpathJson } from '../support/command.js';

const OCR = 'ocr-level-3-diploma-customer-service';

describe('qualpath audit', () => {
  it('says what stands where, what does not count, and the cheapest completion', async () => {
    const { code, out, err } = await qualpath([
      'audit',
      OCR,
      '--achieved',
      'data/samples/achieved.csv',
      '--achieved',
      'CS 999',
    ]);
    expect(code).toBe(0);
    expect(out).toContain('Not complete');
    expect(out).toContain('3 more units');
    expect(out).toMatch(/CS 999\s+not in this qualification/);
    expect(out).toMatch(/cheapest completion: 4 new units, 144 new hours/);
    expect(err).toContain('CS 999');
  });

  it('gives the fields of the contract as JSON', async () => {
    const document = (await qualpathJson(['audit', OCR, '--achieved', 'L/506/2150'])) as {
      rule: { statement: string }[];
    };
    expect(document).toMatchObject({
      complete: false,
      uncounted: [],
      completion: { status: 'optimal', verified: true },
    });
    expect(document.rule.find(({ statement }) => statement === 'at least 55 credits')).toEqual({
      statement: 'at least 55 credits',
      value: 5,
      holds: false,
      missing: 50,
      excess: 0,
      words: '50 more credits',
    });
  });

  it('of a complete learner is complete, with no new hours', async () => {
    const { units } = (await qualpathJson(['solve', OCR])) as { units: { ref: string }[] };
    const held = units.flatMap(({ ref }) => ['--achieved', ref]);
    expect(await qualpathJson(['audit', OCR, ...held])).toMatchObject({
      complete: true,
      completion: { totals: { newGlh: 0 } },
    });
  });

  it('refuses a file of many learners', async () => {
    const { code, err } = await qualpath(['audit', OCR, '--achieved', 'data/samples/cohort.ndjson']);
    expect(code).toBe(2);
    expect(err).toContain('qualpath cohort reads such files');
  });

  it('of a rule that cannot be met says so', async () => {
    const { code, out } = await qualpath(['audit', OCR, '--exclude', 'L/506/2150']);
    expect(code).toBe(1);
    expect(out).toContain('No pathway exists');
  });
});

describe('qualpath progress', () => {
  it('lists every qualification, nearest first', async () => {
    const document = (await qualpathJson(['progress', '--achieved', 'data/samples/achieved.csv'])) as {
      status: string;
      newGlh?: number;
    }[];
    const hours = document.flatMap(({ newGlh }) => newGlh ?? []);
    expect(document).toHaveLength(5);
    expect(hours).toEqual([...hours].sort((a, b) => a - b));
    expect(document.filter(({ status }) => status === 'open')).toHaveLength(2);
  });

  it('needs to know what is held, and suggests for what it does not know', async () => {
    expect((await qualpath(['progress'])).code).toBe(2);
    expect((await qualpath(['progress', '--achieved', 'CS 99'])).err).toContain('did you mean');
  });
});

describe('qualpath match', () => {
  it('proposes rows that the table does not have', async () => {
    const { out, code } = await qualpath(['match', 'level-4-diploma-customer-service', OCR, '--csv']);
    expect(code).toBe(0);
    expect(out).toContain('CS 41,Y/506/2183,same,');
  });
});
