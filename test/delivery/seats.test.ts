import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexOfUnits, jointUnits, takerOf } from '../../src/delivery/joint.js';
import { seatCosts } from '../../src/delivery/seats/seat-costs.js';
import { findSeatPlan, type SeatAnswer, type Seats } from '../../src/delivery/seats/seat-plan.js';
import { bestSeats } from '../../src/delivery/seats/seat-prices.js';
import { planInOrder, type PlanInOrder } from '../../src/delivery/seats/goals-in-order.js';
import { PathwayPool } from '../../src/delivery/seats/pathway-pool.js';
import { measureOf, ofRuns } from '../../src/delivery/seats/run-measure.js';
import { chooseOnce } from '../../src/delivery/seats/seat-choice.js';
import { runsFor, type Seated } from '../../src/delivery/seats/seated.js';
import { NO_DEADLINE } from '../../src/methods/deadline.js';
import { findViolations } from '../../src/program/feasibility.js';
import { createSolver } from '../../src/solvers/create-solver.js';
import { everyPathway } from '../support/brute-force.js';
import { deliveryMeans } from '../support/joint.js';
import { smallProblem } from '../support/small-qualification.js';
import { byBruteForce, byBruteForceInOrder, small, wished, type SmallSeats } from './small-seats.js';

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
      goal: ofRuns([30, 30, 40]),
      limits: [],
      kept: [0, 0, 0],
      fixed: units.map(() => null),
    };
    // Each takes the two short units: two runs of both.
    expect(valueOf(await findSeatPlan(seated, deliveryMeans()))).toBe(120);
    expect(byBruteForce(seated)).toBe(120);
  });
});

/** What a plan under goals in their order comes to, added up from its runs. */
function valuesOf(question: SmallSeats, answer: PlanInOrder<Seats>): unknown {
  if (answer.status === 'infeasible') return null;
  if (answer.status !== 'optimal') return answer;
  return question.goals.map(({ measure }) => measureOf(measure, answer.plan.runs, question.kept));
}

const inOrder = (question: SmallSeats, roads: Parameters<typeof deliveryMeans>[0]) =>
  planInOrder<Seats>(question, question.goals, 1, deliveryMeans(roads), async ({ goal, limits, means }) =>
    findSeatPlan({ ...question, goal, limits }, means),
  );

describe('wishes about runs', () => {
  it('are kept by the best plan, goals in their order, limits, and least changes of a plan that is kept', async () => {
    let [changed, none] = [0, 0];
    await fc.assert(
      fc.asyncProperty(wished, async (question) => {
        const best = byBruteForceInOrder(question, question.goals);
        expect(valuesOf(question, await inOrder(question, {}))).toEqual(best);
        changed += question.limits.length > 0 && best !== null ? 1 : 0;
        none += best === null ? 1 : 0;
      }),
      { numRuns: 300 },
    );
    expect([changed > 50, none > 20]).toEqual([true, true]);
  });

  it('never raise the bound of payments above the best, nor let their plans break a limit', async () => {
    let [found, proved] = [0, 0];
    await fc.assert(
      fc.asyncProperty(wished, async (question) => {
        const answer = await findSeatPlan(question, deliveryMeans({ program: false }));
        const best = byBruteForce(question) ?? Infinity;
        const bound = answer.status === 'feasible' ? (answer.bound ?? -Infinity) : -Infinity;
        const value = 'value' in answer ? answer.value : Infinity;
        const isWrong = answer.status === 'disputed' || (answer.status === 'infeasible' && best < Infinity);
        expect([bound <= best, value >= best, isWrong]).toEqual([true, true, false]);
        expect(answer.status === 'optimal' ? answer.value : best).toBe(best);
        found += question.limits.length > 0 && 'value' in answer ? 1 : 0;
        proved += answer.status === 'optimal' ? 1 : 0;
      }),
      { numRuns: 200 },
    );
    expect([found > 30, proved > 30]).toEqual([true, true]);
  });

  it('are met by the choice among every pathway', async () => {
    await fc.assert(
      fc.asyncProperty(wished, async (question) => {
        const pool = new PathwayPool(question);
        for (const [group, { taker }] of question.groups.entries())
          for (const pathway of everyPathway(taker.problem)) pool.add(group, pathway);
        const choice = await chooseOnce(pool, createSolver('highs'), NO_DEADLINE, null);
        expect(choice?.value ?? null).toBe(byBruteForce(question));
        const start = choice === null ? null : pool.choice(choice.plan);
        expect(start === null ? [] : findViolations(start.program, start.start ?? [])).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('runs of a unit', () => {
  it('are as few as hold the learners, and none where some would be too empty', () => {
    const size = { capacity: 15, least: 8 };
    const fewest = (learners: number, least = 8, required = false): number | null =>
      runsFor(learners, { ...size, least }, required)?.fewest ?? null;
    expect([0, 7, 8, 15, 16, 30, 31].map((it) => fewest(it))).toEqual([0, null, 1, 1, 2, 2, 3]);
    expect([fewest(0, 8, true), fewest(0, 1, true)]).toEqual([null, 1]);
    expect([0, 8, 30, 31].map((it) => runsFor(it, size, false)?.most)).toEqual([0, 1, 3, 3]);
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
          ).term,
        ).toBe(Math.min(...sums));
      }),
    );
  });
});
