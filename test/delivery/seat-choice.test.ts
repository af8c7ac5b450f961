import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PathwayPool } from '../../src/delivery/seats/pathway-pool.js';
import { checkSeats } from '../../src/delivery/seats/seat-check.js';
import { chooseOnAndOn, chooseOnce } from '../../src/delivery/seats/seat-choice.js';
import { findSeatPlan } from '../../src/delivery/seats/seat-plan.js';
import type { Found } from '../../src/delivery/seats/seat-search.js';
import type { Seated, SeatPlan } from '../../src/delivery/seats/seated.js';
import type { Selection } from '../../src/domain/problem.js';
import { NO_DEADLINE } from '../../src/methods/deadline.js';
import { findViolations } from '../../src/program/feasibility.js';
import { createSolver } from '../../src/solvers/create-solver.js';
import { everyPathway } from '../support/brute-force.js';
import { deliveryMeans } from '../support/joint.js';
import { byBruteForce, small } from './small-seats.js';

const solver = createSolver('highs');

function poolOf(seated: Seated, pathways: (group: number) => readonly Selection[]): PathwayPool {
  const pool = new PathwayPool(seated);
  for (const group of seated.groups.keys()) for (const it of pathways(group)) pool.add(group, it);
  return pool;
}

const every = ({ groups }: Seated) => groups.map(({ taker }) => everyPathway(taker.problem));

/** What a plan costs, and whether it stands up to the check from the other side. */
function judged(seated: Seated, plan: SeatPlan): readonly [ok: boolean, value: number] {
  const value = plan.runs.reduce((sum, runs, unit) => sum + runs * (seated.goal.perRun[unit] ?? NaN), 0);
  return [checkSeats(seated, plan).ok, value];
}

describe('the choice among pathways that a search has found', () => {
  it('is the best plan of all where every pathway is among them', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(small, async (seated) => {
        const all = every(seated);
        const plan = await chooseOnce(
          poolOf(seated, (group) => all[group] ?? []),
          solver,
          NO_DEADLINE,
          null,
        );
        expect(plan?.value ?? null).toBe(byBruteForce(seated));
        const checked = plan === null ? [true, null] : judged(seated, plan.plan);
        expect(checked).toEqual([true, plan?.value ?? null]);
        found += plan === null ? 0 : 1;
      }),
      { numRuns: 150 },
    );
    expect(found).toBeGreaterThan(40);
  });

  it('is never worse than the plan that it starts from, and never better than the best', async () => {
    let started = 0;
    await fc.assert(
      fc.asyncProperty(small, fc.infiniteStream(fc.nat()), async (seated, numbers) => {
        const answer = await findSeatPlan(seated, deliveryMeans({ program: false }));
        if (!('value' in answer)) return;
        const best: Found = { plan: answer.plan, value: answer.value };
        const pool = poolOf(
          seated,
          (group) => every(seated)[group]?.filter(() => (numbers.next().value ?? 0) % 3 === 0) ?? [],
        );
        const choice = pool.choice(best.plan);
        if (choice?.start === null || choice === null) throw new Error('there is a plan to start from');
        expect(findViolations(choice.program, choice.start)).toEqual([]);
        expect(choice.planAt(choice.start).runs).toEqual(best.plan.runs);
        started += 1;
        const plan = await chooseOnce(pool, solver, NO_DEADLINE, best);
        const value = plan?.value ?? NaN;
        expect([value <= best.value, value >= (byBruteForce(seated) ?? NaN)]).toEqual([true, true]);
      }),
      { numRuns: 80 },
    );
    expect(started).toBeGreaterThan(20);
  });

  it('keeps of each group the pathways that were seen last, and has nothing to say while a group has none', () => {
    const [seated] = fc.sample(
      small.filter(({ groups }) => groups.length > 1 && every({ groups } as Seated).every((it) => it.length > 1)),
      1,
    );
    if (seated === undefined) throw new Error('there is such a question');
    const all = every(seated);
    expect(poolOf(seated, (group) => (group === 0 ? (all[0] ?? []) : [])).choice(null)).toBeNull();
    const pool = poolOf(seated, (group) => all[group] ?? []);
    const before = pool.choice(null)?.program.columns.length;
    pool.addPlan(seated.groups.flatMap(({ members }, group) => members.map(() => all[group]?.[0] ?? [])));
    expect(pool.choice(null)?.program.columns.length).toBe(before);
  });

  it('goes on until it is stopped, each time there is more to choose from', async () => {
    const [seated] = fc.sample(
      small.filter((it) => byBruteForce(it) !== null),
      1,
    );
    if (seated === undefined) throw new Error('there is such a question');
    const all = every(seated);
    const pool = poolOf(seated, (group) => all[group] ?? []);
    const plan = seated.groups.flatMap(({ members }, group) => members.map(() => all[group]?.[0] ?? []));
    const stop = new AbortController();
    const deadline = { remaining: () => 10_000, passed: () => stop.signal.aborted };
    const values: number[] = [];
    const done = chooseOnAndOn(
      pool,
      solver,
      deadline,
      () => null,
      ({ value }) => {
        values.push(value);
        if (values.length === 2) stop.abort();
        else for (let time = 0; time < 20; time++) pool.addPlan(plan);
      },
    );
    for (let time = 0; time < 20; time++) pool.addPlan(plan);
    await done;
    expect(values).toEqual([byBruteForce(seated), byBruteForce(seated)]);
  });
});
