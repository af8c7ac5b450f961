import type { Contestant } from './contestant.js';
import { madeUpProblem } from './made-up.js';
import { isAnswer } from './judge.js';
import { spreadOf } from './statistics.js';
import type { Task } from './task.js';
import { takeTurn, type Meter } from './turn.js';

/** Milliseconds for a question that takes no thought: what a contestant costs by being asked at all. */
export interface StartUp {
  /** The very first time in this process: with whatever has to be loaded. */
  readonly cold: number;
  /** The middle of three more times; for a process that is another start. */
  readonly warm: number;
}

const WARM_RUNS = 3;

const LIMITS = { milliseconds: 60_000 };

/** The start-up of a contestant; null where it cannot answer even this. */
export async function startUpOf(contestant: Contestant, meter: Meter): Promise<StartUp | null> {
  const task = tinyTasks().find((it) => contestant.declines(it) === null);
  if (task === undefined) return null;
  const times: number[] = [];
  for (let run = 0; run <= WARM_RUNS; run++) {
    const { replies, times: turn } = await takeTurn(contestant, task, LIMITS, meter);
    if (!replies.every(isAnswer)) return null;
    times.push(turn.build + turn.first);
  }
  const [cold = Number.NaN, ...warm] = times;
  return { cold, warm: spreadOf(warm).median };
}

function tinyTasks(): readonly Task[] {
  const units = [1, 2].map((index) => ({ group: 'A', ref: `U ${index}`, level: 3, credit: 5, glh: 10 * index }));
  const problem = madeUpProblem(units, ['at least 5 credits']);
  return [
    { kind: 'best', problem, questions: [[10, 20]] },
    { kind: 'count', problem },
  ];
}
