import { planProgram } from '../../delivery/plain-program.js';
import { presolve } from '../../delivery/presolve/presolve.js';
import { measureOf } from '../../delivery/seats/run-measure.js';
import { seatProgram } from '../../delivery/seats/seat-program.js';
import { sumOver } from '../../delivery/joint.js';
import { itemAt } from '../../domain/item-at.js';
import type { LinearProgram } from '../../program/linear-program.js';
import type { Reply, Task } from '../task.js';

/** Tasks that are plans. */
export type PlanTask = Extract<Task, { readonly kind: 'plan' | 'seats' }>;

/** The program of a plan, made smaller, and what a point of it says; null where it was seen that there is no plan. */
export interface PlanTaskProgram {
  readonly program: LinearProgram;
  readonly replyAt: (point: readonly number[]) => Reply;
}

/** The presolved program of a task. */
export function planTaskProgram(task: PlanTask): PlanTaskProgram | null {
  const small = presolve(plainProgram(task));
  if (small.kind === 'impossible') return null;
  const { program, lift } = small;
  if (task.kind === 'seats') {
    const { seated } = task;
    const { planAt } = seatProgram(seated);
    return {
      program,
      replyAt: (point) => {
        const plan = planAt(lift(point));
        return { status: 'seats', value: measureOf(seated.goal, plan.runs, seated.kept), plan };
      },
    };
  }
  const goal = itemAt(task.joint.goals, 0);
  const { planAt } = planProgram(task.joint, goal);
  return {
    program,
    replyAt: (point) => {
      const plan = planAt(lift(point));
      return { status: 'plan', value: sumOver(plan.delivered, goal.weights), plan };
    },
  };
}

/** The program of a task as it is written down. */
export function plainProgram(task: PlanTask): LinearProgram {
  if (task.kind === 'seats') return seatProgram(task.seated).program;
  return planProgram(task.joint, { ...itemAt(task.joint.goals, 0), constant: 0 }).program;
}
