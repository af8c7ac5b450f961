import type { DeliveryProgress } from '../../src/index.js';
import type { Questions } from './worker.js';

/** What one asks by a name, without what the worker adds itself. */
type Given<K extends keyof Questions> = Questions[K] extends (...given: infer G) => unknown
  ? G extends [...infer Own, (progress: DeliveryProgress) => void]
    ? Own
    : G
  : never;
type Answered<K extends keyof Questions> = Awaited<ReturnType<Questions[K]>>;

interface Waiting {
  readonly settle: (answer: unknown) => void;
  readonly refuse: (error: Error) => void;
  readonly heard: ((progress: DeliveryProgress) => void) | undefined;
  readonly since: number;
}

interface Reply {
  readonly number: number;
  readonly answer?: unknown;
  readonly failure?: string;
  readonly progress?: DeliveryProgress;
}

/** A question that nobody waits for any more. */
export class Outdated extends Error {}

/** Milliseconds after which a worker that is still at a question nobody waits for is given up for a new one. */
const PATIENCE = 60;

/** A worker that is begun with the first question, and replaced where it is busy with what nobody waits for. */
export class Engine {
  readonly #start: Promise<() => Worker>;
  #worker: Promise<Worker> | null = null;
  #waiting = new Map<number, Waiting>();
  #number = 0;

  /** `start` makes workers, once what they run has been unpacked; until then questions wait. */
  constructor(start: Promise<() => Worker>) {
    this.#start = start;
  }

  /** Asks; `heard` is told how far a search has come. */
  ask<K extends keyof Questions>(
    name: K,
    given: Given<K>,
    heard?: (progress: DeliveryProgress) => void,
  ): Promise<Answered<K>> {
    this.#number += 1;
    const number = this.#number;
    return new Promise((settle, refuse) => {
      this.#waiting.set(number, {
        settle: settle as (answer: unknown) => void,
        refuse,
        heard,
        since: performance.now(),
      });
      this.#worker ??= this.#begin();
      void this.#post(this.#worker, { number, name, given });
    });
  }

  /** Asks a search to end with what it has found. */
  stop(): void {
    void this.#worker?.then((worker) => worker.postMessage('stop'));
  }

  /** Whether something is being answered. */
  get busy(): boolean {
    return this.#waiting.size > 0;
  }

  /** Drops all that is being answered; a worker that has been at it for long is stopped. */
  drop(): void {
    const [first] = this.#waiting.values();
    if (first === undefined) return;
    const all = [...this.#waiting.values()];
    this.#waiting = new Map();
    if (performance.now() - first.since > PATIENCE) {
      void this.#worker?.then((worker) => worker.terminate());
      this.#worker = null;
    }
    for (const { refuse } of all) refuse(new Outdated('a newer question was asked'));
  }

  /** What nobody waits for any more when its worker is ready is not asked. */
  async #post(
    ready: Promise<Worker>,
    message: { readonly number: number; readonly name: string; readonly given: unknown },
  ): Promise<void> {
    const worker = await ready;
    if (this.#waiting.has(message.number)) worker.postMessage(message);
  }

  async #begin(): Promise<Worker> {
    const worker = (await this.#start)();
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      const waiting = this.#waiting.get(data.number);
      if (waiting === undefined) return;
      if (data.progress !== undefined) {
        waiting.heard?.(data.progress);
        return;
      }
      this.#waiting.delete(data.number);
      if (data.failure === undefined) waiting.settle(data.answer);
      else waiting.refuse(new Error(data.failure));
    });
    worker.addEventListener('error', (event) => {
      const all = [...this.#waiting.values()];
      this.#waiting = new Map();
      for (const { refuse } of all) refuse(new Error(event.message));
    });
    return worker;
  }
}
