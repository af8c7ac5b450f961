/*
 * Of all plans that are equally good the first in the order of the units: the one that delivers the first unit on which
 * two of them differ. One program settles the next units, the first of which weighs as much as all later ones together
 * and one more: least of the sum of -2^(k-i) y[u(i)], while every goal is kept at its best.
 */
import type { Solver } from '../solvers/solver.js';
import type { Deadline } from '../methods/deadline.js';
import { itemAt } from '../domain/item-at.js';
import type { Joint, JointLimit, Plan } from './joint.js';
import { planProgram } from './plain-program.js';
import { presolve } from './presolve/presolve.js';

/** How many units one program settles: the largest figure is then 2^18, which every solver compares exactly. */
const UNITS_A_PROGRAM = 18;

/** A plan, and whether it is known to be the first of those that are equally good. */
export interface FirstPlan {
  readonly plan: Plan;
  readonly first: boolean;
}

/** What is known of the equally good plans: their goals as limits, units in which they agree, and one of them. */
export interface EquallyGood {
  readonly holds: readonly JointLimit[];
  readonly settled: readonly (0 | 1 | null)[];
  readonly plan: Plan;
}

/** The first of the plans that keep to `holds`; where a limit ends that, the plan in hand, which is not called the first. */
export async function firstPlan(
  joint: Joint,
  { holds, settled, plan }: EquallyGood,
  solver: Solver,
  deadline: Deadline,
): Promise<FirstPlan> {
  const fixed = joint.fixed.map((wish, unit) => wish ?? settled[unit] ?? null);
  let found = plan;
  for (;;) {
    const open = [...fixed.keys()].filter((unit) => fixed[unit] === null).slice(0, UNITS_A_PROGRAM);
    if (open.length === 0) return { plan: found, first: true };
    if (deadline.passed()) return { plan: found, first: false };
    const next = await settleNext({ ...joint, fixed }, holds, open, solver, deadline);
    if (next === null) return { plan: found, first: false };
    found = next;
    const delivered = new Set(next.delivered);
    for (const unit of open) fixed[unit] = delivered.has(unit) ? 1 : 0;
  }
}

async function settleNext(
  joint: Joint,
  holds: readonly JointLimit[],
  open: readonly number[],
  solver: Solver,
  deadline: Deadline,
): Promise<Plan | null> {
  const weights = joint.units.map(() => 0);
  for (const [at, unit] of open.entries()) weights[unit] = -(2 ** (open.length - 1 - at));
  const { program, planAt } = planProgram(joint, { name: 'order', weights, constant: 0, scale: 1 }, holds);
  const small = presolve(program);
  if (small.kind === 'impossible') return null;
  const outcome = await solver.solve(small.program, { milliseconds: Math.max(1, deadline.remaining()) });
  if (outcome.status !== 'optimal') return null;
  const plan = planAt(small.lift(outcome.point));
  return { ...plan, delivered: plan.delivered.map((unit) => itemAt(joint.units, unit).index) };
}
