import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryRule } from '../long-run/arbitrary-rule.js';
import { certifyBest } from '../support/certificates.js';

/** Rules that are certified; `npm run test:certificates` sets more. */
const RULES = Number(process.env['CERTIFICATE_RULES'] ?? 20);

describe('a certificate', () => {
  it('is made for every best pathway and every rule without one', { timeout: 3_600_000 }, async () => {
    const sizes: number[] = [];
    let [optimal, branching] = [0, 0];
    await fc.assert(
      fc.asyncProperty(arbitraryRule(), async ({ problem, objectives }) => {
        const made = await certifyBest(problem, objectives);
        if (!made.certified) throw new Error(made.why);
        const proofs = JSON.stringify((JSON.parse(made.text) as { proofs: unknown[] }).proofs);
        sizes.push(proofs.length);
        optimal += made.text.includes('"kind": "optimal"') ? 1 : 0;
        branching += proofs.includes('most') ? 1 : 0;
      }),
      { numRuns: RULES, endOnFailure: true },
    );
    expect(optimal).toBeGreaterThan(0);
    expect(optimal).toBeLessThan(RULES);
    if (RULES > 100) {
      sizes.sort((a, b) => a - b);
      const [median, largest] = [sizes[sizes.length >> 1], sizes.at(-1)];
      console.log(`${RULES} rules certified, ${optimal} with a best pathway, ${branching} by branching`);
      console.log(`bytes of proofs: median ${median}, largest ${largest}`);
    }
  });
});
