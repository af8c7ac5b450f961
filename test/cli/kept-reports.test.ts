import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { CohortLineDocument } from '../../src/report/documents/cohort-line.js';
import type { CohortReportDocument, KeptAnswerDocument } from '../../src/report/documents/report.js';
import { qualpath, qualpathProcess, ROOT } from '../support/command.js';

const OCR = 'ocr-level-3-diploma-customer-service';
const LEVEL_1 = 'level-1-certificate-customer-service';
const COHORT = 'data/samples/cohort.csv';

const newFile = (name: string): string => join(mkdtempSync(join(tmpdir(), 'qualpath-kept-')), name);
const sha256 = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');

async function kept<D>(
  args: readonly string[],
  input?: string,
): Promise<{ out: string; report: KeptAnswerDocument<D> }> {
  const file = newFile('report.json');
  const { out, err } = await qualpath([...args, '--report', file], input === undefined ? {} : { input });
  expect(err).toContain(`written: ${file}`);
  return { out, report: JSON.parse(readFileSync(file, 'utf8')) as KeptAnswerDocument<D> };
}

const keeps = (name: string, document: unknown): unknown => {
  const schema = JSON.parse(readFileSync(join(ROOT, 'schema', `${name}.schema.json`), 'utf8')) as object;
  const validate = new Ajv({ strict: false }).compile(schema);
  return validate(document) ? [] : validate.errors;
};

describe.each([
  ['audit', ['audit', OCR, '--achieved', 'data/samples/achieved.csv', '--json'], 'samples/achieved.csv'],
  ['deliver', ['deliver', OCR, '--cohort', COHORT, '--json'], 'samples/cohort.csv'],
])('the report of %s', (name, args, file) => {
  it('has the answer, the files, the versions and the date', async () => {
    const { out, report } = await kept([...args, '--date', '2026-09-01']);
    expect(report.answer).toEqual(JSON.parse(out));
    expect(report.date).toBe('2026-09-01');
    expect(report.madeBy.solvers.map((it) => it.name)).toContain('highs');
    const names = report.inputs.map((it) => it.file);
    expect(names).toEqual([`models/${OCR}.yaml`, `data/${OCR}.csv`, 'data/equivalences.csv', file]);
    expect(report.inputs.at(-1)?.sha256).toBe(sha256(readFileSync(join(ROOT, 'data', file))));
    expect(keeps(`${name}-report`, report)).toEqual([]);
  });

  it('is a page with the rule besides', async () => {
    const path = newFile('report.html');
    await qualpath([...args, '--report', path]);
    const page = readFileSync(path, 'utf8');
    expect(page).toContain('<li>exactly 31 credits from A</li>');
    expect(page).not.toContain('Date:');
  });
});

