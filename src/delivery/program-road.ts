import type { Deadline } from '../methods/deadline.js';
import type { Solver } from '../solvers/solver.js';
import type { Incumbent } from './incumbent.js';
import type { Joint, JointGoal } from './joint.js';
import { planProgram } from './plain-program.js';
import { presolve } from './presolve/presolve.js';
import { NOTHING_SETTLED, type RoadEnd } from './split/split-road.js';

/** Goes the road over one presolved integer program; a plan that it finds is put to the incumbent. */
export async function goProgramRoad(
  joint: Joint,
  goal: JointGoal,
  incumbent: Incumbent,
  solver: Solver,
  deadline: Deadline,
  stop: AbortSignal,
): Promise<RoadEnd> {
  const by = solver.name;
  const { program, planAt } = planProgram(joint, { ...goal, constant: 0 });
  const small = presolve(program);
  if (small.kind === 'impossible') return { by, done: true, bound: Infinity, failed: null, settledAt: NOTHING_SETTLED };
  const outcome = await solver.solve(small.program, { milliseconds: Math.max(1, deadline.remaining()), stop });
  const name = outcome.by ?? by;
  switch (outcome.status) {
    case 'failed':
      return { by: name, done: false, bound: -Infinity, failed: outcome.reason, settledAt: NOTHING_SETTLED };
    case 'infeasible':
      return { by: name, done: true, bound: Infinity, failed: null, settledAt: NOTHING_SETTLED };
    case 'unknown':
      return { by: name, done: false, bound: -Infinity, failed: null, settledAt: NOTHING_SETTLED };
    case 'optimal':
    case 'feasible': {
      const { delivered, selections } = planAt(small.lift(outcome.point));
      incumbent.offer(selections, delivered);
      const bound = outcome.status === 'optimal' ? outcome.value : (outcome.bound ?? -Infinity);
      return { by: name, done: outcome.status === 'optimal', bound, failed: null, settledAt: NOTHING_SETTLED };
    }
  }
}
