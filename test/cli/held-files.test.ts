import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { qualpath } from '../support/command.js';

const folder = mkdtempSync(join(tmpdir(), 'qualpath-held-'));
const LEVEL_1 = 'level-1-certificate-customer-service';

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

afterAll(() => rmSync(folder, { recursive: true }));

const MARKBOOK = 'learner,form,CS 4,CS 10\nL1,A,pass,\nL2,B,,merit\n';

describe('a markbook on the command line', () => {
  it('is read by audit, for one learner', async () => {
    const path = file('marks.csv', MARKBOOK);
    const { out, err, code } = await qualpath(['audit', LEVEL_1, '--achieved', path, '--learner', 'L2', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ counted: ['CS 10'] });
    expect(err).toContain("The column 'form' of this markbook is left out");
    const none = await qualpath(['audit', LEVEL_1, '--achieved', path]);
    expect([none.code, none.err.includes('--learner picks one')]).toEqual([3, true]);
  });

  it('is read by cohort, with the answers of the same learners a unit a row', async () => {
    const wide = await qualpath(['cohort', LEVEL_1, '--from', file('wide.csv', MARKBOOK)]);
    const long = await qualpath(['cohort', LEVEL_1, '--from', file('long.csv', 'learner,ref\nL1,CS 4\nL2,CS 10\n')]);
    expect(wide.code).toBe(0);
    expect(wide.out).toBe(long.out);
    expect(wide.out.split('\n')).toHaveLength(3);
  });
});

describe('credit in a file of held units', () => {
  it('is compared with the table, and the table counts', async () => {
    const path = file('held.csv', 'ref,credit\nCS 4,99\n');
    const audit = await qualpath(['audit', LEVEL_1, '--achieved', path]);
    expect(audit.err).toContain(`${path}:2:1: warning: CS 4 is held with 99 credits`);
    const cohort = await qualpath([
      'cohort',
      LEVEL_1,
      '--from',
      file('cohort.csv', 'learner,ref,credit\nL1,CS 4,99\n'),
    ]);
    expect(cohort.err).toContain('cohort.csv:2:1: warning: CS 4 is held by L1 with 99 credits');
    expect(cohort.code).toBe(0);
    expect(cohort.out).toBe(
      (await qualpath(['cohort', LEVEL_1, '--from', file('c.csv', 'learner,ref\nL1,CS 4\n')])).out,
    );
  });

  it('is told twenty times at most', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => `L${at},CS 4,99\n`).join('');
    const { err } = await qualpath(['cohort', LEVEL_1, '--from', file('many.csv', `learner,ref,credit\n${rows}`)]);
    expect(err.match(/with 99 credits/g)).toHaveLength(20);
    expect(err.match(/There are more remarks/g)).toHaveLength(1);
  });
});

describe('a learner who holds nothing', () => {
  it.each([
    ['a file of no units', 'ref\n'],
    ['a file of failed ones', 'ref,status\nCS 4,fail\n'],
    ['a markbook with an empty row', 'learner,CS 4\nL1,\n'],
  ])('is answered by progress: %s', async (name, text) => {
    const { out, code } = await qualpath(['progress', '--achieved', file(`${name}.csv`, text)]);
    expect(code).toBe(0);
    expect(out).toMatch(/Level 1 Certificate in +to do/);
  });

  it('has to be said so', async () => {
    const { err, code } = await qualpath(['progress']);
    expect([code, err]).toEqual([2, '--achieved: error: Say what the learner holds, with --achieved.\n']);
  });
});
