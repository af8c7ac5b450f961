import fc, { type Arbitrary } from 'fast-check';
import { HELD, indexOfUnits, jointUnits, takerOf } from '../../src/delivery/joint.js';
import type { ClassSize, LearnerGroup, Seated } from '../../src/delivery/seats/seated.js';
import { arbitraryProblem } from '../support/arbitrary-problem.js';
import { everyPathway } from '../support/brute-force.js';

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
export function byBruteForce(seated: Seated): number | null {
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

/** Few enough learners and pathways to try every choice. */
export const small = arbitrarySeated().filter(({ learners, groups }) => {
  const most = groups.map(({ taker, members }) => 2 ** (taker.units.length * members.length));
  return learners <= 5 && most.reduce((product, it) => product * it, 1) <= 2 ** 16;
});
