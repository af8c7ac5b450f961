import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UnreadableCertificate, verifyCertificate } from '../../src/certificate/verify.js';
import { ROOT } from '../support/command.js';

const TEXT = readFileSync(join(ROOT, 'data/samples/certificate.json'), 'utf8');

interface Parsed {
  question: { entries: Record<string, unknown>[]; rule: string[] };
  claim: { objectives: Record<string, unknown>[]; pathways: number[][] };
  counters: number[][][];
  proofs: unknown[];
}

/** The certificate by hand with something else in it. */
function changed(change: (parsed: Parsed) => void): string {
  const parsed = JSON.parse(TEXT) as Parsed;
  change(parsed);
  return JSON.stringify(parsed);
}

const ruled = (...sentences: string[]): string => changed(({ question }) => void (question.rule = sentences));
const proved = (tree: unknown): string => changed((parsed) => void (parsed.proofs = [tree]));

/** What `verify` says: the kind of answer, and why. */
function told(text: string): readonly [verdict: 'proved' | 'not proved' | 'unreadable', why: string] {
  try {
    const { proved: isProved, why } = verifyCertificate(text);
    return isProved ? ['proved', ''] : ['not proved', why ?? ''];
  } catch (thrown) {
    if (thrown instanceof UnreadableCertificate) return ['unreadable', thrown.message];
    throw thrown;
  }
}

describe('a certificate that is made to deceive', () => {
  it.each([
    ['a field twice', TEXT.replace('"value": 40', '"value": 41, "value": 40'), 'a field is there twice: "value"'],
    ['a field twice, spelt otherwise', TEXT.replace('"value": 40', String.raw`"v\u0061lue": 41, "value": 40`), 'twice'],
    ['a field of every object', TEXT.replace('"value": 40', '"value": 40, "__proto__": {}'), 'none of the format'],
    ['a value that is less than nothing', TEXT.replace('"value": 40', '"value": -40'), 'is no number'],
    ['a value beyond all doubles', TEXT.replace('"value": 40', '"value": 1e400'), 'is no number'],
    ['a value with four places', TEXT.replace('"value": 40', '"value": 40.0001'), 'is no number'],
    ['a multiple below 0', proved([0, -3, 4, 5]), 'no whole number'],
    ['a multiple beyond what is exact', proved([0, 2 ** 53, 4, 5]), 'no whole number'],
    ['counters of entries that there are not', changed((it) => void (it.counters = [[[0, 3]]])), 'no whole number'],
    ['another column behind the first', ruled('at most 1 units of each "a", "b"'), 'should name one column'],
    ['a share that is none', ruled('between 6% and 9 credits'), 'is no sentence'],
    ['a percentage at one end', ruled('between 6 and 9% of credits are from "A"'), 'is no sentence'],
    ['a level that there is not', ruled('at least 1 units at level Entry 9'), 'a level that there is not'],
    ['a bound below 0', ruled('at least -1 units'), 'is no sentence'],
    ['a statement that there is not', ruled('ideally 7 credits'), 'is no sentence'],
    ['a sentence that nests without end', ruled('at least 1 of ('.repeat(100_000)), 'nests deeper'],
    ['a list that nests without end', `${'['.repeat(500_000)}${']'.repeat(500_000)}`, ''],
    ['a tree that is deeper than any', proved(deepTree(2000)), 'deeper than 1000 branches'],
    [
      'parts without number',
      ruled(`at least 1 of (${'at least 1 units; '.repeat(60_000)}at least 1 units)`),
      'more than',
    ],
    ['sentences without number', manyEntries(410), 'looks at more than'],
    [
      'a proof without end',
      manyEntries(1, (it) => void (it.proofs = [Array.from({ length: 12_000 }, () => 1)])),
      'are not read',
    ],
    ['claims without end along a large diagram', manyClaims(), 'claims along diagrams'],
  ])('cannot be read: %s', { timeout: 20_000 }, (_, text, why) => {
    expect(told(text)).toEqual(['unreadable', expect.stringContaining(why)]);
  });

  it.each([
    ['a row that there is not', proved([99, 1]), 'do not contradict'],
    ['a row at a place that is no index', proved([0, 3, 4_294_967_296, 5]), 'do not contradict'],
    ['a multiple as large as can be', proved([0, Number.MAX_SAFE_INTEGER, 4, 1]), 'do not contradict'],
    ['a column that there is not', proved({ at: 77, most: 0, 0: [0, 1], 1: [0, 1] }), 'no column 77'],
    ['a branch with one side', proved({ at: 0, most: 1, 0: [0, 3, 4, 5], 1: [0, 1] }), 'divides nothing'],
    ['no proof', changed((it) => void (it.proofs = [])), 'number of proofs'],
    ['a unit counted in two places', changed(twice), 'does not meet the rule'],
    ['no rule at all', ruled(), 'do not contradict'],
    ['nothing in a leaf', proved([]), 'do not contradict'],
  ])('is not proved: %s', (_, text, why) => {
    expect(told(text)).toEqual(['not proved', expect.stringContaining(why)]);
  });

  it('is proved as it was', () => expect(told(changed(() => undefined))).toEqual(['proved', '']));
});

