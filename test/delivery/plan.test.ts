import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPlan, type PlanAnswer } from '../../src/delivery/plan.js';
import type { Joint } from '../../src/delivery/joint.js';
import { arbitraryJoint, bestOfPlans, deliveryMeans, everyPlan } from '../support/joint.js';

const RUNS = 300;

function valuesIn(answer: PlanAnswer): unknown {
  if (answer.status === 'infeasible') return null;
  return answer.status === 'optimal' ? answer.values : answer;
}

async function expectBest(joint: Joint, roads: Parameters<typeof deliveryMeans>[0]): Promise<void> {
  expect(valuesIn(await findPlan(joint, deliveryMeans(roads)))).toEqual(bestOfPlans(joint));
}

describe('the best plan', () => {
  it('is that of brute force by both roads together', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryJoint(), (joint) => expectBest(joint, {})),
      { numRuns: RUNS },
    );
  });

  it('is that of brute force by the split of hours alone', async () => {
    const alone = fc.asyncProperty(arbitraryJoint(), (joint) => expectBest(joint, { program: false }));
    await fc.assert(alone, { numRuns: RUNS });
  });

  it('is that of brute force by the program alone', async () => {
    const alone = fc.asyncProperty(arbitraryJoint(), (joint) => expectBest(joint, { split: false }));
    await fc.assert(alone, { numRuns: RUNS });
  });

  it('takes into account what takers hold, and caps on it', async () => {
    const held = fc.asyncProperty(arbitraryJoint({ held: true }), (joint) => expectBest(joint, {}));
    await fc.assert(held, { numRuns: RUNS });
  });

  it('is the first in the order of the units of those that are as good', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryJoint(), async (joint) => {
        const answer = await findPlan(joint, deliveryMeans());
        if (answer.status !== 'optimal') return;
        expect(answer.first).toBe(true);
        const needed = new Set(answer.plan.delivered);
        const equal = everyPlan(joint).filter((plan) =>
          joint.goals.every(({ weights, constant }, at) => {
            const value = plan.reduce((sum, unit) => sum + (weights[unit] ?? NaN), constant);
            return value === answer.values[at];
          }),
        );
        // Units that cost nothing and that nobody counts are not delivered; all else is the first there is.
        const first = equal[0] ?? [];
        expect(first.filter((unit) => !isIdle(joint, unit, needed))).toEqual(
          answer.plan.delivered.filter((unit) => !isIdle(joint, unit, needed)),
        );
      }),
      { numRuns: RUNS },
    );
  });
});

function isIdle(joint: Joint, unit: number, needed: ReadonlySet<number>): boolean {
  return !needed.has(unit) && joint.goals.every(({ weights }) => weights[unit] === 0);
}
