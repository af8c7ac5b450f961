import type { CohortMethods } from './answers.js';
import { desksOf, type Answered, type CohortAim } from './desks.js';
import type { CohortForm } from './input/form.js';
import { readCohortBlock } from './input/input.js';
import type { CohortLearner, CohortProblem } from './input/item.js';
import { fingerprint } from './input/repeats.js';

/** A block of lines to answer. Learners up to and including `after` are left alone. */
export interface BlockTask {
  readonly bytes: Uint8Array;
  readonly form: CohortForm;
  readonly after: string | null;
}

/** How a learner can have been answered; a record holds the place in this list. */
export const STATUSES = ['optimal', 'feasible', 'infeasible', 'unknown', 'disputed'] as const;

/** How many numbers there are to a learner: both halves of the fingerprint, the line in the block, the status, the lines written. */
export const RECORD = 5;

/** The answers to a block, in a form that can be sent between threads. */
export interface BlockAnswers {
  /** The lines of each learner answered, one after the other. */
  readonly bytes: Uint8Array;
  readonly records: Int32Array;
  /** What was not answered, each with how many learners were answered before. */
  readonly problems: readonly { readonly after: number; readonly problem: CohortProblem }[];
  /** What is worth knowing of learners who are answered all the same, each with how many were answered before. */
  readonly remarks: readonly { readonly after: number; readonly problem: CohortProblem }[];
  /** How many lines the block has. */
  readonly lines: number;
  /** Whether it was halted before its end. */
  readonly cutShort: boolean;
}

/** Answers block after block, one at a time; `halted` is looked at now and then. */
export type AnswerBlock = (task: BlockTask, halted: () => boolean) => Promise<BlockAnswers>;

/** How long, in milliseconds, a block may keep a thread from noticing anything else. */
const LONGEST_BREATH = 50;

/**
 * Prepares to answer the blocks of a cohort. Now and then `pause` lets whatever else the thread has to do come in between.
 * Learners who say when they registered are answered by the version of that day, where a qualification has several.
 */
export function createBlockAnswerer(
  aim: CohortAim,
  methods: CohortMethods,
  pause: () => Promise<void> = pauseByTimer,
): AnswerBlock {
  const deskOf = desksOf(aim, methods);
  return async ({ bytes, form, after }, halted) => {
    const { items, lines } = readCohortBlock(bytes, form);
    const start = 1 + (after === null ? -1 : items.findIndex((it) => it.kind === 'learner' && it.learner === after));
    const collected = new Collected(lines);
    let breath = performance.now();
    for (const item of start === 0 ? items : items.slice(start)) {
      const desk = item.kind === 'problem' ? item : deskOf(item);
      if ('kind' in desk) collected.problem(desk);
      else if (item.kind === 'learner') {
        collected.remark(desk.check(item));
        const answered = desk.answer(item);
        collected.learner(item, answered instanceof Promise ? await answered : answered);
      }
      if (performance.now() - breath < LONGEST_BREATH) continue;
      await pause();
      if (halted()) return collected.end(true);
      breath = performance.now();
    }
    return collected.end(false);
  };
}

function pauseByTimer(): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, 0));
}

class Collected {
  readonly #lines: number;
  readonly #records: number[] = [];
  readonly #problems: { readonly after: number; readonly problem: CohortProblem }[] = [];
  readonly #remarks: { readonly after: number; readonly problem: CohortProblem }[] = [];
  #text = '';

  constructor(lines: number) {
    this.#lines = lines;
  }

  learner({ learner, line }: CohortLearner, answered: Answered): void {
    const { first, second } = fingerprint(learner);
    this.#records.push(first, second, line, STATUSES.indexOf(answered.status), answered.lines);
    this.#text += answered.text;
  }

  problem(problem: CohortProblem): void {
    this.#problems.push({ after: this.#records.length / RECORD, problem });
  }

  remark(problems: readonly CohortProblem[]): void {
    for (const problem of problems) this.#remarks.push({ after: this.#records.length / RECORD, problem });
  }

  end(cutShort: boolean): BlockAnswers {
    const bytes = new TextEncoder().encode(this.#text);
    const records = Int32Array.from(this.#records);
    return { bytes, records, problems: this.#problems, remarks: this.#remarks, lines: this.#lines, cutShort };
  }
}
