import { checkPlan } from '../delivery/check-plan.js';
import { sumOver } from '../delivery/joint.js';
import { measureOf } from '../delivery/seats/run-measure.js';
import { checkSeats } from '../delivery/seats/seat-check.js';
import { prepareEvaluator } from '../evaluate/prepare-evaluator.js';
import { describeViolation, findViolations, valueAt } from '../program/feasibility.js';
import { itemAt } from '../domain/item-at.js';
import { costOf } from './contestants/task-program.js';
import type { Reply, Task } from './task.js';

/** What is wrong with a reply by itself, without asking anybody else; null when nothing is. */
export type ReplyCheck = (reply: Reply, question: number) => string | null;

/**
 * Makes ready to check replies to a task, whoever gives them: a pathway is put to the evaluator and its cost added up
 * anew, a point is put to the rows of the program.
 */
export function checkerOf(task: Task): ReplyCheck {
  if (task.kind === 'program') return (reply) => checkPoint(task, reply);
  if (task.kind === 'plan') return (reply) => checkPlanned(task, reply);
  if (task.kind === 'seats') return (reply) => checkSeated(task, reply);
  if (task.kind !== 'best') return () => null;
  const holds = prepareEvaluator(task.problem);
  const counted = new Uint8Array(task.problem.entries.length);
  return (reply, question) => {
    if (reply.status !== 'best') return null;
    counted.fill(0);
    for (const index of reply.selection) counted[index] = 1;
    if (!holds(counted)) return 'it names a selection that the evaluator refuses';
    const value = costOf(reply.selection, itemAt(task.questions, question));
    return value === reply.value ? null : `it says ${reply.value} of a pathway that costs ${value}`;
  };
}

function checkPoint({ program }: Extract<Task, { kind: 'program' }>, reply: Reply): string | null {
  if (reply.status !== 'point') return null;
  const [violation] = findViolations(program, reply.point);
  if (violation !== undefined) return `its point breaks the program: ${describeViolation(violation)}`;
  const value = valueAt(program.objective, reply.point);
  return value === reply.value ? null : `it says ${reply.value} of a point that is worth ${value}`;
}

function checkPlanned({ joint }: Extract<Task, { kind: 'plan' }>, reply: Reply): string | null {
  if (reply.status !== 'plan') return null;
  const checked = checkPlan(joint, reply.plan);
  if (!checked.ok) return `its plan does not stand: ${checked.faults.join('; ')}`;
  const value = sumOver(reply.plan.delivered, itemAt(joint.goals, 0).weights);
  return value === reply.value ? null : `it says ${reply.value} of a plan that comes to ${value}`;
}

function checkSeated({ seated }: Extract<Task, { kind: 'seats' }>, reply: Reply): string | null {
  if (reply.status !== 'seats') return null;
  const checked = checkSeats(seated, reply.plan);
  if (!checked.ok) return `its plan does not stand: ${checked.faults.join('; ')}`;
  const value = measureOf(seated.goal, reply.plan.runs, seated.kept);
  return value === reply.value ? null : `it says ${reply.value} of a plan that comes to ${value}`;
}
