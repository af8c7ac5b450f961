import { buildDiagram } from '../../diagram/build/build.js';
import type { Diagram } from '../../diagram/diagram.js';
import { countUnitSets } from '../../diagram/query/count-units.js';
import { kBest } from '../../diagram/query/k-best.js';
import { optimiserOf } from '../../diagram/query/shortest.js';
import { unitNumbers } from '../../diagram/query/units.js';
import { itemAt } from '../../domain/item-at.js';
import type { Contestant, Prepared } from '../contestant.js';
import type { Costs, Reply, Task } from '../task.js';

/** Our own: every pathway of the rule in one graph, built once and swept once a question. */
export const DIAGRAM: Contestant = {
  name: 'diagram',
  about: 'the decision diagram of this package: built once for a rule, swept once for a question',
  isProcess: false,
  mostQuestions: Infinity,
  declines: (task) => {
    if (task.kind === 'program') return 'it reads rules and no integer programs';
    return isPlan(task) ? 'it answers for one rule at a time' : null;
  },
  prepare: (task, milliseconds) => {
    if (task.kind === 'program' || isPlan(task)) throw new RangeError('the diagram answers no such task');
    const diagram = buildDiagram(task.problem, { milliseconds });
    return diagram.kind === 'too-large' ? null : preparedOf(diagram, task);
  },
};

type Plans = Extract<Task, { kind: 'plan' | 'seats' }>;

function isPlan(task: Task): task is Plans {
  return task.kind === 'plan' || task.kind === 'seats';
}

function preparedOf(diagram: Diagram, task: Exclude<Task, Plans | { kind: 'program' }>): Prepared {
  switch (task.kind) {
    case 'best': {
      const optimise = optimiserOf(diagram);
      return { solve: (question) => best(optimise, itemAt(task.questions, question)) };
    }
    case 'count':
      return { solve: () => numberOf(countUnitSets(diagram, unitNumbers(task.problem))) };
    case 'k-best':
      return {
        solve: () => {
          const found = kBest(diagram, [{ sense: 'minimise', amounts: task.costs }], task.k);
          return { status: 'values', values: found.map(({ values }) => itemAt(values, 0)) };
        },
      };
  }
}

function best(optimise: ReturnType<typeof optimiserOf>, amounts: Costs): Reply {
  const optimum = optimise([{ sense: 'minimise', amounts }]);
  if (optimum === null) return { status: 'infeasible' };
  return { status: 'best', value: itemAt(optimum.values, 0), selection: optimum.selection };
}

function numberOf(number: bigint | null): Reply {
  return number === null ? { status: 'limit' } : { status: 'number', number };
}
