import { compile, selectionOf } from '../../compile/compile.js';
import type { Selection } from '../../domain/problem.js';
import { valueAt } from '../../program/feasibility.js';
import type { LinearProgram } from '../../program/linear-program.js';
import type { RawAnswer, Search } from '../../solvers/backend.js';
import { roundPoint } from '../../solvers/rounding.js';
import type { Contestant, Prepared } from '../contestant.js';
import type { Reply, Task } from '../task.js';
import { planTaskProgram, type PlanTask } from './plan-programs.js';
import { costOf, taskPrograms, withCosts } from './task-program.js';

/** What sets a contestant that is asked in integer programs apart from the others. */
export interface ProgramContestant extends Pick<Contestant, 'name' | 'about' | 'isProcess' | 'mostQuestions'> {
  /** The search by itself: what it says is checked by the runner, and that is timed apart. */
  readonly search: Search;
}

type Asked = Exclude<Task, { kind: 'count' | 'plan' | 'seats' }>;

/** A contestant that is asked in integer programs; the k best it finds one after the other, each time without those known. */
export function byProgram({ search, ...words }: ProgramContestant): Contestant {
  return {
    ...words,
    declines: (task) => (task.kind === 'count' ? 'an integer program asks for one point and counts none' : null),
    prepare: (task) => {
      if (task.kind === 'count') throw new RangeError('a program does not count');
      if (task.kind === 'plan' || task.kind === 'seats') return planPrepared(task, search);
      return task.kind === 'k-best' ? kBestPrepared(task, search) : prepared(task, search);
    },
  };
}

function prepared(task: Exclude<Asked, { kind: 'k-best' }>, search: Search): Prepared {
  const { programOf } = taskPrograms(task);
  return {
    solve: async (question, milliseconds) => {
      const program = programOf(question);
      return replyOf(task, question, program, await search(program, { milliseconds }));
    },
  };
}

/** A plan is asked for by its presolved program: to make that is a part of the build. */
function planPrepared(task: PlanTask, search: Search): Prepared {
  const asked = planTaskProgram(task);
  return {
    solve: async (_, milliseconds) => {
      if (asked === null) return { status: 'infeasible' };
      const answer = await search(asked.program, { milliseconds });
      if (answer.status !== 'optimal') return unanswered(answer);
      const rounded = roundPoint(answer.values);
      if (!rounded.ok) return { status: 'failed', why: `x${rounded.column} = ${rounded.value} is no whole number` };
      return asked.replyAt(rounded.point);
    },
  };
}

function replyOf(task: Asked, question: number, program: LinearProgram, answer: RawAnswer): Reply {
  if (answer.status !== 'optimal') return unanswered(answer);
  const rounded = roundPoint(answer.values);
  if (!rounded.ok) return { status: 'failed', why: `x${rounded.column} = ${rounded.value} is no whole number` };
  const { point } = rounded;
  if (task.kind !== 'best') return { status: 'point', value: valueAt(program.objective, point), point };
  const selection = selectionOf(task.problem, point);
  const costs = task.questions[question];
  if (costs === undefined) throw new RangeError(`there is no question ${question}`);
  return { status: 'best', value: costOf(selection, costs), selection };
}

function unanswered(answer: Exclude<RawAnswer, { status: 'optimal' }>): Reply {
  switch (answer.status) {
    case 'infeasible':
      return { status: 'infeasible' };
    case 'failed':
      return { status: 'failed', why: answer.reason };
    case 'unknown':
      return answer.limit === 'size'
        ? { status: 'failed', why: 'the program is too large for it' }
        : { status: 'limit' };
    case 'feasible':
      return { status: 'limit' };
  }
}

function kBestPrepared(task: Extract<Task, { kind: 'k-best' }>, search: Search): Prepared {
  return {
    solve: async (_, milliseconds) => {
      const deadline = performance.now() + milliseconds;
      const excluded: Selection[] = [];
      const values: number[] = [];
      while (values.length < task.k) {
        const left = deadline - performance.now();
        if (left <= 0) return { status: 'limit' };
        const rows = compile(task.problem, { sense: 'minimise', terms: [] }, { excluded });
        const program = withCosts(rows, task.costs);
        const answer = await search(program, { milliseconds: left });
        if (answer.status === 'infeasible') return { status: 'values', values };
        if (answer.status !== 'optimal') return unanswered(answer);
        const rounded = roundPoint(answer.values);
        if (!rounded.ok) return { status: 'failed', why: 'its answer is no whole-numbered point' };
        const selection = selectionOf(task.problem, rounded.point);
        excluded.push(selection);
        values.push(costOf(selection, task.costs));
      }
      return { status: 'values', values };
    },
  };
}
