/**
 * Proves the optima of the pinned knapsacks and writes the proofs into bench/certificates, where
 * test/benchmark/certificates.test.ts has the checker re-do them.
 *
 *     npx tsx bench/certify-instances.ts
 */
import { writeFileSync } from 'node:fs';
import { knapsackClaim } from '../src/benchmark/knapsack-claim.js';
import { knapsackProgram } from '../src/benchmark/knapsack.js';
import { findProofs } from '../src/certificate/find-proof.js';
import { pinnedInstances } from '../src/node/pinned-instances.js';
import { createSolver } from '../src/solvers/create-solver.js';

const A_WHILE = { milliseconds: 60_000 };

for (const instance of pinnedInstances()) {
  if (!('knapsack' in instance)) continue;
  const { knapsack, optimum, name } = instance;
  const outcome = await createSolver('highs').solve(knapsackProgram(knapsack), A_WHILE);
  if (outcome.status !== 'optimal') throw new Error(`${name} was not solved`);
  const pathway = [...outcome.point.keys()].filter((item) => outcome.point[item] === 1);
  const found = findProofs(knapsackClaim(knapsack, optimum, { pathway, counters: [], proofs: [] }));
  const file = `bench/certificates/knapsack-${/\d+/.exec(name)?.[0]}.json`;
  if (!found.found) console.log(`${name}: not certified: ${found.why}`);
  else {
    const { counters, proofs } = found;
    writeFileSync(file, `${JSON.stringify({ pathway, counters, proofs })}\n`);
    console.log(`${name}: ${JSON.stringify(proofs).length} bytes`);
  }
}
