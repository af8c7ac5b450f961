import fc, { type Arbitrary } from 'fast-check';
import { HELD, indexOfUnits, jointUnits, takerOf } from '../../src/delivery/joint.js';
import { ofRuns } from '../../src/delivery/seats/run-measure.js';
import type { LearnerGroup, Seated } from '../../src/delivery/seats/seated.js';
import { NOTHING_KEPT } from '../../src/delivery/terms/kept-runs.js';
import type { StaffMember, Terms } from '../../src/delivery/terms/terms.js';
import type { Problem } from '../../src/domain/problem.js';
import { everyPathway } from '../support/brute-force.js';
import { smallProblem, type BriefUnit } from '../support/small-qualification.js';

const UNITS: readonly BriefUnit[] = [
  ['A', 'U 1', 2, 3, 10],
  ['A', 'U 2', 2, 3, 20],
  ['B', 'U 3', 2, 4, 30],
];

const RULES: readonly (readonly string[])[] = [
  ['at least 3 credits'],
  ['at least 6 credits'],
  ['all units from A', 'units U 2 need unit U 1'],
  ['all units from B', 'any unit from B needs at least 1 unit from A'],
  ['at least 7 credits', 'units U 3 need unit U 1'],
];

/** Learners over three units in two periods. */
export interface Case {
  readonly seated: Seated;
  readonly terms: Terms;
}

/** Two or three learners, three units, two periods, up to two people: small enough to try everything. */
export const cases: Arbitrary<Case> = fc
  .record({
    rules: fc.array(fc.tuple(fc.constantFrom(...RULES), fc.subarray(['U 1', 'U 2'])), { minLength: 1, maxLength: 3 }),
    capacity: fc.integer({ min: 1, max: 3 }),
    least: fc.integer({ min: 1, max: 2 }),
    maxLoad: fc.constantFrom(null, 20, 30, 40),
    staff: fc.array(
      fc.record({
        hours: fc.tuple(fc.constantFrom(0, 20, 30, 60), fc.constantFrom(0, 30, 60)),
        units: fc.subarray([0, 1, 2]),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ rules, capacity, least, maxLoad, staff }): Case => {
    const problems = rules.map(([rule, held]) => smallProblem(UNITS, rule, held));
    const units = jointUnits(problems);
    const index = indexOfUnits(units);
    const groups = problems.map((it, at): LearnerGroup => ({ taker: takerOf(`l${at}`, it, index), members: [at] }));
    const people = staff.map(({ hours, units: own }, at): StaffMember => ({
      person: `P${at}`,
      hours,
      units: new Set(own),
    }));
    return {
      seated: {
        units,
        groups,
        learners: groups.length,
        sizes: units.map(() => ({ capacity, least: Math.min(least, capacity) })),
        goal: ofRuns([10, 20, 30]),
        limits: [],
        kept: [0, 0, 0],
        fixed: [null, null, null],
      },
      terms: { periods: 2, staff: people, maxLoad, hours: [10, 20, 30], kept: NOTHING_KEPT },
    };
  });

/** Every way for one learner: the units attended, each with its period. */
export function ways(
  problem: Problem,
  units: Int32Array,
  { maxLoad, hours }: Terms,
): readonly (readonly [number, number][])[] {
  return everyPathway(problem).flatMap((selection) => {
    const attended = selection.map((entry) => units[entry] ?? NaN).filter((unit) => unit !== HELD);
    const all: (readonly [number, number][])[] = [];
    for (let bits = 0; bits < 1 << attended.length; bits++) {
      const timed = attended.map((unit, at): [number, number] => [unit, (bits >> at) & 1]);
      const loads = [0, 1].map((period) =>
        timed.reduce((sum, [unit, at]) => sum + (at === period ? (hours[unit] ?? NaN) : 0), 0),
      );
      if (maxLoad !== null && loads.some((load) => load > maxLoad)) continue;
      if (inOrder(problem, timed, selection)) all.push(timed);
    }
    return all;
  });
}

/** Read off the words of RULES: U 2 after U 1, U 3 after U 1, or U 3 after any unit of A. */
function inOrder(
  problem: Problem,
  timed: readonly (readonly [number, number])[],
  selection: readonly number[],
): boolean {
  const periods = new Map(timed);
  const heldOrBefore = (unit: number, period: number): boolean => {
    if (problem.achieved[unit] === true) return selection.includes(unit);
    return (periods.get(unit) ?? Infinity) < period;
  };
  return problem.conditions.every((statement) => {
    if (statement.kind !== 'needs') return true;
    const isAllOf = statement.requirement.kind === 'all-units';
    const isUnit2 = statement.dependants.from.kind === 'units' && statement.dependants.from.units.includes('U 2');
    const period = periods.get(isUnit2 ? 1 : 2);
    if (period === undefined) return true;
    if (isAllOf && problem.achieved[0] === true) return true;
    return isAllOf ? heldOrBefore(0, period) : heldOrBefore(0, period) || heldOrBefore(1, period);
  });
}
