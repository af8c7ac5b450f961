/**
 * The worker thread of cohort-threads: is told the question once, then answers one block after the other.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { answererOf, type CohortQuestion } from '../ask/answers/cohort.js';
import type { BlockTask } from '../cohort/block.js';
import type { ToThread } from './cohort-threads.js';
import { letOthersIn } from './let-others-in.js';
import { createSolverIsolation } from './solver-isolation.js';

const answer = answererOf(workerData as CohortQuestion, letOthersIn, createSolverIsolation().isolate);

let halted = false;
let turn: Promise<void> = Promise.resolve();

/** One block at a time; a rejected promise here ends the thread with an error, which the other side reports. */
async function reply(task: BlockTask): Promise<void> {
  parentPort?.postMessage(await answer(task, () => halted), []);
}

parentPort?.on('message', (message: ToThread) => {
  if (message === 'halt') halted = true;
  else turn = turn.then(() => reply(message));
});