describe('the report of a cohort', () => {
  /** What the lines say, counted here. */
  const counted = (out: string, id: string) => {
    const all = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as CohortLineDocument);
    const lines = all.filter(({ qualification = OCR }) => qualification === id);
    const tally = <K>(keys: readonly K[]): Map<K, number> => {
      const counts = new Map<K, number>();
      for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
      return counts;
    };
    return {
      lines,
      hours: tally(lines.flatMap(({ newGlh }) => (newGlh === null ? [] : [newGlh]))),
      units: tally(lines.flatMap(({ newUnits }) => newUnits)),
    };
  };

  it('says in tables what it counts', async () => {
    const args = ['cohort', OCR, '--from', COHORT];
    const { report } = await kept<CohortReportDocument['answer']>(args);
    const path = newFile('report.md');
    await qualpath([...args, '--report', path]);
    const rows = readFileSync(path, 'utf8').split('\n');
    const [it] = report.answer.qualifications;
    if (it === undefined) throw new Error('the cohort is about one qualification');
    const share = (count: number): string => `${((100 * count) / it.learners).toFixed(1)}%`;
    const can = it.statuses.optimal + it.statuses.feasible - it.complete;
    expect([it.complete, can].every((count) => count > 0)).toBe(true);
    expect(rows[0]).toBe('# A cohort towards: OCR Level 3 Diploma in Customer Service');
    expect(rows).toContain(`${it.learners} learners answered.`);
    expect(rows).toContain(`| complete already | ${it.complete} | ${share(it.complete)} |`);
    expect(rows).toContain(`| can complete | ${can} | ${share(can)} |`);
    const needed = it.units.slice(0, 25).map((unit) => {
      return `| ${unit.ref} | ${unit.title} | ${unit.learners} | ${share(unit.learners)} |`;
    });
    const start = rows.indexOf(needed[0] ?? '');
    expect(rows.slice(start, start + needed.length)).toEqual(needed);
    const bins = rows.filter((row) => /^\| \d+ to \d+ \|/.test(row));
    const total = bins.reduce((sum, row) => sum + Number(row.split('|')[2]), 0);
    expect(total).toBe(it.newGlh.reduce((sum, [, count]) => sum + Number(count), 0));
  });

  it.each([
    ['one', [OCR]],
    ['several', [OCR, LEVEL_1]],
    ['the nearest of all', ['--all', '--nearest', '2']],
  ])('counts what the lines say, towards %s', async (_, asked) => {
    const { out, report } = await kept<CohortReportDocument['answer']>(['cohort', ...asked, '--from', COHORT]);
    expect(keeps('cohort-report', report)).toEqual([]);
    expect(report.answer.learners).toBe(12);
    for (const it of report.answer.qualifications) {
      const { lines, hours, units } = counted(out, it.qualification);
      expect([it.learners, it.complete]).toEqual([
        lines.length,
        lines.filter(({ complete }) => complete === true).length,
      ]);
      expect(new Map(it.newGlh.map(([value, learners]) => [value, Number(learners)]))).toEqual(hours);
      expect(new Map(it.units.map(({ ref, learners }) => [ref, learners]))).toEqual(units);
      expect(it.units.map(({ learners }) => learners)).toEqual(
        it.units.map(({ learners }) => learners).toSorted((a, b) => b - a),
      );
      expect(it.units.filter(({ title }) => title === null)).toEqual([]);
    }
    expect(report.answer.qualifications.length).toBeGreaterThan(asked.length === 1 ? 0 : 1);
    expect(report.inputs.at(-1)).toEqual({
      file: 'samples/cohort.csv',
      sha256: sha256(readFileSync(join(ROOT, COHORT))),
    });
  });

  it('tells what came through a pipe by its digest, and is the same on several threads', async () => {
    const input = readFileSync(join(ROOT, COHORT), 'utf8');
    const piped = await kept<CohortReportDocument['answer']>(['cohort', OCR], input);
    expect(piped.report.inputs.at(-1)).toEqual({ file: '<stdin>', sha256: sha256(input) });
    const file = newFile('report.json');
    qualpathProcess(['cohort', OCR, '--from', COHORT, '--jobs', '2', '--report', file]);
    const report = JSON.parse(readFileSync(file, 'utf8')) as KeptAnswerDocument<unknown>;
    expect(report.answer).toEqual(piped.report.answer);
  });

  it('says how many are complete, their hours and the units most needed', async () => {
    const path = newFile('report.md');
    await qualpath(['cohort', OCR, '--from', COHORT, '--report', path]);
    const text = readFileSync(path, 'utf8');
    for (const words of [
      '12 learners answered',
      '| complete already |',
      '## New hours still to do',
      '## Units most needed',
      'Learners by new guided learning hours',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('is not written where the run stopped at a line that cannot be read, unless those are left out', async () => {
    const input = '{"learner":"a","achieved":[]}\nnothing\n{"learner":"b","achieved":[]}\n';
    const path = newFile('report.json');
    expect((await qualpath(['cohort', OCR, '--report', path], { input })).code).toBe(3);
    expect(existsSync(path)).toBe(false);
    const { code } = await qualpath(['cohort', OCR, '--report', path, '--keep-going'], { input });
    expect([code, existsSync(path)]).toEqual([3, true]);
  });
});

describe('a report that cannot be written', () => {
  it.each([
    ['audit', ['audit', OCR, '--achieved', 'CS 1']],
    ['deliver', ['deliver', OCR]],
    ['cohort', ['cohort', OCR, '--from', COHORT]],
  ])('is refused before %s answers', async (_, args) => {
    const path = newFile('report.html');
    writeFileSync(path, 'mine');
    const there = await qualpath([...args, '--report', path]);
    expect([there.code, there.out, readFileSync(path, 'utf8')]).toEqual([2, '', 'mine']);
    expect((await qualpath([...args, '--report', path, '--force'])).code).toBe(0);
    const ending = await qualpath([...args, '--report', newFile('report.pdf')]);
    expect([ending.code, ending.out, ending.err]).toEqual([2, '', expect.stringContaining('says no format')]);
    const date = await qualpath([...args, '--report', newFile('report.md'), '--date', '1.9.2026']);
    expect([date.code, date.out]).toEqual([2, '']);
  });
});
