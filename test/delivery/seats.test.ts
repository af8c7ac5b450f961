import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HELD, indexOfUnits, jointUnits, takerOf } from '../../src/delivery/joint.js';
import { seatCosts } from '../../src/delivery/seats/seat-costs.js';
import { findSeatPlan, type SeatAnswer } from '../../src/delivery/seats/seat-plan.js';
import { bestSeats } from '../../src/delivery/seats/seat-prices.js';
import { runsFor, type ClassSize, type LearnerGroup, type Seated } from '../../src/delivery/seats/seated.js';
import { arbitraryProblem } from '../support/arbitrary-problem.js';
import { everyPathway } from '../support/brute-force.js';
import { deliveryMeans } from '../support/joint.js';
import { smallProblem } from '../support/small-qualification.js';

/** Up to three groups of one or two learners over small qualifications that share units, some of them held. */
function arbitrarySeated(): Arbitrary<Seated> {
  const problem = arbitraryProblem({ maxEntries: 4, maxConditions: 2, depth: 0, maxAmount: 8 });
  const group = fc.tuple(problem, fc.integer({ min: 1, max: 2 }));
  return fc.array(group, { minLength: 1, maxLength: 3 }).chain((drawn) => {
    const problems = drawn.map(([it]) => it);
    const units = jointUnits(problems);
    const index = indexOfUnits(units);
    let learners = 0;
    const groups = drawn.map(([it, size], at): LearnerGroup => {
      const members = Array.from({ length: size }, () => learners++);
      return { taker: takerOf(`g${at}`, it, index), members };
    });
    const each = <T>(one: Arbitrary<T>): Arbitrary<T[]> =>
      fc.array(one, { minLength: units.length, maxLength: units.length });
    const size = fc.record({ capacity: fc.integer({ min: 1, max: 3 }), least: fc.integer({ min: 1, max: 3 }) });
    return fc.record({
      units: fc.constant(units),
      groups: fc.constant(groups),
      learners: fc.constant(learners),
      sizes: each(size.map(({ capacity, least }): ClassSize => ({ capacity, least: Math.min(least, capacity) }))),
      costs: each(fc.nat(20)),
      fixed: each(fc.constantFrom<0 | 1 | null>(null, null, null, null, null, null, 0, 1)),
    });
  });
}

/** The least cost of runs over every choice of a pathway for every learner; null when there is none. */
function byBruteForce(seated: Seated): number | null {
  const choices = Array.from({ length: seated.learners }, (): readonly (readonly number[])[] => []);
  for (const { taker, members } of seated.groups) {
    const sets = everyPathway(taker.problem).map((it) =>
      it.map((entry) => taker.units[entry] ?? NaN).filter((u) => u !== HELD),
    );
    for (const learner of members)
      choices[learner] = [...new Map(sets.map((set) => [[...set].sort((a, b) => a - b).join(), set])).values()];
  }
  const seats = seated.units.map(() => 0);
  const search = (learner: number): number => {
    const own = choices[learner];
    if (own === undefined) return costOf(seated, seats);
    let best = Infinity;
    for (const set of own) {
      for (const unit of set) seats[unit] = (seats[unit] ?? 0) + 1;
      best = Math.min(best, search(learner + 1));
      for (const unit of set) seats[unit] = (seats[unit] ?? 0) - 1;
    }
    return best;
  };
  const best = search(0);
  return best === Infinity ? null : best;
}

/** Written without the code under test: the first number of runs that fits. */
function costOf({ sizes, costs, fixed }: Seated, seats: readonly number[]): number {
  return seats.reduce((sum, taken, unit) => {
    const { capacity, least } = sizes[unit] ?? { capacity: 1, least: 1 };
    if (fixed[unit] === 0) return taken === 0 ? sum : Infinity;
    const from = fixed[unit] === 1 ? 1 : 0;
    for (let runs = from; runs <= 12; runs++) {
      const isFull = taken > runs * capacity;
      const isEmpty = taken < runs * least && !(fixed[unit] === 1 && taken === 0 && runs === 1 && least === 1);
      if (!isFull && !isEmpty) return sum + runs * (costs[unit] ?? NaN);
    }
    return Infinity;
  }, 0);
}

const small = arbitrarySeated().filter(({ learners, groups }) => {
  const most = groups.map(({ taker, members }) => 2 ** (taker.units.length * members.length));
  return learners <= 5 && most.reduce((product, it) => product * it, 1) <= 2 ** 16;
});

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
