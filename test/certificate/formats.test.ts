import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { inFormat } from '../../src/certificate/in-format.js';
import { arbitraryRule } from '../long-run/arbitrary-rule.js';
import { arbitraryKnapsack, certifyBest } from '../support/certificates.js';
import { checkOpb } from '../support/check-opb.js';
import { checkVipr } from '../support/check-vipr.js';

/** Proofs that are written in the formats of others and read again. */
const RULES = 60;
const HOURS = [{ sense: 'minimise', measure: { over: 'all', quantity: 'glh' } }] as const;

/** Programs of others that check proofs, where they are on this machine. */
const CHECKERS = { viprchk: isThere('viprchk'), veripb: isThere('veripb') };

function isThere(program: string): boolean {
  return spawnSync(program, ['--help'], { stdio: 'ignore' }).error === undefined;
}

const vipr: string[] = [];
const opb: { opb: string; pbp: string }[] = [];

beforeAll(async () => {
  const rules = fc.sample(arbitraryRule(), { numRuns: RULES, seed: 21 });
  const knapsacks = fc.sample(arbitraryKnapsack(), { numRuns: RULES, seed: 22 });
  for (const { problem, objectives } of [...rules, ...knapsacks.map((problem) => ({ problem, objectives: HOURS }))]) {
    const made = await certifyBest(problem, objectives);
    if (!made.certified) throw new Error(made.why);
    vipr.push(...inFormat(made.text, 'vipr').map(({ text }) => text));
    const files = inFormat(made.text, 'opb');
    for (let at = 0; at + 1 < files.length; at += 2) {
      opb.push({ opb: files[at]?.text ?? '', pbp: files[at + 1]?.text ?? '' });
    }
  }
}, 600_000);

describe('a proof in the format of others', () => {
  it('is accepted by a small reader of VIPR, and not where a number is another', () => {
    expect(vipr.length).toBeGreaterThan(RULES);
    expect(vipr.some((text) => text.includes('uns'))).toBe(true);
    expect(vipr.map(checkVipr).filter((fault) => fault !== null)).toEqual([]);
    const branching = vipr.filter((text) => text.includes('uns'));
    for (const text of branching) {
      expect(checkVipr(text.replace(/\{ uns (\d+) (\d+) (\d+) (\d+) \}/, '{ uns $1 $2 $1 $2 }'))).not.toBeNull();
      expect(checkVipr(text.replace(/\{ lin (\d+) (\d+) \d+/, '{ lin $1 $2 -7'))).not.toBeNull();
    }
  });

  it('is accepted by a small reader of OPB and its log, and not where a line is missing', () => {
    expect(opb.length).toBeGreaterThan(RULES);
    expect(opb.map(checkOpb).filter((fault) => fault !== null)).toEqual([]);
    const branching = opb.filter(({ pbp }) => (pbp.match(/^pol/gm) ?? []).length > 1);
    expect(branching.length).toBeGreaterThan(5);
    for (const { opb: program, pbp } of opb) {
      expect(checkOpb({ opb: loosened(program), pbp })).not.toBeNull();
    }
    const sums = branching.map(({ opb: program, pbp }) =>
      checkOpb({ opb: program, pbp: pbp.replaceAll(/^pol .*$/gm, 'pol 1 1 *') }),
    );
    expect(sums.filter((fault) => fault !== null).length).toBeGreaterThan(5);
  });

  it.skipIf(!CHECKERS.viprchk)('is accepted by viprchk, and not where a number is another (needs viprchk)', () => {
    const said = (text: string): string => told('viprchk', { 'proof.vipr': text });
    for (const text of vipr) expect(said(text)).toContain('Infeasibility verified');
    const branching = vipr.filter((text) => text.includes('uns'));
    for (const text of branching) {
      const other = text.replace(/\{ lin (\d+) (\d+) \d+/, '{ lin $1 $2 -7');
      expect(said(other)).not.toContain('Infeasibility verified');
    }
  });

  it.skipIf(!CHECKERS.veripb)('is accepted by veripb, and not of a program that has a solution (needs veripb)', () => {
    const said = (program: string, pbp: string): string => told('veripb', { 'program.opb': program, 'proof.pbp': pbp });
    for (const { opb: program, pbp } of opb) expect(said(program, pbp)).toContain('VERIFIED UNSATISFIABLE');
    for (const { opb: program, pbp } of opb.slice(0, 20))
      expect(said(loosened(program), pbp)).not.toContain('VERIFIED');
  });
});

/** A program that asks for far less: it has a solution, and no log can show otherwise. */
function loosened(program: string): string {
  return program.replaceAll(/>= (-?\d+) ;/g, (_, right: string) => `>= ${Number(right) - 10 ** 9} ;`);
}

function told(program: string, files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'qualpath-proofs-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const { stdout, stderr } = spawnSync(program, Object.keys(files), { cwd: folder, encoding: 'utf8' });
    return stdout + stderr;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
