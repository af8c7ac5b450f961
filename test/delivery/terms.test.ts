import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Seated } from '../../src/delivery/seats/seated.js';
import { findTermPlan, type TermAnswer } from '../../src/delivery/terms/term-plan.js';
import type { StaffMember, Terms } from '../../src/delivery/terms/terms.js';
import { deliveryMeans } from '../support/joint.js';
import { cases, ways, type Case } from './small-terms.js';

/** The least cost, over every way for every learner and every number of runs by person, unit and period. */
function byBruteForce({ seated, terms }: Case): number | null {
  const choices = seated.groups.map(({ taker }) => ways(taker.problem, taker.units, terms));
  let best = Infinity;
  const seats = Array.from({ length: 6 }, () => 0);
  const search = (learner: number): void => {
    const own = choices[learner];
    if (own === undefined) {
      best = Math.min(best, runsCost(seated, terms, seats));
      return;
    }
    for (const way of own) {
      for (const [unit, period] of way) seats[2 * unit + period] = (seats[2 * unit + period] ?? 0) + 1;
      search(learner + 1);
      for (const [unit, period] of way) seats[2 * unit + period] = (seats[2 * unit + period] ?? 0) - 1;
    }
  };
  search(0);
  return best === Infinity ? null : best;
}

function runsCost({ sizes, goal }: Seated, { staff, hours }: Terms, seats: readonly number[]): number {
  const needed = seats.map((taken, at) => {
    const { capacity, least } = sizes[at >> 1] ?? { capacity: 1, least: 1 };
    const runs = Math.ceil(taken / capacity);
    return runs * least <= taken ? runs : Infinity;
  });
  const total = needed.reduce((sum, runs, at) => sum + (runs === 0 ? 0 : runs * (goal.perRun[at >> 1] ?? NaN)), 0);
  if (total === Infinity || (staff.length > 0 && !canStaff(needed, staff, hours))) return Infinity;
  return total;
}

function canStaff(needed: readonly number[], staff: readonly StaffMember[], hours: readonly number[]): boolean {
  const jobs = needed.flatMap((runs, at) => Array.from({ length: runs }, () => at));
  const left = staff.map(({ hours: own }) => [...own]);
  const assign = (job: number): boolean => {
    const at = jobs[job];
    if (at === undefined) return true;
    const [unit, period] = [at >> 1, at & 1];
    return staff.some((member, person) => {
      const own = left[person] ?? [];
      const after = (own[period] ?? 0) - (hours[unit] ?? NaN);
      if (after < 0 || member.units?.has(unit) === false) return false;
      own[period] = after;
      const fits = assign(job + 1);
      own[period] = after + (hours[unit] ?? NaN);
      return fits;
    });
  };
  return assign(0);
}

function valueOf(answer: TermAnswer): unknown {
  if (answer.status === 'infeasible') return null;
  return answer.status === 'optimal' ? answer.value : answer;
}

describe('a plan in periods', () => {
  it('is the best of brute force, with learners, classes, order, load and staff', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (it) => {
        const answer = await findTermPlan(it.seated, it.terms, { selections: null, bound: null }, deliveryMeans());
        expect(valueOf(answer)).toBe(byBruteForce(it));
      }),
      { numRuns: 250 },
    );
  });
});
