import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { qualpath, qualpathJson, ROOT } from '../support/command.js';

interface ToldIssue {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly source: { readonly file: string; readonly line: number; readonly column: number };
}

const HEAD = `title: Draft
groups:
  A: Mandatory units
  B: Optional units
  C: Further units
units:
  - { group: A, ref: A1, title: One, level: 3, credit: 5, glh: 27 }
  - { group: A, ref: A2, title: Two, level: 3, credit: 4, glh: 40 }
  - { group: B, ref: B1, title: Three, level: 3, credit: 5, glh: 21 }
  - { group: B, ref: B2, title: Four, level: 2, credit: 3, glh: 20 }
  - { group: C, ref: C1, title: Five, level: 3, credit: 4, glh: 18 }
rule:
`;

const RULE_LINE = 12;

const folder = mkdtempSync(join(tmpdir(), 'qualpath-check-'));
mkdirSync(join(folder, 'models'));

/** Writes a model with this rule, line by line, and returns its path. */
function draft(name: string, rule: readonly string[], rest = ''): string {
  const path = join('models', `${name}.yaml`);
  writeFileSync(join(folder, path), `${HEAD}${rule.map((line) => `  - ${line}\n`).join('')}${rest}`);
  return path;
}

const TABLES = ['equivalences.csv', 'level-4-diploma-customer-service.csv'];

const check = (args: readonly string[]) => qualpath(['check', ...args], { cwd: folder });

const told = async (args: readonly string[]): Promise<readonly ToldIssue[]> =>
  (await qualpathJson(['check', ...args], folder)) as readonly ToldIssue[];

const brief = (issues: readonly ToldIssue[]): string[] =>
  issues.map(({ code, severity, source }) => `${source.line} ${severity} ${code}`);

const GOOD = ['all units from A', 'at least 13 credits', 'at least 3 credits from B', 'at most 8 credits from B or C'];

