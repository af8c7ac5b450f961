import { mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { qualpath, qualpathJson } from '../support/command.js';

const OCR = 'ocr-level-3-diploma-customer-service';
const LEVEL_1 = 'level-1-certificate-customer-service';

const folder = mkdtempSync(join(tmpdir(), 'qualpath-certificates-'));
const file = (name: string): string => join(folder, name);
const BEST = file('best.json');
const NONE = file('none.json');

beforeAll(async () => {
  await qualpath(['solve', OCR, '--certificate', BEST]);
  await qualpath(['solve', LEVEL_1, '--also', 'at most 100 GLH', '--certificate', NONE]);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('qualpath solve --certificate', () => {
  it('writes a proof, and says that it was checked', async () => {
    const path = file('first.json');
    const { code, out, err } = await qualpath(['solve', OCR, '--certificate', path]);
    expect([code, err]).toEqual([0, expect.stringContaining(`written: ${path}`)]);
    expect(out).toMatch(/Re-proved exactly, by a checker without a solver, in \d+ leaf|leaves/);
    expect(readFileSync(path, 'utf8')).toBe(readFileSync(BEST, 'utf8'));
    expect(await qualpathJson(['solve', OCR, '--certificate', path, '--force'])).toMatchObject({
      status: 'optimal',
      certificate: { certified: true },
    });
  });

  it('keeps what is there already, unless it may be replaced', async () => {
    const { code, out, err } = await qualpath(['solve', OCR, '--certificate', BEST]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('is there already; say --force to replace it');
  });

  it('says aloud why there is none, writes nothing, and ends as when a limit was met', async () => {
    const path = file('bounded.json');
    const model = file('bounded.yaml');
    writeFileSync(
      model,
      'title: Bounded\nlevel: 3\ngroups: { A: All }\nrule: [at least 1 unit]\nunits:\n' +
        '  - { group: A, ref: X, title: One, level: 3, credit: 5, glh: TBC 10-30 }\n',
    );
    const { code, out } = await qualpath(['solve', model, '--certificate', path]);
    expect(code).toBe(4);
    expect(out).toContain('Not certified: figures are known within bounds only.');
    expect(existsSync(path)).toBe(false);
  });

  it('is about the statements of the conflict only where no pathway exists', () => {
    const { question, claim } = JSON.parse(readFileSync(NONE, 'utf8')) as {
      question: { rule: string[] };
      claim: { kind: string };
    };
    expect(claim.kind).toBe('infeasible');
    expect(question.rule).toContain('at most 100 GLH');
    expect(question.rule.length).toBeLessThan(5);
  });
});

describe('qualpath verify', () => {
  it('says in words what it proved, and that no model was looked at', async () => {
    const { code, out } = await qualpath(['verify', BEST]);
    expect(code).toBe(0);
    expect(out).toContain('Proved, exactly and without any solver');
    expect(out).toContain('compared with no model');
    expect(out).toContain('at least 55 credits');
  });

  it('says whether the certificate is about the model as it stands now', async () => {
    expect(await qualpathJson(['verify', BEST, '--model', OCR])).toMatchObject({ proved: true, model: 'matches' });
    const { code, out } = await qualpath(['verify', BEST, '--model', LEVEL_1]);
    expect(code).toBe(5);
    expect(out).toContain('It is not about this model as it stands now');
  });

  it('compares a certificate of a request with the same request', async () => {
    const asked = ['verify', NONE, '--model', LEVEL_1];
    const { code, out } = await qualpath(asked);
    expect(code).toBe(5);
    expect(out).toContain('the model does not ask for "at most 100 GLH"');
    const same = await qualpathJson([...asked, '--also', 'at most 100 GLH']);
    expect(same).toMatchObject({ proved: true, model: 'matches', differences: [] });
  });

  it('tells a figure of the model that has changed, although the claim is still proved', async () => {
    const path = file('other-hours.json');
    const text = readFileSync(BEST, 'utf8');
    writeFileSync(path, text.replace('"title":"', '"title":"Another '));
    expect(await qualpathJson(['verify', path, '--model', OCR])).toMatchObject({
      proved: true,
      model: 'differs',
      differences: [expect.stringMatching(/^entry 1 .* differs in title$/)],
    });
  });

  it('names the leaf that does not hold', async () => {
    const path = file('wrong.json');
    const text = readFileSync(BEST, 'utf8');
    writeFileSync(path, text.replace(/"proofs": .*/, '"proofs": [[],[]]'));
    const { code, out } = await qualpath(['verify', path]);
    expect(code).toBe(5);
    expect(out).toMatch(/Not proved\. proof 1, leaf \/: its rows do not contradict each other/);
    expect(out).toContain('It was compared with no model.');
    expect(out).not.toContain('it is proved of');
    expect(out).toContain('What it claims');
  });

  it.each([
    ['nothing', ''],
    ['no JSON', 'proof'],
    ['other JSON', '{"format":"other"}'],
    ['brackets without end', '['.repeat(100_000)],
  ])('cannot read %s, and ends with 3', async (_, text) => {
    const path = file('unreadable.json');
    writeFileSync(path, text);
    const { code, out, err } = await qualpath(['verify', path]);
    expect([code, out]).toEqual([3, '']);
    expect(err).not.toContain('    at ');
  });

  it('cannot read a condition that grows beyond measure when it is spelt out, and says so', async () => {
    const path = file('doubling.json');
    const certificate = JSON.parse(readFileSync(BEST, 'utf8')) as { question: { rule: string[] } };
    certificate.question.rule[0] = `${'exactly 1 of ('.repeat(30)}all units from "A"${')'.repeat(30)}`;
    writeFileSync(path, JSON.stringify(certificate));
    const { code, err } = await qualpath(['verify', path]);
    expect([code, err.includes('a condition has more than 100000 parts once it is spelt out')]).toEqual([3, true]);
  });

  it.each([51, 1600, 20_000])('cannot read a condition that nests %i deep, and says so', async (depth) => {
    const path = file('deep.json');
    const certificate = JSON.parse(readFileSync(BEST, 'utf8')) as { question: { rule: string[] } };
    const nested = `${'at least 1 of ('.repeat(depth)}all units from "A"${')'.repeat(depth)}`;
    certificate.question.rule[0] = nested;
    writeFileSync(path, JSON.stringify(certificate));
    const { code, err } = await qualpath(['verify', path]);
    expect(code).toBe(3);
    expect(err).toContain('a condition nests deeper than 50');
  });

  it('ends with 3 where the file is not there', async () => {
    expect((await qualpath(['verify', file('absent.json')])).code).toBe(3);
  });
});