function deepTree(depth: number): unknown {
  let tree: unknown = [0, 3, 4, 5];
  for (let at = 0; at < depth; at++) tree = { at: 0, most: 0, 0: tree, 1: [] };
  return tree;
}

/** The second unit listed once more, both counted. */
function twice({ question: { entries }, claim }: Parsed): void {
  entries.push({ ...entries[1], group: 'A' });
  claim.pathways = [[1, 3]];
}

/** A thousand times as many units, and a sentence about all of them so many times. */
function manyEntries(times: number, further: (parsed: Parsed) => void = () => undefined): string {
  return changed((parsed) => {
    const { question } = parsed;
    const { entries } = question;
    further(parsed);
    question.entries = Array.from({ length: 5000 }, (_, at) => ({ ...entries[1], ref: `${at}`, identity: `${at}` }));
    question.rule = Array.from({ length: times }, () => 'at least 1 units');
  });
}

function manyClaims(): string {
  const { question } = JSON.parse(TEXT) as Parsed;
  const arcs = [Array.from({ length: 100_000 }, () => -1), [0, 0], [0, 0]];
  const claim = { kind: 'count', way: 0, diagram: 0, objectives: [], of: 'units', number: '0' };
  return JSON.stringify({
    format: 'qualpath-certificates-1',
    question,
    ways: [],
    diagrams: [{ order: [[0], [1], [2]], arcs }],
    claims: Array.from({ length: 3000 }, () => claim),
  });
}

describe('verify.js, given what is no certificate', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qualpath-hostile-'));
  const said = (bytes: string | Uint8Array): { status: number | null; stdout: string; stderr: string } => {
    writeFileSync(join(folder, 'file.json'), bytes);
    return spawnSync(process.execPath, ['verify.mjs', 'file.json'], { cwd: folder, encoding: 'utf8' });
  };
  beforeAll(() => {
    const bundle = ['src/node/verify-certificate.ts', '--bundle', '--platform=node', '--format=esm'];
    const output = `--outfile=${join(folder, 'verify.mjs')}`;
    execFileSync('npx', ['esbuild', ...bundle, output], { cwd: ROOT, stdio: 'pipe' });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['bytes that are no UTF-8', Buffer.from(TEXT.replace('C 1', 'C\u00e9'), 'latin1'), 'no text in UTF-8'],
    ['UTF-16', Buffer.from(TEXT, 'utf16le'), 'cannot be read'],
    ['nothing', '', 'cannot be read'],
    ['a hundred megabytes', Buffer.alloc(100_000_000, '['), 'more than 10 MB are not read'],
  ])('says why: %s', (_, bytes, why) => {
    expect(said(bytes)).toMatchObject({ status: 3, stdout: '', stderr: expect.stringContaining(why) as string });
  });

  it('says so of a folder', () => {
    mkdirSync(join(folder, 'folder'));
    const { status } = spawnSync(process.execPath, ['verify.mjs', 'folder'], { cwd: folder });
    expect(status).toBe(3);
  });

  it('prints what a name holds on its own line', () => {
    const { status, stdout } = said(TEXT.replaceAll('"C 1"', String.raw`"C\u001b[2J\nproved: all"`));
    expect(status).not.toBe(0);
    const other = said(
      changed(({ question }) => void (question.rule[1] = 'at most 1 units from "\u001b[2J\nproved: all"')),
    );
    expect(
      [stdout, other.stdout]
        .join('\n')
        .split('\n')
        .filter((it) => it.startsWith('proved: all')),
    ).toEqual([]);
    expect(other.stdout).toContain(String.raw`\u001b[2J\u000aproved: all`);
  });
});
