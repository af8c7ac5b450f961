import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planInOrder } from '../../src/delivery/seats/goals-in-order.js';
import { ofRuns, type RunGoal, type RunMeasure } from '../../src/delivery/seats/run-measure.js';
import type { Seated } from '../../src/delivery/seats/seated.js';
import { measureInTime } from '../../src/delivery/terms/kept-runs.js';
import { findTermPlan, type Timed } from '../../src/delivery/terms/term-plan.js';
import type { StaffMember, Terms } from '../../src/delivery/terms/terms.js';
import { deliveryMeans } from '../support/joint.js';
import { cases, ways, type Case } from './small-terms.js';

/** The same with a plan that is kept, goals in their order and limits. */
interface WishedCase extends Case {
  readonly goals: readonly RunGoal[];
}

const MEASURES: readonly RunMeasure[] = [
  ofRuns([10, 20, 30]),
  { perRun: [0, 0, 0], perUnit: 1, perChange: 0 },
  { perRun: [0, 0, 0], perUnit: 0, perChange: 1 },
];

const measure = (at: number): RunMeasure => MEASURES[at] ?? ofRuns([10, 20, 30]);

const wished: Arbitrary<WishedCase> = fc
  .record({
    base: cases,
    kept: fc.array(
      fc.record({
        unit: fc.nat(2),
        period: fc.nat(2),
        staff: fc.constantFrom(-1, 0, 1),
        count: fc.integer({ min: 1, max: 2 }),
      }),
      { maxLength: 3 },
    ),
    byPeriod: fc.boolean(),
    byStaff: fc.boolean(),
    required: fc.constantFrom(null, null, null, 0, 1, 2),
    order: fc.constantFrom([0], [0, 2], [2, 0], [1, 2], [0, 1, 2]),
    limited: fc.array(fc.tuple(fc.nat(2), fc.nat(9)), { maxLength: 1 }),
  })
  .map(({ base, kept, byPeriod, byStaff, required, order, limited }): WishedCase => {
    const runs = kept.map((it) => (base.terms.staff.length === 0 ? { ...it, staff: null } : it));
    const byUnit = [0, 1, 2].map((unit) => runs.reduce((sum, it) => sum + (it.unit === unit ? it.count : 0), 0));
    const limits = limited.map(([at, most]) => ({
      option: `limit ${at}`,
      measure: measure(at),
      most: at === 0 ? most * 20 : most,
      constant: 0,
    }));
    const fixed = [0, 1, 2].map((unit) => (unit === required ? 1 : null));
    const goals = order.map((at) => ({ name: `${at}`, measure: measure(at), constant: 0, scale: 1 }));
    return {
      goals,
      seated: { ...base.seated, goal: goals[0]?.measure ?? measure(0), limits, kept: byUnit, fixed },
      terms: { ...base.terms, kept: { runs, byPeriod, byStaff: byStaff && base.terms.staff.length > 0 } },
    };
  });

type Placed = readonly (readonly [at: number, person: number])[];

/** Every way of putting runs of one unit and period into the hands of people; person -1 where staff is not planned. */
function placings(at: number, runs: number, { staff, hours }: Terms): readonly Placed[] {
  if (staff.length === 0) return [Array.from({ length: runs }, () => [at, -1])];
  const able = [...staff.keys()].filter((person) => {
    const member = staff[person];
    return member?.units?.has(at >> 1) === true && (member.hours[at & 1] ?? 0) >= (hours[at >> 1] ?? NaN);
  });
  const ways = (left: number, from: number): Placed[] =>
    left === 0
      ? [[]]
      : able.slice(from).flatMap((person, on) => ways(left - 1, from + on).map((it): Placed => [[at, person], ...it]));
  return ways(runs, 0);
}

