import { compile } from '../../compile/compile.js';
import type { Selection } from '../../domain/problem.js';
import type { LinearProgram, Term } from '../../program/linear-program.js';
import { itemAt } from '../../program/item-at.js';
import type { Costs, Task } from '../task.js';

/** A task as programs: the rows are made once, and a question changes the objective alone. */
export interface TaskPrograms {
  readonly programOf: (question: number) => LinearProgram;
}

/** The programs of a task that programs can answer. */
export function taskPrograms(task: Exclude<Task, { kind: 'count' | 'plan' | 'seats' }>): TaskPrograms {
  switch (task.kind) {
    case 'program':
      return { programOf: () => task.program };
    case 'best': {
      const rows = compile(task.problem, { sense: 'minimise', terms: [] });
      return { programOf: (question) => withCosts(rows, itemAt(task.questions, question)) };
    }
    case 'k-best': {
      const rows = compile(task.problem, { sense: 'minimise', terms: [] });
      return { programOf: () => withCosts(rows, task.costs) };
    }
  }
}

/** The program with other costs of its entries, to be minimised. */
export function withCosts(program: LinearProgram, costs: Costs): LinearProgram {
  const terms: Term[] = [];
  for (const [column, factor] of costs.entries()) if (factor !== 0) terms.push({ column, factor });
  return { ...program, sense: 'minimise', objective: { terms, constant: 0 } };
}

/** What a selection costs. */
export function costOf(selection: Selection, costs: Costs): number {
  return selection.reduce((sum, index) => sum + itemAt(costs, index), 0);
}
