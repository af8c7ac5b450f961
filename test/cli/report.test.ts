import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { ReportDocument } from '../../src/report/documents/report.js';
import { qualpath, qualpathJson, ROOT } from '../support/command.js';

const LEVEL_1 = 'level-1-certificate-customer-service';
const OCR = 'ocr-level-3-diploma-customer-service';

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'qualpath-report-'));
const sha256 = (file: string): string =>
  createHash('sha256')
    .update(readFileSync(join(ROOT, file)))
    .digest('hex');

describe('the evidence of a qualification', async () => {
  const document = (await qualpathJson(['report', LEVEL_1, '--date', '2026-09-01'])) as ReportDocument;
  const [evidence] = document.qualifications;

  it('has what the single commands answer', async () => {
    expect(document.date).toBe('2026-09-01');
    const show = await qualpathJson(['show', LEVEL_1]);
    expect(evidence?.qualification).toEqual(show);
    const range = await qualpathJson(['range', LEVEL_1, '--distribution', '--confirm']);
    expect(evidence?.range).toEqual(range);
    // Who is asked first differs.
    const best = (await qualpathJson(['solve', LEVEL_1])) as object;
    if (evidence?.best?.status !== 'optimal') throw new Error('there is a best pathway');
    const { solver, confirmedBy, ...same } = evidence.best;
    expect(best).toMatchObject(same);
    expect([solver, confirmedBy]).toEqual(['decision diagram', ['highs']]);
    const explain = await qualpathJson(['explain', LEVEL_1]);
    expect(evidence?.explain).toEqual(explain);
    const check = (await qualpathJson(['check', LEVEL_1])) as readonly { code: string }[];
    expect(evidence?.check.map(({ code }) => code)).toEqual(check.map(({ code }) => code));
  });

  it('numbers the statements', () => {
    expect(evidence?.rule.map(({ number }) => number)).toEqual(evidence?.rule.map((_, at) => at + 1));
    expect(evidence?.rule.map(({ statement }) => statement)).toEqual(
      evidence?.qualification.rule.map(({ statement }) => statement),
    );
  });

  it('names every file that went into it with its digest, and the versions', () => {
    const files = [`models/${LEVEL_1}.yaml`, `data/${LEVEL_1}.csv`, 'data/equivalences.csv'];
    expect(evidence?.inputs).toEqual(files.map((file) => ({ file, sha256: sha256(file) })));
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(document.madeBy?.qualpath).toBe(version);
    const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { version: string }>;
    };
    expect(document.madeBy?.solvers).toEqual(
      ['highs', 'javascript-lp-solver', 'yalps'].map((name) => ({
        name,
        version: lock.packages[`node_modules/${name}`]?.version,
      })),
    );
  });

  it('says of each figure who found it, and that another method confirmed it', () => {
    expect(evidence?.obtained.map(({ figure }) => figure)).toEqual(
      expect.arrayContaining(['lowest GLH', 'highest GLH', 'lowest TQT', 'highest TQT', 'number of pathways']),
    );
    const figures = evidence?.obtained.filter(({ figure }) => /^(lowest|highest|fewest|most|least)/.test(figure)) ?? [];
    expect(figures.filter(({ confirmedBy }) => confirmedBy.length === 0)).toEqual([]);
    expect(figures.length).toBeGreaterThanOrEqual(9);
  });

  it('holds a certificate that verify proves, of the model as it stands', async () => {
    const certificate = evidence?.certificate;
    if (certificate === undefined || 'certified' in certificate) throw new Error('there is no certificate');
    expect(certificate.sha256).toBe(createHash('sha256').update(certificate.text).digest('hex'));
    const file = join(newFolder(), certificate.file);
    writeFileSync(file, certificate.text);
    expect(await qualpathJson(['verify', file, '--model', LEVEL_1])).toMatchObject({ proved: true, model: 'matches' });
  });
});

