import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexOfUnits, jointUnits, takerOf } from '../../src/delivery/joint.js';
import { seatCosts } from '../../src/delivery/seats/seat-costs.js';
import { findSeatPlan, type SeatAnswer } from '../../src/delivery/seats/seat-plan.js';
import { bestSeats } from '../../src/delivery/seats/seat-prices.js';
import { runsFor, type Seated } from '../../src/delivery/seats/seated.js';
import { deliveryMeans } from '../support/joint.js';
import { smallProblem } from '../support/small-qualification.js';
import { byBruteForce, small } from './small-seats.js';

function valueOf(answer: SeatAnswer): unknown {
  if (answer.status === 'infeasible') return null;
  return answer.status === 'optimal' ? answer.value : answer;
}

describe('the best plan for learners in classes', () => {
  it('is that of brute force', async () => {
    await fc.assert(
      fc.asyncProperty(small, async (seated) => {
        expect(valueOf(await findSeatPlan(seated, deliveryMeans()))).toBe(byBruteForce(seated));
      }),
      { numRuns: 300 },
    );
  });

  it('is never better than the bound of payments, nor worse than their plan', async () => {
    await fc.assert(
      fc.asyncProperty(small, async (seated) => {
        const answer = await findSeatPlan(seated, deliveryMeans({ program: false }));
        const best = byBruteForce(seated) ?? Infinity;
        const bound = answer.status === 'feasible' ? (answer.bound ?? -Infinity) : -Infinity;
        const value = 'value' in answer ? answer.value : Infinity;
        expect([bound <= best, value >= best]).toEqual([true, true]);
        expect(answer.status === 'optimal' ? answer.value : best).toBe(best);
      }),
      { numRuns: 200 },
    );
  });

  it('does not merge learners who cannot be told apart by their sums', async () => {
    // Two learners who each need 5 credits, with units of 3, 3 and 4 credits in one run of one seat each: together the
    // units have the 10 credits that both need, but no two learners can share them out.
    const problem = smallProblem(
      [
        ['A', 'U 1', 2, 3, 30],
        ['A', 'U 2', 2, 3, 30],
        ['A', 'U 3', 2, 4, 40],
      ],
      ['at least 5 credits'],
    );
    const units = jointUnits([problem]);
    const taker = takerOf('q', problem, indexOfUnits(units));
    const seated: Seated = {
      units,
      groups: [{ taker, members: [0, 1] }],
      learners: 2,
      sizes: units.map(() => ({ capacity: 1, least: 1 })),
      costs: [30, 30, 40],
      fixed: units.map(() => null),
    };
    // Each takes the two short units: two runs of both.
    expect(valueOf(await findSeatPlan(seated, deliveryMeans()))).toBe(120);
    expect(byBruteForce(seated)).toBe(120);
  });
});

describe('runs of a unit', () => {
  it('are as few as hold the learners, and none where some would be too empty', () => {
    const size = { capacity: 15, least: 8 };
    expect([0, 7, 8, 15, 16, 30, 31].map((it) => runsFor(it, size, false))).toEqual([0, null, 1, 1, 2, 2, 3]);
    expect([runsFor(0, size, true), runsFor(0, { capacity: 15, least: 1 }, true)]).toEqual([null, 1]);
  });

  it('are bought for as many learners as pay most over their cost', () => {
    fc.assert(
      fc.property(small, fc.array(fc.integer({ min: -9, max: 30 }), { maxLength: 6 }), (seated, drawn) => {
        const costs = seatCosts(seated)[0] ?? Float64Array.of(0);
        const payments = drawn.toSorted((a, b) => b - a).slice(0, costs.length - 1);
        const sums = [...costs].slice(0, payments.length + 1).map((cost, taken) => {
          return cost - payments.slice(0, taken).reduce((sum, it) => sum + it, 0);
        });
        expect(
          bestSeats(
            payments.map((it) => [it, 1]),
            costs,
            1,
          ).term,
        ).toBe(Math.min(...sums));
      }),
    );
  });
});
