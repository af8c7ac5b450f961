import fc, { type Arbitrary } from 'fast-check';
import { HELD, indexOfUnits, jointUnits, takerOf } from '../../src/delivery/joint.js';
import { ofRuns, type RunGoal, type RunLimit, type RunMeasure } from '../../src/delivery/seats/run-measure.js';
import type { ClassSize, LearnerGroup, Seated } from '../../src/delivery/seats/seated.js';
import { arbitraryProblem } from '../support/arbitrary-problem.js';
import { everyPathway } from '../support/brute-force.js';

/** A question with the goals that are taken in their order; its `goal` is the first of them. */
export interface SmallSeats extends Seated {
  readonly goals: readonly RunGoal[];
}

/**
 * Up to three groups of one or two learners over small qualifications that share units, some of them held. With wishes, there
 * are several goals, limits, and a plan that is kept.
 */
function arbitrarySeated(wishes: boolean): Arbitrary<SmallSeats> {
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
    const kept = wishes ? each(fc.constantFrom(0, 0, 1, 1, 2, 3)) : fc.constant(units.map(() => 0));
    const drawnSeats = fc.record({
      units: fc.constant(units),
      groups: fc.constant(groups),
      learners: fc.constant(learners),
      sizes: each(size.map(({ capacity, least }): ClassSize => ({ capacity, least: Math.min(least, capacity) }))),
      costs: each(fc.nat(20)),
      fixed: each(fc.constantFrom<0 | 1 | null>(null, null, null, null, null, null, 0, 1)),
      kept,
      limited: fc.array(fc.tuple(fc.nat(2), fc.nat(60)), { maxLength: wishes ? 2 : 0 }),
      order: fc.constantFrom([0], [0, 2], [1, 0], [0, 1, 2], [2, 0]),
    });
    return drawnSeats.map(({ costs, limited, order, ...seated }): SmallSeats => {
      const nothing = units.map(() => 0);
      const measures: readonly RunMeasure[] = [
        ofRuns(costs),
        { perRun: nothing, perUnit: 1, perChange: 0 },
        { perRun: nothing, perUnit: 0, perChange: 1 },
      ];
      const measure = (at: number): RunMeasure => measures[at] ?? ofRuns(costs);
      const limits = limited.map(([at, most]): RunLimit => ({
        option: `limit ${at}`,
        measure: measure(at),
        most: at === 0 ? most : most % 7,
        constant: 0,
      }));
      const goals = (wishes ? order : [0]).map((at): RunGoal => ({
        name: `goal ${at}`,
        measure: measure(at),
        constant: 0,
        scale: 1,
      }));
      return { ...seated, limits, goals, goal: goals[0]?.measure ?? ofRuns(costs) };
    });
  });
}

/** The least that plans come to under goals in their order, over every choice of a pathway for every learner and of runs for every unit. */
export function byBruteForceInOrder(seated: Omit<Seated, 'goal'>, goals: readonly RunGoal[]): readonly number[] | null {
  const choices = Array.from({ length: seated.learners }, (): readonly (readonly number[])[] => []);
  for (const { taker, members } of seated.groups) {
    const sets = everyPathway(taker.problem).map((it) =>
      it.map((entry) => taker.units[entry] ?? NaN).filter((u) => u !== HELD),
    );
    for (const learner of members)
      choices[learner] = [...new Map(sets.map((set) => [[...set].sort((a, b) => a - b).join(), set])).values()];
  }
  const seats = seated.units.map(() => 0);
  const looked = new Set<string>();
  let best: readonly number[] | null = null;
  const search = (learner: number): void => {
    const own = choices[learner];
    if (own === undefined) {
      const key = seats.join();
      if (looked.has(key)) return;
      looked.add(key);
      const found = bestRunsFor(seated, goals, seats);
      if (found !== null && (best === null || isLess(found, best))) best = found;
      return;
    }
    for (const set of own) {
      for (const unit of set) seats[unit] = (seats[unit] ?? 0) + 1;
      search(learner + 1);
      for (const unit of set) seats[unit] = (seats[unit] ?? 0) - 1;
    }
  };
  search(0);
  return best;
}

/** The least under the question's own goal. */
export function byBruteForce(seated: Seated): number | null {
  const goal = { name: 'goal', measure: seated.goal, constant: 0, scale: 1 };
  return byBruteForceInOrder(seated, [goal])?.[0] ?? null;
}

/** Written without the code under test: tries every number of runs that fits, unit by unit. */
function bestRunsFor(
  { sizes, fixed, kept, limits }: Omit<Seated, 'goal'>,
  goals: readonly RunGoal[],
  seats: readonly number[],
): readonly number[] | null {
  const measures = [...goals.map((it) => it.measure), ...limits.map((it) => it.measure)];
  let sums: readonly (readonly number[])[] = [measures.map(() => 0)];
  for (const [unit, taken] of seats.entries()) {
    const { capacity, least } = sizes[unit] ?? { capacity: 1, least: 1 };
    const before = kept[unit] ?? NaN;
    const fitting = Array.from({ length: 8 }, (_, runs) => runs).filter((runs) => {
      if (fixed[unit] === 0) return taken === 0 && runs === 0;
      const isEmptyRun = fixed[unit] === 1 && taken === 0 && runs === 1 && least === 1;
      return runs >= (fixed[unit] === 1 ? 1 : 0) && taken <= runs * capacity && (taken >= runs * least || isEmptyRun);
    });
    const own = fitting.map((runs) =>
      measures.map(({ perRun, perUnit, perChange }) => {
        const change = runs > before ? runs - before : before - runs;
        return (perRun[unit] ?? NaN) * runs + (runs === 0 ? 0 : perUnit) + perChange * change;
      }),
    );
    const all = sums.flatMap((sum) => own.map((more) => sum.map((it, at) => it + (more[at] ?? NaN))));
    sums = [...new Map(all.map((it) => [it.join(), it])).values()];
  }
  const within = sums.filter((sum) => limits.every(({ most }, at) => (sum[goals.length + at] ?? NaN) <= most));
  const values = within.map((sum) => sum.slice(0, goals.length));
  return values.reduce<readonly number[] | null>((best, it) => (best === null || isLess(it, best) ? it : best), null);
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at >= 0 && (a[at] ?? NaN) < (b[at] ?? NaN);
}

const isSmall = ({ learners, groups }: Seated): boolean => {
  const most = groups.map(({ taker, members }) => 2 ** (taker.units.length * members.length));
  return learners <= 5 && most.reduce((product, it) => product * it, 1) <= 2 ** 16;
};

/** Few enough learners and pathways to try every choice. */
export const small = arbitrarySeated(false).filter(isSmall);

/** The same with several goals, limits and a plan that is kept. */
export const wished = arbitrarySeated(true).filter(isSmall);
