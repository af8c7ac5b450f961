import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { check } from '../../src/certificate/check.js';
import { arbitraryRule } from '../long-run/arbitrary-rule.js';
import { MUTATIONS, type Parsed } from '../support/certificate-mutations.js';
import { arbitraryKnapsack, certifyBest, claimOf, isTrue } from '../support/certificates.js';

/** Mutations in all; `npm run test:certificates` sets thousands. A third and more are of proofs that branch. */
const SIZE = Number(process.env['CERTIFICATE_MUTATIONS'] ?? 360);
const KINDS = Object.entries(MUTATIONS);
const EACH = Math.ceil(SIZE / (2 * KINDS.length));
const POOL = Math.min(Math.ceil(EACH / 2), 60);

/** What the checker says of a text, and whether that is right. */
function judge(text: string): 'refused' | 'true' | 'passed and false' | 'refused and false' {
  try {
    const claim = claimOf(text);
    if (check(claim).proved) return isTrue(claim) ? 'true' : 'passed and false';
    return isTrue(claim) ? 'refused' : 'refused and false';
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return 'refused';
    throw thrown;
  }
}

const pools: { readonly any: string[]; readonly branching: string[] } = { any: [], branching: [] };

beforeAll(async () => {
  for (const { problem, objectives } of fc.sample(arbitraryRule('plain'), { numRuns: POOL, seed: 3 })) {
    const made = await certifyBest(problem, objectives);
    if (made.certified) pools.any.push(made.text);
  }
  const measure = { over: 'all', quantity: 'glh' } as const;
  for (const problem of fc.sample(arbitraryKnapsack(), { numRuns: 2 * POOL, seed: 4 })) {
    const made = await certifyBest(problem, [{ sense: 'minimise', measure }]);
    if (made.certified && made.text.includes('"most"')) pools.branching.push(made.text);
  }
}, 3_600_000);

describe('a certificate that was tampered with', () => {
  it('is never taken for the proof of something false', { timeout: 3_600_000 }, () => {
    const counts = new Map<string, number>();
    const mutated = fc.tuple(fc.nat(), fc.infiniteStream(fc.nat(1000)));
    for (const pool of [pools.any, pools.branching]) {
      expect(pool.length).toBeGreaterThan(0);
      for (const [kind, mutate] of KINDS) {
        for (const [which, stream] of fc.sample(mutated, { numRuns: EACH, seed: 5 })) {
          const draws = stream[Symbol.iterator]();
          const parsed = JSON.parse(pool[which % pool.length] ?? '') as Parsed;
          mutate(parsed, (most) => Number(draws.next().value) % Math.max(1, Math.floor(most)));
          const verdict = judge(JSON.stringify(parsed));
          counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
          if (verdict === 'passed and false') throw new Error(`${kind}: ${JSON.stringify(parsed)}`);
        }
      }
    }
    expect(counts.get('refused and false')).toBeGreaterThan(SIZE / 20);
    expect(counts.get('true')).toBeGreaterThan(0);
    if (SIZE > 1000)
      console.log(`${2 * EACH * KINDS.length} mutations of ${KINDS.length} kinds`, Object.fromEntries(counts));
  });
});
