import { describe, expect, it } from 'vitest';
import type { ExplainDocument } from '../../src/report/documents/explain.js';
import { qualpath, qualpathJson } from '../support/command.js';

const LEVEL_1 = 'level-1-certificate-customer-service';

describe('qualpath explain', () => {
  it('says what solve and range say of the rule with each change', async () => {
    const explained = (await qualpathJson(['explain', LEVEL_1])) as ExplainDocument;
    expect(explained).toMatchObject({ least: 120, pathways: '871', complete: true });
    const binding = explained.statements.filter(({ binds }) => binds).map(({ statement }) => statement);
    expect(binding).toEqual(['at least 19 credits']);
    const tighter = explained.statements
      .flatMap(({ steps }) => steps)
      .find(({ statement }) => /20 credits/.test(statement));
    expect(await qualpathJson(['range', LEVEL_1, '--also', 'at least 20 credits'])).toMatchObject({
      glh: { min: tighter?.least },
      pathways: tighter?.pathways,
    });
    const [pair] = explained.pairs ?? [];
    const excluded = (pair?.refs ?? []).flatMap((ref) => ['--exclude', ref]);
    expect(await qualpathJson(['solve', LEVEL_1, ...excluded])).toMatchObject({ totals: { newGlh: pair?.least } });
    const essential = explained.withdrawals?.filter(({ least }) => least === null).map(({ refs }) => refs[0]);
    expect(essential).toEqual(['CS 1', 'CS 2', 'B&A 2', 'B&A 3']);
  });

  it('fits a page', async () => {
    const { code, out } = await qualpath(['explain', LEVEL_1]);
    expect(code).toBe(0);
    expect(out).toContain('No pathway does without CS 1, CS 2, B&A 2, B&A 3.');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('explains why there is nothing to explain, and asks for hours that it needs', async () => {
    const none = await qualpath(['explain', LEVEL_1, '--exclude', 'CS 1']);
    expect([none.code, none.out.includes('cannot hold together')]).toEqual([1, true]);
    const open = await qualpath(['explain', 'level-2-diploma-customer-service']);
    expect([open.code, open.err.includes('B&A 38.glh')]).toEqual([2, true]);
  });

  it('ends with 4 at its time limit', async () => {
    expect((await qualpath(['explain', LEVEL_1, '--time-limit', '0.000001'])).code).toBe(4);
  });
});
