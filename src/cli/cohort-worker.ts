/**
 * The worker thread of cohort-threads: loads the question it is given once, then answers one block after the other.
 * Whatever is wrong with the question has been told by the thread that started this one.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { BlockTask } from '../cohort/block.js';
import { openQuestion, type CohortQuestion } from './cohort-question.js';
import type { ToThread } from './cohort-threads.js';

const opened = openQuestion(workerData as CohortQuestion);
if (!opened.ok) throw new Error(opened.issues.map(({ message }) => message).join('\n'));
const { answer } = opened.value;

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
