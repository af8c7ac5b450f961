import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsOf } from '../../src/certificate/check.js';
import { UnreadableCertificate, verifyCertificate } from '../../src/certificate/verify.js';
import { claimOf } from '../support/certificates.js';
import { ROOT } from '../support/command.js';

const BY_HAND = join(ROOT, 'data/samples/certificate.json');
const TEXT = readFileSync(BY_HAND, 'utf8');

describe('the worked example of docs/certificates.md', () => {
  it('is proved, in the rows that the page works out', () => {
    expect(verifyCertificate(TEXT)).toMatchObject({ proved: true, leaves: 1, why: null });
    const { rows } = rowsOf(claimOf(TEXT), 0);
    expect(rows).toEqual([
      {
        terms: [
          [0, 5n],
          [1, 4n],
          [2, 3n],
        ],
        plus: -7n,
      },
      {
        terms: [
          [3, 1n],
          [4, 1n],
        ],
        plus: -1n,
      },
      {
        terms: [
          [0, -1n],
          [3, -1n],
        ],
        plus: 1n,
      },
      {
        terms: [
          [1, 1n],
          [2, 1n],
          [4, -1n],
        ],
        plus: 0n,
      },
      {
        terms: [
          [0, -3n],
          [1, -2n],
          [2, -2n],
        ],
        plus: 3n,
      },
    ]);
  });

  it('says what it proved', () => {
    expect(verifyCertificate(TEXT).claims.join()).toBe(
      'no pathway is better than this, taken in order: minimise new-glh: 40; one that comes to it counts C 2, C 3',
    );
  });
});

describe('a text that is no certificate', () => {
  it.each([
    ['another format', TEXT.replace('certificate-1', 'certificate-2')],
    ['a field more', TEXT.replace('"counters"', '"more": 1, "counters"')],
    ['a text for an entry', TEXT.replace('[[1, 2]]', '[["1", 2]]')],
    ['the name of a property for an entry', TEXT.replace('[[1, 2]]', '[["length"]]')],
    ['an entry that is not listed', TEXT.replace('[[1, 2]]', '[[1, 3]]')],
    ['entries out of order', TEXT.replace('[[1, 2]]', '[[2, 1]]')],
    ['an entry twice', TEXT.replace('[[1, 2]]', '[[2, 2]]')],
    ['a text for a multiple', TEXT.replace('[0, 3, 4, 5]', '[0, "3", 4, 5]')],
    ['a row without its multiple', TEXT.replace('[0, 3, 4, 5]', '[0, 3, 4]')],
    ['a part of a number', TEXT.replace('[0, 3, 4, 5]', '[0, 3.5, 4, 5]')],
    ['a figure with four places', TEXT.replace('"credits": "5"', '"credits": "5.0001"')],
    ['a negative figure', TEXT.replace('"credits": "5"', '"credits": "-5"')],
    ['a measure that there is not', TEXT.replace('new-glh', 'newest-glh')],
    ['a figure that is counted and not given', TEXT.replace('"GLH": "30"', '"gl": "30"')],
    ['a sentence of other words', TEXT.replace('at least 7 credits', 'about 7 credits')],
    ['a sentence that goes on', TEXT.replace('at least 7 credits', 'at least 7 credits or so')],
  ])('is refused: %s', (_, text) => {
    expect(text).not.toBe(TEXT);
    expect(() => verifyCertificate(text)).toThrow(UnreadableCertificate);
  });
});

describe('verify.js of the package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qualpath-verify-'));
  const alone = (path: string): { status: number | null; stdout: string; stderr: string } =>
    spawnSync(process.execPath, ['verify.mjs', path], { cwd: folder, encoding: 'utf8' });
  beforeAll(() => {
    const bundle = ['src/node/verify-certificate.ts', '--bundle', '--platform=node', '--format=esm'];
    execFileSync('npx', ['esbuild', ...bundle, `--outfile=${join(folder, 'verify.mjs')}`], {
      cwd: ROOT,
      stdio: 'pipe',
    });
    copyFileSync(BY_HAND, join(folder, 'by-hand.json'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('runs alone, and says in words what is proved', () => {
    const { status, stdout } = alone('by-hand.json');
    expect([status, stdout]).toEqual([0, expect.stringContaining('- at least 7 credits')]);
  });

  it('ends with 5 where nothing is proved, and with 3 where nothing can be read', () => {
    writeFileSync(join(folder, 'false.json'), TEXT.replace('"value": 40', '"value": 41'));
    expect(alone('false.json')).toMatchObject({ status: 5, stdout: expect.stringContaining('not proved') as string });
    writeFileSync(join(folder, 'none.json'), '{');
    expect(alone('none.json')).toMatchObject({ status: 3, stdout: '' });
    expect(alone('absent.json')).toMatchObject({ status: 3, stdout: '' });
  });
});
