import { Worker } from 'node:worker_threads';
import type { LinearProgram } from '../program/linear-program.js';
import type { Isolate } from '../solvers/hard-stop.js';
import type { BackendName } from '../solvers/solver-name.js';
import type { Limits, SolverOutcome } from '../solvers/solver.js';

/** What is sent to the worker thread. */
export interface SolveQuestion {
  readonly backend: BackendName;
  readonly program: LinearProgram;
  readonly limits: Limits;
}

/** Worker threads that solve programs, and the way to be rid of them. */
export interface SolverIsolation {
  readonly isolate: Isolate;
  /** Ends every thread; a question that is still open is answered `failed`. */
  readonly close: () => Promise<void>;
}

/** How a thread is started and how long it may overrun its limits before it is killed. */
export interface IsolationOptions {
  readonly worker?: URL;
  readonly graceMilliseconds?: number;
}

const WORKER = new URL('./solver-worker.js', import.meta.url);

/** Covers starting a thread and loading a solver in it, which the solver's own limit knows nothing of. */
const GRACE_MILLISECONDS = 1000;

/** The longest wait that a timer can hold: about 25 days. */
const LONGEST_WAIT = 2 ** 31 - 1;

/**
 * Solves programs in worker threads, which are killed when they overrun their limits by the grace. A thread that has
 * answered is kept for the next question and does not keep the process alive.
 *
 * @example
 * ```ts
 * import { openText } from 'qualpath';
 * import { createSolverIsolation } from 'qualpath/node';
 *
 * const model = `
 * title: Small
 * units: units.csv
 * groups: { A: Units }
 * rule:
 *   - at least 3 credits
 * `;
 * const units = 'group,ref,title,level,credit,glh\nA,X 1,One,2,3,24\nA,X 2,Two,2,3,20\n';
 * const { isolate, close } = createSolverIsolation();
 * const best = await openText({ model, units, isolate }).pathway({ solver: 'highs', timeLimit: 5 });
 * await close();
 * console.log(best.status); // optimal
 * ```
 */
export function createSolverIsolation(options: IsolationOptions = {}): SolverIsolation {
  const { worker: url = WORKER, graceMilliseconds = GRACE_MILLISECONDS } = options;
  const threads = new Threads(url);
  const isolate: Isolate = async (backend, program, limits) => {
    const thread = threads.take();
    // A signal cannot be sent to a thread: whoever gives it has the thread ended.
    const { stop, ...own } = limits;
    const reply = await ask(thread, { backend, program, limits: own }, own.milliseconds + graceMilliseconds, stop);
    if (reply.kind === 'answer') {
      threads.keep(thread);
      return reply.outcome;
    }
    await thread.terminate();
    return { by: backend, ...withoutAnswer(reply) };
  };
  return { isolate, close: () => threads.close() };
}

/** The threads there are, and which of them have nothing to do. */
class Threads {
  readonly #url: URL;
  readonly #all = new Set<Worker>();
  readonly #idle = new Set<Worker>();

  constructor(url: URL) {
    this.#url = url;
  }

  /** A thread with nothing to do, started if there is none; the process waits for it. */
  take(): Worker {
    const [thread = this.#start()] = this.#idle;
    this.#idle.delete(thread);
    thread.ref();
    return thread;
  }

  /** Keeps a thread for later; the process does not wait for it. */
  keep(thread: Worker): void {
    thread.unref();
    this.#idle.add(thread);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#all].map((thread) => thread.terminate()));
  }

  #start(): Worker {
    const thread = new Worker(this.#url);
    this.#all.add(thread);
    const forget = () => {
      this.#all.delete(thread);
      this.#idle.delete(thread);
    };
    return thread.on('error', forget).on('exit', forget);
  }
}

type Reply =
  | { readonly kind: 'answer'; readonly outcome: SolverOutcome }
  | { readonly kind: 'overrun' }
  | { readonly kind: 'death'; readonly reason: string };

/** Puts a question and waits for the first that comes: an answer, the end of the thread, or the end of patience. */
function ask(thread: Worker, question: SolveQuestion, milliseconds: number, stop?: AbortSignal): Promise<Reply> {
  return new Promise((resolve) => {
    const settle = (reply: Reply) => {
      clearTimeout(timer);
      stop?.removeEventListener('abort', onStop);
      thread.off('message', onMessage).off('error', onError).off('exit', onExit);
      resolve(reply);
    };
    const onMessage = (outcome: SolverOutcome) => settle({ kind: 'answer', outcome });
    const onError = (error: unknown) => settle({ kind: 'death', reason: String(error) });
    const onExit = (code: number) => settle({ kind: 'death', reason: `its thread ended with code ${code}` });
    const onStop = () => settle({ kind: 'overrun' });
    stop?.addEventListener('abort', onStop);
    const timer = setTimeout(() => settle({ kind: 'overrun' }), Math.min(milliseconds, LONGEST_WAIT));
    thread.on('message', onMessage).on('error', onError).on('exit', onExit);
    thread.postMessage(question, []);
  });
}

function withoutAnswer(reply: Exclude<Reply, { kind: 'answer' }>): SolverOutcome {
  if (reply.kind === 'overrun') return { status: 'unknown', limit: 'time' };
  return { status: 'failed', reason: reply.reason };
}