/** The least under goals in their order: every way for every learner, every number of runs, everybody who may take them. */
function wishedByBruteForce({ seated, terms, goals }: WishedCase): readonly number[] | null {
  const choices = seated.groups.map(({ taker }) => ways(taker.problem, taker.units, terms));
  const looked = new Set<string>();
  let best: readonly number[] | null = null;
  const consider = (seats: readonly number[]): void => {
    let plans: readonly Placed[] = [[]];
    for (const [at, taken] of seats.entries()) {
      const { capacity, least } = seated.sizes[at >> 1] ?? { capacity: 1, least: 1 };
      const nobody = (seats[at & ~1] ?? 0) + (seats[at | 1] ?? 0) === 0;
      const isAskedFor = seated.fixed[at >> 1] === 1 && least === 1 && nobody;
      const counts = [0, 1, 2, 3].filter(
        (runs) => taken <= runs * capacity && (taken >= runs * least || (isAskedFor && runs === 1)),
      );
      const own = counts.flatMap((runs) => placings(at, runs, terms));
      plans = plans.flatMap((plan) => own.map((more) => [...plan, ...more]));
    }
    for (const plan of plans) {
      const values = judged(seated, terms, goals, plan, seats);
      if (values !== null && (best === null || isLess(values, best))) best = values;
    }
  };
  const seats = Array.from({ length: 6 }, () => 0);
  const search = (learner: number): void => {
    const own = choices[learner];
    if (own === undefined) {
      if (!looked.has(seats.join())) consider(seats);
      looked.add(seats.join());
      return;
    }
    for (const way of own) {
      for (const [unit, period] of way) seats[2 * unit + period] = (seats[2 * unit + period] ?? 0) + 1;
      search(learner + 1);
      for (const [unit, period] of way) seats[2 * unit + period] = (seats[2 * unit + period] ?? 0) - 1;
    }
  };
  search(0);
  return best;
}

function judged(
  { limits, fixed }: Seated,
  { staff, hours, kept }: Terms,
  goals: readonly RunGoal[],
  plan: Placed,
  seats: readonly number[],
): readonly number[] | null {
  if (!isStaffed(staff, hours, plan)) return null;
  const slots = new Map<string, number>();
  const runs = [0, 0, 0];
  const slot = (unit: number, period: number, person: number): string =>
    [unit, kept.byPeriod ? period : '', kept.byStaff ? person : ''].join();
  for (const [at, person] of plan) {
    const [unit, period] = [at >> 1, at & 1];
    runs[unit] = (runs[unit] ?? 0) + 1;
    slots.set(slot(unit, period, person), (slots.get(slot(unit, period, person)) ?? 0) + 1);
  }
  if (!areKept(fixed, runs, seats)) return null;
  for (const { unit, period, staff: person, count } of kept.runs) {
    const key = slot(unit, period ?? NaN, person ?? NaN);
    slots.set(key, (slots.get(key) ?? 0) - count);
  }
  const changes = [...slots.values()].reduce((sum, it) => sum + Math.abs(it), 0);
  const units = runs.filter((it) => it > 0).length;
  const valueOfMeasure = ({ perRun, perUnit, perChange }: RunMeasure): number =>
    runs.reduce((sum, it, unit) => sum + it * (perRun[unit] ?? NaN), perUnit * units + perChange * changes);
  if (limits.some(({ measure: own, most }) => valueOfMeasure(own) > most)) return null;
  return goals.map(({ measure: own }) => valueOfMeasure(own));
}

function isStaffed(staff: readonly StaffMember[], hours: readonly number[], plan: Placed): boolean {
  const taught = new Map<string, number>();
  for (const [at, person] of plan) {
    const key = `${person} ${at & 1}`;
    taught.set(key, (taught.get(key) ?? 0) + (hours[at >> 1] ?? NaN));
  }
  return staff.every((member, person) =>
    member.hours.every((most, at) => (taught.get(`${person} ${at}`) ?? 0) <= most),
  );
}

function areKept(fixed: Seated['fixed'], runs: readonly number[], seats: readonly number[]): boolean {
  return fixed.every((wish, unit) => {
    const nobody = (seats[2 * unit] ?? 0) + (seats[2 * unit + 1] ?? 0) === 0;
    return wish !== 1 || (runs[unit] !== 0 && (!nobody || runs[unit] === 1));
  });
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at >= 0 && (a[at] ?? NaN) < (b[at] ?? NaN);
}

describe('a plan in periods with wishes', () => {
  it('is the best of brute force, with runs kept in their period and with their person, limits and goals in order', async () => {
    let [found, none] = [0, 0];
    await fc.assert(
      fc.asyncProperty(wished, async (it) => {
        const { seated, terms, goals } = it;
        const answer = await planInOrder<Timed>(seated, goals, 2, deliveryMeans(), async ({ goal, limits, means }) =>
          findTermPlan({ ...seated, goal, limits }, terms, { selections: null, bound: null }, means),
        );
        const values =
          answer.status === 'optimal'
            ? goals.map(({ measure: own }) => measureInTime(own, 3, terms.kept, answer.plan.runs))
            : answer.status === 'infeasible'
              ? null
              : answer;
        const best = wishedByBruteForce(it);
        expect(values).toEqual(best);
        found += best !== null && terms.kept.runs.length > 0 ? 1 : 0;
        none += best === null ? 1 : 0;
      }),
      { numRuns: 200 },
    );
    expect([found > 30, none > 20]).toEqual([true, true]);
  });
});
