import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryRule } from '../long-run/arbitrary-rule.js';
import { arbitraryKnapsack, certifyBest } from '../support/certificates.js';
import { ROOT } from '../support/command.js';

const CHECKER = fileURLToPath(new URL('check_certificate.py', import.meta.url));
const PYTHON = spawnSync('python3', ['--version'], { stdio: 'ignore' }).error === undefined;
const HOURS = [{ sense: 'minimise', measure: { over: 'all', quantity: 'glh' } }] as const;

/** What the checker in Python says of certificates, one a line. */
function judged(texts: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'qualpath-python-'));
  try {
    const path = join(folder, 'certificates');
    writeFileSync(path, texts.map((text) => JSON.stringify(JSON.parse(text))).join('\n'));
    const { stdout, stderr } = spawnSync('python3', [CHECKER, path], { encoding: 'utf8' });
    if (stderr !== '') throw new Error(stderr);
    return stdout.trim().split(' ');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.skipIf(!PYTHON)('a checker written from the page about certificates (needs python3)', () => {
  it('accepts the worked example, and no other value', () => {
    const text = readFileSync(join(ROOT, 'data/samples/certificate.json'), 'utf8');
    expect(
      judged([text, text.replace('"value": 40', '"value": 41'), text.replace('[0, 3, 4, 5]', '[0, 3, 4, 1]')]),
    ).toEqual(['proved', 'refused', 'refused']);
  });

  it('agrees on certificates of rules of every form, and refuses them without a part of their proofs', async () => {
    const rules = fc.sample(arbitraryRule(), { numRuns: 80, seed: 41 });
    const knapsacks = fc.sample(arbitraryKnapsack(), { numRuns: 20, seed: 42 });
    const texts: string[] = [];
    for (const { problem, objectives } of [...rules, ...knapsacks.map((problem) => ({ problem, objectives: HOURS }))]) {
      const made = await certifyBest(problem, objectives);
      if (!made.certified) throw new Error(made.why);
      texts.push(made.text);
    }
    expect(judged(texts).filter((it) => it !== 'proved')).toEqual([]);
    const without = texts.map((text) => text.replace(/"proofs": .*/, '"proofs": [[]]'));
    expect(judged(without).filter((it) => it !== 'refused')).toEqual([]);
  });
});