describe('qualpath check', () => {
  it('knows what the statements of the shipped models imply, and where their figures for one unit differ', async () => {
    const ids = [1, 2, 3, 4].map(
      (level) => `level-${level}-${level === 1 ? 'certificate' : 'diploma'}-customer-service`,
    );
    const { code, out, err } = await qualpath(['check', ...ids, 'ocr-level-3-diploma-customer-service']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(
      "'at least 15 credits from B' never binds: 'at least 55 credits', 'at most 9 credits from C' together imply it.",
    );
    expect(out).toContain("a-credits is open until --set gives it; nothing is proved yet about 'exactly a-credits");
    expect(out).toContain('CS 41 (level 4, 4 credits) counts as the same unit as CS 41 (level 4, 5 credits)');
    expect(out).toMatch(/\n5 models checked: 0 errors, 2 warnings, \d+ notes\.\n$/);
  });

  it('ends with 0 when there are warnings only, each at its line', async () => {
    const path = draft('warnings', ['all units from A', 'at least 13 credits', 'at most one of units A1, C1']);
    expect((await check([path])).code).toBe(0);
    expect(brief(await told([path]))).toEqual(['4 warning group-not-mentioned', '11 warning unit-in-no-pathway']);
  });

  it('ends with 1 when the rule cannot be met, and names the statement and the floor that is out of reach', async () => {
    const path = draft('floor', [...GOOD, 'at least 9 credits from B']);
    const { code, out } = await check([path]);
    expect(code).toBe(1);
    expect(out).toContain(
      `${path}:${RULE_LINE + 5}:5: error: 'at least 9 credits from B' can never be met: the units it looks at hold only 8 credits in all.`,
    );
  });

  it('ends with 1 when statements cannot hold together, and tells each of them', async () => {
    const path = draft('clash', ['all units from A', 'at least 20 credits', 'at most 7 credits from B or C']);
    expect((await check([path])).code).toBe(1);
    const issues = await told([path]);
    expect(brief(issues)).toEqual([`${RULE_LINE + 2} error conflict`, `${RULE_LINE + 3} error conflict`]);
    expect(issues[0]?.message).toContain('A pathway would exist if its figure were 16.');
  });

  it('tells statements that never bind, and alternatives that are none', async () => {
    const path = draft('implied', [
      'all units from A',
      'exactly 9 credits from A',
      'any of:\n      - at least 9 credits from B\n      - at least 1 unit from C',
    ]);
    expect((await check([path])).code).toBe(0);
    expect(brief(await told([path]))).toEqual([
      `${RULE_LINE + 1} note never-binds`,
      `${RULE_LINE + 4} warning dead-alternative`,
    ]);
  });

  it('sets printed figures beside the computed ones', async () => {
    const rest = 'published:\n  minimum-glh: 100\n  maximum-glh: 88\n  group-totals:\n    B: { credits: 9, glh: 41 }\n';
    const path = draft('figures', GOOD, rest);
    const issues = await told([path]);
    expect(brief(issues)).toEqual([
      `${RULE_LINE + 6} warning figure-differs`,
      `${RULE_LINE + 9} warning group-total-differs`,
    ]);
    expect(issues[0]?.message).toBe('The printed lowest GLH is 100; by the rule it is 88.');
    expect(issues[1]?.message).toBe('The printed total of group B is 9 credits; its units add up to 8.');
  });

  it('proves what it can while a value is open, and the rest once it is set', async () => {
    const rest = 'parameters:\n  c-minimum: { min: 0, max: 9 }\n';
    const path = draft(
      'open',
      ['all units from A', 'at least 10 credits from B', 'at least c-minimum credits from C'],
      rest,
    );
    expect(brief(await told([path]))).toEqual([`${RULE_LINE + 2} error never-met`, `${RULE_LINE + 5} note open-value`]);
    expect(brief(await told([path, '--set', 'c-minimum=5']))).toEqual([
      `${RULE_LINE + 2} error never-met`,
      `${RULE_LINE + 3} error never-met`,
    ]);
  });

  it('says nothing of statements about what a learner holds', async () => {
    const path = draft('held', [
      ...GOOD,
      'at most 4 credits are achieved already',
      'at most 40% of credits through RPL',
    ]);
    expect(await told([path])).toEqual([]);
  });

  it('gives a setting to the models that know it', async () => {
    const rest = 'parameters:\n  c-minimum: { min: 0, max: 9 }\n';
    const open = draft(
      'with',
      ['all units from A', 'at least c-minimum credits from C', 'at most 5 credits from B'],
      rest,
    );
    const paths = [draft('without', GOOD), open];
    expect((await check([...paths, '--set', 'c-minimum=4'])).code).toBe(0);
    const { code, out } = await check([...paths, '--set', 'c-minimun=4']);
    expect(code).toBe(2);
    expect(out).toContain('There is no open value c-minimun');
  });

  it('takes tables by themselves', async () => {
    const { code, out } = await check(TABLES.map((name) => join(ROOT, 'data', name)));
    expect({ code, out }).toEqual({ code: 0, out: '2 files checked: 0 errors, 0 warnings, 0 notes.\n' });
    const path = join(folder, 'broken.csv');
    writeFileSync(path, 'group,ref,title,level,credit,glh\nA,L/506/2151,One,3,five,30\n');
    expect(await check([path])).toMatchObject({ code: 3, out: expect.stringContaining('broken.csv:2:') as string });
  });

  it('ends with 2 on wrong usage', async () => {
    expect((await check([])).code).toBe(2);
    expect((await check(['no-such-model'])).code).toBe(2);
    expect((await check([draft('good', GOOD), '--set', 'x'])).code).toBe(2);
    expect((await check([draft('good', GOOD), '--time-limit', 'soon'])).code).toBe(2);
  });

  it('ends with 3 on a file with errors, all of them told at once', async () => {
    const path = draft('bad', ['55 credits', 'at least 3 credits from D', 'at least 3 credits from B:']);
    expect((await check([path])).code).toBe(3);
    expect(brief(await told([path]))).toEqual([1, 2, 3].map((line) => `${RULE_LINE + line} error statement`));
    expect((await check(['models/lost.yaml'])).code).toBe(3);
    expect((await check([path, draft('floor', ['at least 9 credits from B'])])).code).toBe(3);
  });

  it('ends with 4 when the time limit stops the proofs, and says so', async () => {
    const { code, out } = await check([draft('good', GOOD), '--time-limit', '0.000001']);
    expect(code).toBe(4);
    expect(out).toContain('The time limit stopped the proofs about this rule');
  });

  it('warns of check characters', async () => {
    const path = join('models', 'letters.yaml');
    const text = `number: 601/3435/4\n${HEAD}${GOOD.map((line) => `  - ${line}\n`).join('')}`;
    writeFileSync(join(folder, path), text.replace('ref: B1', 'ref: K/506/2150'));
    expect((await check([path])).code).toBe(0);
    expect(brief(await told([path]))).toEqual(['1 warning check-character', '10 warning check-character']);
  });
});

describe('issues for tools around a repository', () => {
  const path = draft('tools', ['at least 5 credits']);

  it('are workflow commands with --format github', async () => {
    const { out, code } = await check([path, '--format', 'github']);
    expect(out).toMatch(/^::warning file=.*,line=\d+,col=\d+,title=group-not-mentioned::No statement mentions/m);
    expect(code).toBe(0);
  });

  it('are a SARIF log with --format sarif', async () => {
    const { out } = await check([path, '--format', 'sarif']);
    expect(JSON.parse(out)).toMatchObject({ version: '2.1.0', runs: [{ tool: { driver: { name: 'qualpath' } } }] });
  });

  it('are nothing at all, or an empty log, where there are none', async () => {
    const clean = draft('clean-for-tools', GOOD);
    expect((await check([clean, '--format', 'github'])).out).toBe('');
    expect(JSON.parse((await check([clean, '--format', 'sarif'])).out)).toMatchObject({
      runs: [{ results: [] }],
    });
  });

  it('names the formats there are', async () => {
    const { err, code } = await check([path, '--format', 'junit']);
    expect(err).toContain('text, markdown, csv, json, html, xlsx, github, sarif');
    expect(code).toBe(2);
  });
});
