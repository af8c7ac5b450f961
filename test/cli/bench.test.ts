import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BenchDocument } from '../../src/report/documents/bench.js';
import { qualpath, qualpathJson } from '../support/command.js';

const SMALL = ['bench', 'equalities', 'learners', '--quick', '--runs', '1', '--solver', 'diagram', '--solver', 'yalps'];

describe('qualpath bench', () => {
  it('compares answers and prints what everybody took', async () => {
    const { code, out } = await qualpath(SMALL);
    expect(code).toBe(0);
    for (const words of ['One question on a rule of exact sums', 'A cohort of learners', 'diagram', 'Each next']) {
      expect(out).toContain(words);
    }
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(90);
  });

  it('gives all of it as a document', async () => {
    const { families, solvers, runs, quick } = (await qualpathJson(SMALL)) as BenchDocument;
    expect([families.map(({ id }) => id), solvers.map(({ name }) => name)]).toEqual([
      ['equalities', 'learners'],
      ['diagram', 'yalps'],
    ]);
    expect([runs, quick]).toEqual([1, true]);
    const standings = families.flatMap(({ instances }) => instances.flatMap((it) => it.solvers));
    expect(new Set(standings.map(({ verdict }) => verdict))).toEqual(new Set(['agrees']));
    expect(standings.filter(({ milliseconds }) => !((milliseconds?.one.median ?? 0) > 0))).toEqual([]);
  });

  it('writes a page, its pictures and the document into a folder, and replaces nothing unasked', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'qualpath-')), 'results');
    expect((await qualpath([...SMALL, '--output', folder])).code).toBe(0);
    const page = readFileSync(join(folder, 'RESULTS.md'), 'utf8');
    const shown = [...page.matchAll(/\]\(([^)]+\.svg)\)/g)].map((match) => match[1] ?? '');
    expect(shown.length).toBeGreaterThanOrEqual(4);
    expect(readdirSync(folder).toSorted()).toEqual(['RESULTS.md', ...shown, 'results.json'].toSorted());
    const again = await qualpath([...SMALL, '--output', folder]);
    expect([again.code, again.err.includes('there already')]).toEqual([2, true]);
  });

  it.each<[string[], string]>([
    [['bench', 'plane'], "There is no family 'plane' (did you mean plain?)"],
    [['bench', '--solver', 'yalp'], "There is no solver 'yalp' (did you mean yalps?)"],
    [['bench', '--runs', '0'], 'a whole number from 1'],
    [['bench', '--time-limit', 'soon'], 'seconds above 0'],
  ])('%j gets a sentence that helps', async (args, words) => {
    const { code, out, err } = await qualpath(args);
    expect(err).toContain(words);
    expect([code, out]).toEqual([2, '']);
  });
});
