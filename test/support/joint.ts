import fc, { type Arbitrary } from 'fast-check';
import {
  indexOfUnits,
  jointUnits,
  takerOf,
  HELD,
  type Joint,
  type JointGoal,
  type JointLimit,
} from '../../src/delivery/joint.js';
import type { DeliveryMeans } from '../../src/delivery/means.js';
import { itemAt } from '../../src/domain/item-at.js';
import type { Problem } from '../../src/domain/problem.js';
import { NO_DEADLINE } from '../../src/methods/deadline.js';
import { createDiagramStore } from '../../src/methods/diagram-method.js';
import { createProgramMethod } from '../../src/methods/program-method.js';
import { createSolver } from '../../src/solvers/create-solver.js';
import { arbitraryProblem } from './arbitrary-problem.js';
import { everyPathway } from './brute-force.js';
import { smallProblem, type BriefUnit } from './small-qualification.js';

const solver = createSolver('highs');

/** Means without a deadline; by default both roads. */
export function deliveryMeans(roads: { readonly split?: boolean; readonly program?: boolean } = {}): DeliveryMeans {
  const { split = true, program = true } = roads;
  return {
    store: createDiagramStore(),
    solver: program ? solver : null,
    split,
    method: createProgramMethod(createSolver('javascript-lp-solver')),
    deadline: NO_DEADLINE,
    seed: 1,
    progress: () => undefined,
  };
}

/** What a random joint question may have. */
export interface JointShape {
  /** Whether takers hold units, so that prior-learning caps bite. */
  readonly held?: boolean;
  readonly limits?: boolean;
}

/** Up to three small qualifications that share units, some under another reference, with wishes and limits. */
export function arbitraryJoint({ held = false, limits = true }: JointShape = {}): Arbitrary<Joint> {
  const problem = arbitraryProblem({ maxEntries: 5, maxConditions: 3, depth: 1, maxAmount: 9 });
  return fc.array(fc.tuple(problem, fc.boolean()), { minLength: 1, maxLength: 3 }).chain((drawn) => {
    const problems = drawn.map(([it, renamed], at) => rename(held ? it : withoutHoldings(it), renamed ? `${at}` : ''));
    const units = jointUnits(problems);
    const takers = problems.map((it, at) => takerOf(`q${at + 1}`, it, indexOfUnits(units)));
    const weights = hoursOf(
      problems,
      units.length,
      units.map(({ identity }) => identity),
    );
    const wish = fc.constantFrom<0 | 1 | null>(null, null, null, null, null, null, null, 0, 1);
    return fc.record({
      units: fc.constant(units),
      takers: fc.constant(takers),
      goals: arbitraryGoals(weights),
      limits: limits ? arbitraryLimits(weights) : fc.constant([]),
      fixed: fc.array(wish, { minLength: units.length, maxLength: units.length }),
    });
  });
}

/**
 * Qualifications in a ring of three or five, each of which asks for one of two units, one of them the next one's too: half of
 * every unit would do for all, so that a proof of what they need together has to branch.
 */
export function arbitraryRing(): Arbitrary<Joint> {
  return fc
    .tuple(fc.constantFrom(3, 5), fc.array(fc.integer({ min: 10, max: 19 }), { minLength: 5, maxLength: 5 }))
    .map(([size, hours]) => {
      const unit = (at: number): BriefUnit => ['A', `U${at % size}`, 3, 1, itemAt(hours, at % size)];
      const problems = Array.from({ length: size }, (_, at) =>
        smallProblem([unit(at), unit(at + 1)], ['at least 1 unit']),
      );
      const units = jointUnits(problems);
      const weights = hoursOf(
        problems,
        units.length,
        units.map(({ identity }) => identity),
      );
      return {
        units,
        takers: problems.map((it, at) => takerOf(`q${at + 1}`, it, indexOfUnits(units))),
        goals: [{ name: 'glh', weights, constant: 0, scale: 1 }],
        limits: [],
        fixed: units.map(() => null),
      };
    });
}

function withoutHoldings(problem: Problem): Problem {
  return { ...problem, achieved: problem.entries.map(() => false) };
}

