import type { Problem, Selection } from '../domain/problem.js';
import type { Joint, Plan } from '../delivery/joint.js';
import type { Seated, SeatPlan } from '../delivery/seats/seated.js';
import type { LinearProgram } from '../program/linear-program.js';

/** What each entry costs when it is counted: whole numbers from 0, by the index of the entry. */
export type Costs = readonly number[];

/**
 * What contestants are asked. `best`: for each of the questions, the pathway of least cost; the rule stays the same from
 * one to the next. `count`: how many pathways there are. `k-best`: the costs of the `k` cheapest pathways, ascending.
 * `program`: the best point of an integer program that is no rule at all. `plan`: the units that serve several
 * qualifications, under the first goal; `seats`: the runs that serve learners.
 */
export type Task =
  | { readonly kind: 'best'; readonly problem: Problem; readonly questions: readonly [Costs, ...Costs[]] }
  | { readonly kind: 'count'; readonly problem: Problem }
  | { readonly kind: 'k-best'; readonly problem: Problem; readonly costs: Costs; readonly k: number }
  | { readonly kind: 'program'; readonly program: LinearProgram }
  | { readonly kind: 'plan'; readonly joint: Joint }
  | { readonly kind: 'seats'; readonly seated: Seated };

/** What a contestant says to one question, before anybody has checked it. */
export type Reply =
  | { readonly status: 'best'; readonly value: number; readonly selection: Selection }
  | { readonly status: 'point'; readonly value: number; readonly point: readonly number[] }
  | { readonly status: 'plan'; readonly value: number; readonly plan: Plan }
  | { readonly status: 'seats'; readonly value: number; readonly plan: SeatPlan }
  | { readonly status: 'number'; readonly number: bigint }
  | { readonly status: 'values'; readonly values: readonly number[] }
  | { readonly status: 'infeasible' }
  | { readonly status: 'limit' }
  | { readonly status: 'failed'; readonly why: string };

/** How many questions a task asks. */
export function questionCount(task: Task): number {
  return task.kind === 'best' ? task.questions.length : 1;
}

/** One task of a family; instances of a family come in the order of their size. */
export interface Instance {
  readonly name: string;
  /** How large it is, in what the family grows by, such as units. */
  readonly size: number;
  readonly task: Task;
  /** The answer that is known beforehand, in words, as with a planted optimum. */
  readonly known?: string;
}

/** Instances that have a question in common. */
export interface Family {
  readonly id: string;
  readonly title: string;
  /** What is asked, exactly. */
  readonly statement: string;
  /** What makes it easy or hard, and for whom. */
  readonly analysis: string;
  /** What sizes are counted in, such as "units". */
  readonly growsBy: string;
  /** The instances; a quick run has fewer and smaller ones. The same each time. */
  readonly instances: (quick: boolean) => readonly Instance[];
}
