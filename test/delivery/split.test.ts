import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planProgram } from '../../src/delivery/plain-program.js';
import { presolve } from '../../src/delivery/presolve/presolve.js';
import { randomNumbers } from '../../src/delivery/random.js';
import { projectOntoShares } from '../../src/delivery/split/project.js';
import { settleUnits } from '../../src/delivery/split/settle.js';
import { Shares } from '../../src/delivery/split/shares.js';
import { sweepersOf } from '../../src/delivery/split/split-road.js';
import type { Joint } from '../../src/delivery/joint.js';
import { createDiagramStore } from '../../src/methods/diagram-method.js';
import { createSolver } from '../../src/solvers/create-solver.js';
import { arbitraryJoint, deliveryMeans, everyPlan } from '../support/joint.js';
import { everyPathway } from '../support/brute-force.js';
import { makeProvider } from '../../src/benchmark/made-up-provider.js';
import { jointOf } from '../../src/benchmark/provider-questions.js';
import { checkPlan } from '../../src/delivery/check-plan.js';
import { race } from '../../src/delivery/race.js';
import { boundByShares } from '../../src/delivery/split/prove.js';

const SCALE = 64;

/** Shares after a few steps in a direction that nobody chose. */
function wandering(joint: Joint, seed: number): Shares {
  const sweepers = sweepersOf(joint.takers, createDiagramStore());
  const [goal] = joint.goals;
  if (sweepers === null || goal === undefined) throw new Error('small diagrams, and a goal');
  const shares = new Shares(joint, goal.weights, SCALE, sweepers);
  const random = randomNumbers(seed);
  for (let step = 0; step < 6; step++) {
    if (shares.bound() === Infinity) break;
    shares.walk(random());
    shares.step(random() * 40 * SCALE);
  }
  return shares;
}

function valuesOf(joint: Joint): readonly (readonly [number, readonly number[]])[] {
  const weights = joint.goals[0]?.weights ?? [];
  return everyPlan(joint).map((plan) => [plan.reduce((sum, unit) => sum + (weights[unit] ?? NaN), 0), plan]);
}

const joints = fc.tuple(arbitraryJoint({ held: true }), fc.integer({ min: 1, max: 1000 }));

describe('the split of hours', () => {
  it('never bounds plans above the best one, whatever the shares', () => {
    fc.assert(
      fc.property(joints, ([joint, seed]) => {
        const best = Math.min(...valuesOf(joint).map(([value]) => value));
        expect(wandering(joint, seed).bound()).toBeLessThanOrEqual(SCALE * best);
      }),
      { numRuns: 500 },
    );
  });

  it('settles nothing that a plan within the allowance contradicts', () => {
    fc.assert(
      fc.property(joints, fc.nat(20), ([joint, seed], slack) => {
        const plans = valuesOf(joint);
        const most = Math.min(...plans.map(([value]) => value)) + slack;
        const shares = wandering(joint, seed);
        const any = settleUnits(shares, SCALE * (Number.isFinite(most) ? most : 50));
        for (const [, plan] of plans.filter(([value]) => value <= most)) {
          const given = new Set(plan);
          // A unit that only some plans of that value deliver, without needing it, may be settled as delivered or not.
          const wrong = [...shares.settled.keys()].filter((unit) => shares.settled[unit] === 0 && given.has(unit));
          expect([any, wrong]).toEqual([true, []]);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a proof without a tree', () => {
  it('is the sum of the least shares of each taker, and never above the best plan', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryJoint({ held: true, limits: false }), async (drawn) => {
        const joint = { ...drawn, fixed: drawn.units.map(() => null) };
        const best = Math.min(...valuesOf(joint).map(([value]) => value));
        if (best === Infinity) return;
        const weights = joint.goals[0]?.weights ?? [];
        const found = await boundByShares(joint, weights, best, 16, createDiagramStore());
        const least = joint.takers.map(({ problem, units }, taker) => {
          const charged = new Map(found?.shares.filter((it) => it.taker === taker).map((it) => [it.unit, it.share]));
          const sums = everyPathway(problem).map((selection) =>
            [...new Set(selection.map((entry) => units[entry] ?? NaN))].reduce(
              (sum, unit) => sum + (charged.get(unit) ?? 0),
              0,
            ),
          );
          return Math.min(...sums);
        });
        const gains = weights.reduce((sum, weight) => sum + Math.min(0, 16 * weight), 0);
        expect(found?.bound).toBe(gains + least.reduce((sum, it) => sum + it, 0));
        expect(found?.bound).toBeLessThanOrEqual(16 * best);
      }),
      { numRuns: 150 },
    );
  });
});

describe('the plan that the split of hours comes to', () => {
  it('stands as it is, however long the search goes on after it', async () => {
    const { qualifications, units } = { qualifications: 3, units: 80 };
    const joint = jointOf(makeProvider({ qualifications, units, seed: 1 }));
    const [goal] = joint.goals;
    if (goal === undefined) throw new Error('there is a goal');
    const end = await race(joint, goal, deliveryMeans({ program: false }));
    expect(end.status === 'optimal' ? checkPlan(joint, end.plan) : end).toMatchObject({ ok: true });
  });
});

describe('shares of a unit', () => {
  it('are the nearest that are 0 or more and add up to its cost', () => {
    const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(values, fc.nat(30), (drawn, total) => {
        const shares = Float64Array.from(drawn);
        projectOntoShares(shares, 0, shares.length, total);
        expect(shares.reduce((sum, it) => sum + it, 0)).toBeCloseTo(total, 6);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
        // Nearest: what is above 0 has moved by the same amount, and what is 0 by no more than that.
        const moved = drawn.map((value, at) => value - (shares[at] ?? NaN));
        const by = Math.max(...moved.filter((_, at) => (shares[at] ?? NaN) > 0));
        const off = moved.filter((it, at) => ((shares[at] ?? NaN) > 0 ? Math.abs(it - by) > 1e-6 : it > by + 1e-6));
        expect(total === 0 ? [...shares].filter((it) => it > 0) : off).toEqual([]);
      }),
    );
  });
});

describe('the program of a plan', () => {
  it('has the same best value presolved and plain', async () => {
    const solver = createSolver('highs');
    const limits = { milliseconds: 20_000 };
    await fc.assert(
      fc.asyncProperty(arbitraryJoint({ held: true }), async (joint) => {
        const [goal] = joint.goals;
        if (goal === undefined) throw new Error('there is a goal');
        const { program } = planProgram(joint, goal);
        const plain = await solver.solve(program, limits);
        const small = presolve(program);
        const outcome = small.kind === 'impossible' ? null : await solver.solve(small.program, limits);
        const value = outcome?.status === 'optimal' ? outcome.value : null;
        expect(value).toBe(plain.status === 'optimal' ? plain.value : null);
      }),
      { numRuns: 200 },
    );
  });
});
