import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { knapsackClaim, type KnapsackProof } from '../../src/benchmark/knapsack-claim.js';
import { check } from '../../src/certificate/check.js';
import { findProofs } from '../../src/certificate/find-proof.js';
import { pinnedInstances } from '../../src/node/pinned-instances.js';
import { ROOT } from '../support/command.js';

const KNAPSACKS = pinnedInstances().flatMap((instance) => {
  const file = join(ROOT, 'bench/certificates', `knapsack-${/\d+/.exec(instance.name)?.[0]}.json`);
  return 'knapsack' in instance && existsSync(file) ? [{ ...instance, file }] : [];
});

describe('the proofs of pinned knapsacks', () => {
  it('are there', () => expect(KNAPSACKS.length).toBeGreaterThanOrEqual(5));

  it.each(KNAPSACKS)('are accepted by the checker of certificates: $name', ({ knapsack, optimum, file }) => {
    const proof = JSON.parse(readFileSync(file, 'utf8')) as KnapsackProof;
    expect(check(knapsackClaim(knapsack, optimum, proof))).toMatchObject({ proved: true });
    expect(check(knapsackClaim(knapsack, optimum - 1, proof))).toMatchObject({ proved: false });
    expect(check(knapsackClaim(knapsack, optimum, { ...proof, proofs: [[]] }))).toMatchObject({ proved: false });
  });

  it.each(KNAPSACKS)('are found anew in two kilobytes: $name', ({ knapsack, optimum, file }) => {
    const { pathway } = JSON.parse(readFileSync(file, 'utf8')) as KnapsackProof;
    const claim = knapsackClaim(knapsack, optimum, { pathway, counters: [], proofs: [] });
    const found = findProofs(claim);
    if (!found.found) throw new Error(found.why);
    const { counters, proofs } = found;
    expect(check({ ...claim, counters, proofs })).toMatchObject({ proved: true });
    expect(JSON.stringify({ counters, proofs }).length).toBeLessThan(2000);
  });
});
