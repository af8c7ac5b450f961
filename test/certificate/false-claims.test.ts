import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, type Claim } from '../../src/certificate/check.js';
import { makeCertificate, onePart } from '../../src/certificate/make-certificate.js';
import { arbitraryRule } from '../long-run/arbitrary-rule.js';
import { certifyBest, claimOf, isTrue } from '../support/certificates.js';

/** Rules of which false things are claimed; `npm run test:certificates` sets more. */
const RULES = Number(process.env['CERTIFICATE_FALSE'] ?? 25);

/** What could be claimed instead, with the proofs of what is true. */
function otherClaims(claim: Claim): readonly Claim[] {
  const moved = [-1000n, 1000n].flatMap((by) =>
    claim.objectives.map((_, at) => ({
      ...claim,
      objectives: claim.objectives.map((it, index) => (index === at ? { ...it, plus: it.plus + by } : it)),
    })),
  );
  const none: Claim = { ...claim, kind: 'infeasible', objectives: [], pathways: [], proofs: claim.proofs.slice(0, 1) };
  const complete: Claim = { ...claim, kind: 'complete', pathways: [], proofs: claim.proofs.slice(0, 1) };
  return [...moved, ...moved.map((it) => ({ ...it, pathways: [] })), none, complete];
}

describe('a false claim', () => {
  it('is refused with the proofs of the true one, and gets no certificate', { timeout: 3_600_000 }, async () => {
    let [refused, uncertified] = [0, 0];
    await fc.assert(
      fc.asyncProperty(arbitraryRule(), async ({ problem, objectives }) => {
        const made = await certifyBest(problem, objectives);
        if (!made.certified) throw new Error(made.why);
        for (const claim of otherClaims(claimOf(made.text))) {
          if (isTrue(claim)) continue;
          expect(check(claim).proved).toBe(false);
          refused += 1;
        }
        if (claimOf(made.text).kind === 'infeasible') return;
        const none = makeCertificate(problem, problem.conditions, onePart({ kind: 'infeasible' }));
        expect(none.certified).toBe(false);
        uncertified += 1;
      }),
      { numRuns: RULES, endOnFailure: true },
    );
    expect(refused).toBeGreaterThan(RULES);
    expect(uncertified).toBeGreaterThan(RULES / 10);
    if (RULES > 100) console.log(`${refused} false claims refused, and ${uncertified} that get no certificate`);
  });
});