/** The same units under other references: identities stay as they are. */
function rename(problem: Problem, suffix: string): Problem {
  if (suffix === '') return problem;
  const entries = problem.entries.map((entry) => ({ ...entry, ref: `${entry.ref} at ${suffix}` }));
  return { ...problem, entries, qualification: { ...problem.qualification, entries } };
}

function hoursOf(problems: readonly Problem[], count: number, identities: readonly string[]): number[] {
  const weights = Array.from({ length: count }, () => 0);
  for (const { entries } of problems) {
    for (const { identity, glh } of entries) {
      const unit = identities.indexOf(identity);
      weights[unit] = Math.max(weights[unit] ?? 0, glh ?? 0);
    }
  }
  return weights;
}

function arbitraryGoals(hours: readonly number[]): Arbitrary<readonly JointGoal[]> {
  const byHours: JointGoal = { name: 'glh', weights: hours, constant: 0, scale: 1 };
  const byUnits: JointGoal = { name: 'units', weights: hours.map(() => 1), constant: 0, scale: 1 };
  const changes = fc
    .array(fc.boolean(), { minLength: hours.length, maxLength: hours.length })
    .map((kept): JointGoal => ({
      name: 'changes',
      weights: kept.map((it) => (it ? -1 : 1)),
      constant: kept.filter((it) => it).length,
      scale: 1,
    }));
  return fc.oneof(
    fc.constant([byHours]),
    fc.constant([byHours, byUnits]),
    fc.constant([byUnits, byHours]),
    changes.map((it) => [byHours, it]),
    changes.map((it) => [it, byHours]),
  );
}

function arbitraryLimits(hours: readonly number[]): Arbitrary<readonly JointLimit[]> {
  const units = fc
    .nat(hours.length)
    .map((most): JointLimit => ({ option: `--max-units ${most}`, weights: hours.map(() => 1), most, constant: 0 }));
  const glh = fc
    .nat(80)
    .map((most): JointLimit => ({ option: `--max-glh ${most}`, weights: hours, most, constant: 0 }));
  const changes = fc
    .tuple(fc.array(fc.boolean(), { minLength: hours.length, maxLength: hours.length }), fc.nat(3))
    .map(([kept, most]): JointLimit => ({
      option: `--max-changes ${most}`,
      weights: kept.map((it) => (it ? -1 : 1)),
      most: most - kept.filter((it) => it).length,
      constant: kept.filter((it) => it).length,
    }));
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 2, arbitrary: units.map((it) => [it]) },
    { weight: 1, arbitrary: glh.map((it) => [it]) },
    { weight: 1, arbitrary: changes.map((it) => [it]) },
    { weight: 1, arbitrary: fc.tuple(units, glh).map((it) => it) },
  );
}

/** Every set of units that may be delivered, with which everybody has a pathway, in the order of the units: the first first. */
export function everyPlan(joint: Joint): readonly (readonly number[])[] {
  const needs = joint.takers.map(({ problem, units }) =>
    everyPathway(problem).map((selection) => selection.map((entry) => units[entry] ?? NaN).filter((it) => it !== HELD)),
  );
  const plans: number[][] = [];
  for (let bits = (1 << joint.units.length) - 1; bits >= 0; bits--) {
    const delivered = joint.units.map(({ index }) => index).filter((u) => (bits >> (joint.units.length - 1 - u)) & 1);
    const given = new Set(delivered);
    if (joint.fixed.some((wish, unit) => wish !== null && (wish === 1) !== given.has(unit))) continue;
    if (joint.limits.some(({ weights, most }) => total(delivered, weights) > most)) continue;
    if (needs.every((pathways) => pathways.some((units) => units.every((unit) => given.has(unit)))))
      plans.push(delivered);
  }
  return plans;
}

function total(delivered: readonly number[], weights: readonly number[]): number {
  return delivered.reduce((sum, unit) => sum + (weights[unit] ?? NaN), 0);
}

/** The least that plans come to under goals in their order; null when there is none. */
export function bestOfPlans(joint: Joint): readonly number[] | null {
  let best: readonly number[] | null = null;
  for (const plan of everyPlan(joint)) {
    const values = joint.goals.map(({ weights, constant }) => constant + total(plan, weights));
    if (best === null || isLess(values, best)) best = values;
  }
  return best;
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at >= 0 && (a[at] ?? NaN) < (b[at] ?? NaN);
}
