import { Worker } from 'node:worker_threads';
import type { BlockAnswers, BlockTask } from '../cohort/block.js';
import type { CohortQuestion } from '../ask/answers/cohort.js';

/** What a thread is told: a block to answer, or to leave off as soon as it can. */
export type ToThread = BlockTask | 'halt';

/** Threads that answer blocks of one cohort in turn. */
export interface CohortThreads {
  readonly answer: (task: BlockTask) => Promise<BlockAnswers>;
  readonly halt: () => void;
  readonly close: () => Promise<void>;
}

/** Answers live for one block, so that a larger nursery, in megabytes, would take memory and gain nothing. */
const LIMITS = { maxYoungGenerationSizeMb: 8 };

const WORKER = new URL('./cohort-worker.js', import.meta.url);

/** Starts as many threads as asked for. A block goes to one with the fewest before it, as cores are not equally busy. */
export function openCohortThreads(count: number, question: CohortQuestion): CohortThreads {
  const threads = Array.from({ length: count }, () => new Thread(question));
  return {
    answer: (task) => threads.reduce((least, it) => (it.waiting < least.waiting ? it : least)).answer(task),
    halt: () => threads.forEach((thread) => thread.halt()),
    close: async () => void (await Promise.all(threads.map((thread) => thread.close()))),
  };
}

interface Waiting {
  readonly resolve: (answers: BlockAnswers) => void;
  readonly reject: (reason: Error) => void;
}

/** One thread, which answers in the order in which it is asked. */
class Thread {
  readonly #worker: Worker;
  #waiting: Waiting[] = [];
  #death: Error | null = null;

  constructor(question: CohortQuestion) {
    this.#worker = new Worker(WORKER, { workerData: question, resourceLimits: LIMITS })
      .on('message', (answers: BlockAnswers) => this.#waiting.shift()?.resolve(answers))
      .on('error', (error: unknown) => this.#die(error instanceof Error ? error : new Error(String(error))))
      .on('exit', (code) => this.#die(new Error(`a thread ended with code ${code}`)));
  }

  /** How many blocks are before it. */
  get waiting(): number {
    return this.#waiting.length;
  }

  answer(task: BlockTask): Promise<BlockAnswers> {
    return new Promise((resolve, reject) => {
      if (this.#death !== null) {
        reject(this.#death);
        return;
      }
      this.#waiting.push({ resolve, reject });
      this.#tell(task, [task.bytes.buffer as ArrayBuffer]);
    });
  }

  halt(): void {
    this.#tell('halt', []);
  }

  close(): Promise<number> {
    return this.#worker.terminate();
  }

  #tell(message: ToThread, transfer: readonly ArrayBuffer[]): void {
    this.#worker.postMessage(message, transfer);
  }

  #die(error: Error): void {
    this.#death ??= error;
    for (const { reject } of this.#waiting) reject(this.#death);
    this.#waiting = [];
  }
}
