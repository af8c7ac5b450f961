import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { qualpath } from '../support/command.js';

const LEVEL_1 = 'level-1-certificate-customer-service';
const OCR = 'ocr-level-3-diploma-customer-service';

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'qualpath-files-'));

const LISTS: readonly (readonly string[])[] = [
  ['list'],
  ['show', LEVEL_1],
  ['units', LEVEL_1],
  ['alternatives', LEVEL_1, '-k', '3'],
  ['overlap', LEVEL_1, OCR],
  ['sweep', LEVEL_1, '--statement', '3=17..19'],
  ['explain', LEVEL_1],
  ['compare', LEVEL_1, OCR],
  ['progress', '--achieved', 'data/samples/achieved.csv'],
  ['match', 'level-4-diploma-customer-service', OCR],
  ['check', LEVEL_1],
  ['deliver', LEVEL_1, OCR],
  ['range', LEVEL_1],
  ['solve', LEVEL_1],
  ['audit', OCR, '--achieved', 'data/samples/achieved.csv'],
];

/** How the files of each format begin. */
const BEGINS: Readonly<Record<string, RegExp>> = {
  txt: /^\S/,
  md: /^[#|0-9-]/,
  csv: /^./,
  json: /^[[{]/,
  html: /^<!doctype html>/,
  xlsx: /^PK/,
};

describe.each(LISTS)('--output of %s', (...given) => {
  const args = given.filter((it): it is string => it !== undefined);

  it('writes every format by the ending of the file', async () => {
    const folder = newFolder();
    for (const [ending, begins] of Object.entries(BEGINS)) {
      const file = join(folder, `answer.${ending}`);
      const { code, out, err } = await qualpath([...args, '--output', file]);
      expect([ending, code, out]).toEqual([ending, 0, '']);
      expect(err).toContain(`written: ${file}`);
      expect(readFileSync(file, 'latin1')).toMatch(begins);
    }
    expect(readdirSync(folder)).toHaveLength(Object.keys(BEGINS).length);
  });

  it('is what is printed otherwise', async () => {
    const folder = newFolder();
    for (const [format, ending] of [
      ['markdown', 'md'],
      ['csv', 'csv'],
      ['html', 'html'],
    ] as const) {
      const file = join(folder, `answer.${ending}`);
      await qualpath([...args, '--output', file]);
      const { out } = await qualpath([...args, '--format', format]);
      expect(readFileSync(file, 'utf8').trimEnd()).toBe(out.trimEnd());
    }
  });
});

describe('a file that cannot be written', () => {
  it('is refused where it is there already, before anything is computed, and is left as it was', async () => {
    const file = join(newFolder(), 'list.csv');
    writeFileSync(file, 'mine');
    const refused = await qualpath(['list', '--output', file]);
    expect([refused.code, refused.out, readFileSync(file, 'utf8')]).toEqual([2, '', 'mine']);
    expect(refused.err).toContain('is there already; say --force to replace it');
    expect((await qualpath(['list', '--output', file, '--force'])).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain(LEVEL_1);
  });

  it.each([
    ['folder', ['--format', 'csv'], 'is a folder'],
    ['none/list.csv', [], 'there is no such folder'],
    ['list.xls', [], 'says no format'],
    ['list', [], 'says no format'],
  ])('is told: %s', async (name, more, words) => {
    const folder = newFolder();
    mkdirSync(join(folder, 'folder'));
    const { code, out, err } = await qualpath(['list', '--output', join(folder, name), ...more]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(words);
    expect(readdirSync(folder)).toEqual(['folder']);
  });

  it('is needed for a workbook', async () => {
    const { code, err } = await qualpath(['list', '--format', 'xlsx']);
    expect([code, err]).toEqual([2, expect.stringContaining('--output FILE.xlsx')]);
  });
});

describe('a title that a spreadsheet would run', () => {
  it('is text in CSV and in a workbook', async () => {
    const folder = newFolder();
    const unit = '{ group: A, ref: A1, title: "=HYPERLINK(1)", level: 3, credit: 5, glh: 27 }';
    writeFileSync(
      join(folder, 'm.yaml'),
      `title: T\ngroups: { A: First }\nunits:\n  - ${unit}\nrule: [at least 5 credits]\n`,
    );
    const csv = await qualpath(['show', './m.yaml', '--format', 'csv'], { cwd: folder });
    expect(csv.out).toContain(`'=HYPERLINK(1)`);
    await qualpath(['show', './m.yaml', '--output', 'm.xlsx'], { cwd: folder });
    const { default: read } = await import('read-excel-file/node');
    const [sheet] = await read(join(folder, 'm.xlsx'));
    expect(sheet?.data[1]).toContain('=HYPERLINK(1)');
  });
});

describe('the formats of check', () => {
  it('may go into a file as well', async () => {
    const folder = newFolder();
    const file = join(folder, 'issues.sarif');
    const { code } = await qualpath(['check', LEVEL_1, '--format', 'sarif', '--output', file]);
    expect([code, JSON.parse(readFileSync(file, 'utf8'))]).toEqual([0, expect.objectContaining({ version: '2.1.0' })]);
  });
});
