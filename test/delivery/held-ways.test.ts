import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certifyTaker, takerOfWays } from '../../src/delivery/held-ways.js';
import { HELD, indexOfUnits, jointUnits, takerOf, type JointUnit, type Taker } from '../../src/delivery/joint.js';
import { ofRuns } from '../../src/delivery/seats/run-measure.js';
import { findSeatPlan } from '../../src/delivery/seats/seat-plan.js';
import type { Seated } from '../../src/delivery/seats/seated.js';
import type { Problem } from '../../src/domain/problem.js';
import type { Statement } from '../../src/domain/statement.js';
import type { UnitFilter } from '../../src/domain/unit-filter.js';
import { withWays } from '../../src/domain/using-held.js';
import { arbitraryProblem } from '../support/arbitrary-problem.js';
import { everyPathway } from '../support/brute-force.js';
import { deliveryMeans } from '../support/joint.js';
import { byBruteForce } from './small-seats.js';

interface Case {
  readonly problem: Problem;
  readonly ways: readonly ReadonlySet<string>[];
}

/** Whether all units of some kind are asked for, where the kind depends on what is held: no words of the notation say that. */
function asksForHeld(statement: unknown): boolean {
  if (typeof statement !== 'object' || statement === null) return false;
  const { kind, filter } = statement as Partial<Statement & { readonly filter: UnitFilter }>;
  if (kind === 'all-units' && filter !== undefined && (filter.achieved || filter.unstartable !== null)) return true;
  return Object.values(statement).some((part) => (Array.isArray(part) ? part.some(asksForHeld) : asksForHeld(part)));
}

/** A small qualification whose units may be listed twice, and up to three ways, none of which covers what another does. */
const problems = arbitraryProblem({ maxEntries: 5, maxConditions: 3, depth: 1, maxAmount: 9 }).filter(
  ({ conditions }) => !conditions.some(asksForHeld),
);

const cases: Arbitrary<Case> = problems.chain((it) => {
  const problem: Problem = { ...it, achieved: it.entries.map(() => false) };
  const identities = [...new Set(it.entries.map(({ identity }) => identity))];
  const size = Math.ceil(identities.length / 2);
  const way = fc.oneof(
    fc.subarray(identities),
    fc.subarray(identities, { minLength: Math.min(1, size), maxLength: size }),
    fc.subarray(identities, { minLength: size, maxLength: size }),
  );
  return fc.array(way, { minLength: 1, maxLength: 3 }).map((drawn): Case => {
    const ways = drawn.map((own) => new Set(own));
    const isLess = (it: ReadonlySet<string>, at: number): boolean =>
      ways.some((other, place) => [...it].every((own) => other.has(own)) && (other.size > it.size || place < at));
    return { problem, ways: ways.filter((it, at) => !isLess(it, at)) };
  });
});

/** The sets of units that pathways have their learner attend, with what each of them counts in the model. */
function attended(taker: Taker): ReadonlySet<string> {
  return new Set(
    everyPathway(taker.problem).map((selection) => {
      const units = selection.map((entry) => taker.units[entry] ?? NaN).filter((unit) => unit !== HELD);
      const counted = selection.map((entry) => taker.ways?.origins[entry] ?? entry);
      return `${units.join()} of ${counted.join()}`;
    }),
  );
}

const sorted = (sets: readonly ReadonlySet<string>[]): readonly string[] =>
  [...new Set(sets.flatMap((it) => [...it]))].sort((a, b) => (a < b ? -1 : 1));

const plainly = ({ problem, ways }: Case, units: readonly JointUnit[]): readonly Taker[] =>
  ways.map((way, at) => takerOf(`way ${at}`, withWays(problem, [way]), indexOfUnits(units)));

describe('a learner with several ways of using what is held', () => {
  it('has the pathways of every way, and no others', () => {
    let several = 0;
    fc.assert(
      fc.property(cases, ({ problem, ways }) => {
        const units = jointUnits([problem]);
        const taker = takerOfWays('l', problem, ways, indexOfUnits(units));
        expect(sorted([attended(taker)])).toEqual(sorted(plainly({ problem, ways }, units).map(attended)));
        several += ways.length > 1 && attended(taker).size > 1 ? 1 : 0;
      }),
      { numRuns: 500 },
    );
    expect(several).toBeGreaterThan(60);
  });

  it('has each of them accepted in the model itself, by one of the ways', () => {
    fc.assert(
      fc.property(cases, ({ problem, ways }) => {
        const taker = takerOfWays('l', problem, ways, indexOfUnits(jointUnits([problem])));
        for (const selection of everyPathway(taker.problem)) expect(certifyTaker(taker, selection).ok).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('is planned with the way that is best for everybody', async () => {
    const costs = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 5, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(cases, costs, fc.integer({ min: 1, max: 2 }), async (drawn, perRun, capacity) => {
        const units = jointUnits([drawn.problem]);
        const seatedWith = (takers: readonly Taker[]): Seated => ({
          units,
          groups: takers.map((taker, at) => ({ taker, members: [at] })),
          learners: takers.length,
          sizes: units.map(() => ({ capacity, least: 1 })),
          goal: ofRuns(units.map(({ index }) => perRun[index] ?? NaN)),
          limits: [],
          kept: units.map(() => 0),
          fixed: units.map(() => null),
        });
        const own = takerOfWays('l', drawn.problem, drawn.ways, indexOfUnits(units));
        const answer = await findSeatPlan(seatedWith([own, own]), deliveryMeans());
        const plain = plainly(drawn, units);
        const values = plain.flatMap((one) => plain.map((two) => byBruteForce(seatedWith([one, two])) ?? Infinity));
        const best = Math.min(...values);
        expect('value' in answer ? answer.value : answer.status).toBe(best === Infinity ? 'infeasible' : best);
      }),
      { numRuns: 150 },
    );
  });
});
