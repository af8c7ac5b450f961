import type { Problem, Selection } from '../../domain/problem.js';
import { prepareEvaluator } from '../../evaluate/prepare-evaluator.js';
import type { Contestant, Prepared } from '../contestant.js';
import type { Costs, Reply, Task } from '../task.js';
import { selectionOf } from '../../diagram/query/shortest.js';
import { costOf } from './task-program.js';

/** Selections double with every entry: 22 of them are four million. */
const MOST_ENTRIES = 22;

/** Every selection put to the evaluator: the yardstick of what cleverness buys, where there are few units. */
export const BRUTE_FORCE: Contestant = {
  name: 'brute force',
  about: 'every selection put to the evaluator, where there are at most 22 entries',
  isProcess: false,
  mostQuestions: 1,
  declines: (task) => {
    if (task.kind !== 'best' && task.kind !== 'count') return 'it looks for single pathways and counts them';
    return task.problem.entries.length > MOST_ENTRIES ? 'there are too many selections' : null;
  },
  prepare: (task) => {
    if (task.kind !== 'best' && task.kind !== 'count') throw new RangeError('brute force answers no such task');
    return preparedOf(task);
  },
};

function preparedOf(task: Extract<Task, { kind: 'best' | 'count' }>): Prepared {
  const holds = prepareEvaluator(task.problem);
  const everyPathway = (see: (counted: Uint8Array) => void, until: number): boolean =>
    walk(task.problem, (counted) => holds(counted) && see(counted), until);
  if (task.kind === 'count') return { solve: (_, milliseconds) => countAll(everyPathway, milliseconds) };
  return {
    solve: (question, milliseconds) => {
      const costs = task.questions[question];
      if (costs === undefined) throw new RangeError(`there is no question ${question}`);
      return cheapest(everyPathway, costs, milliseconds);
    },
  };
}

type Walk = (see: (counted: Uint8Array) => void, until: number) => boolean;

function countAll(everyPathway: Walk, milliseconds: number): Reply {
  let number = 0;
  const done = everyPathway(() => (number += 1), performance.now() + milliseconds);
  return done ? { status: 'number', number: BigInt(number) } : { status: 'limit' };
}

function cheapest(everyPathway: Walk, costs: Costs, milliseconds: number): Reply {
  let best: { readonly selection: Selection; readonly value: number } | null = null;
  const see = (counted: Uint8Array): void => {
    const selection = selectionOf(counted);
    const value = costOf(selection, costs);
    if (best === null || value < best.value) best = { selection, value };
  };
  if (!everyPathway(see, performance.now() + milliseconds)) return { status: 'limit' };
  return best === null
    ? { status: 'infeasible' }
    : { status: 'best', ...(best as { selection: Selection; value: number }) };
}

const BETWEEN_LOOKS = 4096;

/** Every selection as marks, until the time on the clock; whether it came to the end. */
function walk({ entries }: Problem, see: (counted: Uint8Array) => unknown, until: number): boolean {
  const counted = new Uint8Array(entries.length);
  for (let bits = 0; bits < 2 ** entries.length; bits++) {
    if (bits % BETWEEN_LOOKS === 0 && performance.now() > until) return false;
    for (let at = 0; at < entries.length; at++) counted[at] = (bits >>> at) & 1;
    see(counted);
  }
  return true;
}
