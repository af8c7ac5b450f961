import type { Reply, Task } from './task.js';

/** A task made ready by a contestant, once for all of its questions. */
export interface Prepared {
  /** The answer to the question at that position, within so many milliseconds. */
  readonly solve: (question: number, milliseconds: number) => Reply | Promise<Reply>;
}

/** Somebody who answers tasks. */
export interface Contestant {
  readonly name: string;
  /** What it is, in a sentence. */
  readonly about: string;
  /** Whether every answer starts a process, which is a part of its times. */
  readonly isProcess: boolean;
  /** How many questions of one rule it is asked at most; a process is asked few, as each costs a start. */
  readonly mostQuestions: number;
  /** Why it cannot answer such a task; null when it can. */
  readonly declines: (task: Task) => string | null;
  /** Makes the task ready: what is done once, however many questions follow. Null when that came to the limit. */
  readonly prepare: (task: Task, milliseconds: number) => Prepared | null | Promise<Prepared | null>;
}