describe('the page of a report', async () => {
  const { out } = await qualpath(['report', LEVEL_1, OCR, '--format', 'html']);

  it('has a contents that leads to each qualification', () => {
    const titles = ['Level 1 Certificate in Customer Service', 'OCR Level 3 Diploma in Customer Service', 'Versions'];
    for (const [at, title] of titles.entries()) {
      expect(out).toContain(`<li><a href="#part-${at + 1}">${title}</a></li>`);
      expect(out).toContain(`<h2 id="part-${at + 1}">${title}</h2>`);
    }
  });

  it('has every figure, the pictures, and the certificates to be saved', async () => {
    for (const words of [
      'lowest TQT',
      '1,597,053,447 pathways',
      'How each figure was obtained',
      sha256(`data/${OCR}.csv`),
    ]) {
      expect(out).toContain(words);
    }
    expect(out.match(/<svg /g)).toHaveLength(4);
    const saved = [...out.matchAll(/base64,([\w+/=]+)" download="([^"]+)"/g)];
    expect(saved.map(([, , name]) => name)).toEqual([LEVEL_1, OCR].map((id) => `${id}.certificate.json`));
    const file = join(newFolder(), 'saved.json');
    writeFileSync(file, Buffer.from(saved[1]?.[1] ?? '', 'base64'));
    expect(await qualpathJson(['verify', file, '--model', OCR])).toMatchObject({ proved: true, model: 'matches' });
  });

  it('is the same on every run, and has no path of this machine', async () => {
    const again = await qualpath(['report', LEVEL_1, OCR, '--format', 'html']);
    expect(again.out).toBe(out);
    expect(out).not.toContain(ROOT);
    expect(out).not.toMatch(/\b20\d\d-\d\d-\d\d\b/);
  });
});

describe('the other forms of a report', () => {
  it('say the same as Markdown and as a workbook', async () => {
    const folder = newFolder();
    const { code } = await qualpath(['report', LEVEL_1, '--output', join(folder, 'r.md')]);
    expect(code).toBe(0);
    const text = readFileSync(join(folder, 'r.md'), 'utf8');
    expect(text).toContain('## The rule of combination\n\n1. all units from A');
    await qualpath(['report', LEVEL_1, '--output', join(folder, 'r.xlsx')]);
    const sheets = await readWorkbook(join(folder, 'r.xlsx'));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(
      expect.arrayContaining(['Text', 'Lowest and highest figures', 'How each figure was obtained']),
    );
    const figures = sheets.find(({ sheet }) => sheet === 'Lowest and highest figures');
    expect(figures?.data).toEqual(expect.arrayContaining([expect.arrayContaining(['lowest GLH'])]));
    const words = sheets[0]?.data.map(([cell]) => cell);
    expect(words).toEqual(expect.arrayContaining(['1. all units from A']));
  });
});

describe('a report that cannot be whole', () => {
  const cwd = newFolder();
  cpSync(join(ROOT, 'data'), join(cwd, 'data'), { recursive: true });
  mkdirSync(join(cwd, 'models'));
  const unit = (ref: string, glh: string): string =>
    `{ group: A, ref: ${ref}, title: "${ref}", level: 3, credit: 5, glh: ${glh} }`;
  const model = (rule: string, glh = '27'): string =>
    `title: T\ngroups: { A: First }\nunits:\n  - ${unit('A1', glh)}\n  - ${unit('A2', '30')}\nrule:\n  - ${rule}\n`;
  writeFileSync(join(cwd, 'models', 'none.yaml'), model('at least 20 credits'));
  writeFileSync(join(cwd, 'models', 'open.yaml'), model('at least 5 credits', 'TBC'));

  it('says why there is no pathway', async () => {
    const { code, out } = await qualpath(['report', 'none'], { cwd });
    expect(code).toBe(1);
    expect(out).toContain('No pathway exists');
    expect(out).toContain('at least 20 credits');
  });

  it('says what is not known, and what was not checked', async () => {
    const { code, out } = await qualpath(['report', 'open'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('Hours are not known');
    expect(out).toContain('The GLH of A1 is not known');
  });

  it('of all at hand leaves out those with open values, and names them', async () => {
    const { code, err } = await qualpath(
      ['report', '--all', '--models', join(ROOT, 'models'), '--output', 'all.html'],
      { cwd },
    );
    expect([code, err]).toEqual([0, expect.stringContaining('level-2-diploma-customer-service is left out')]);
  });

  it.each([
    [[], 'Name the qualifications'],
    [['nonee'], 'did you mean none?'],
    [['none', 'none'], 'named twice'],
    [['none', '--date', 'today'], 'date'],
    [['level-2-diploma-customer-service'], 'must be set'],
  ])('is refused: %j', async (args, words) => {
    const { code, out, err } = await qualpath(['report', ...args], { cwd });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(words);
  });
});
