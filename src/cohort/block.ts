import type { Problem } from '../domain/problem.js';
import { openCohort, type CohortAnswer, type CohortMethods } from './answers.js';
import { bestWayOf, type LearnerAnswer } from './best-way.js';
import { creditCheckOf, type CreditCheck } from './credits.js';
import { holdingsOf } from './holdings.js';
import type { CohortForm } from './input/form.js';
import { readCohortBlock } from './input/input.js';
import type { CohortLearner, CohortProblem } from './input/item.js';
import { fingerprint } from './input/repeats.js';
import { cohortLineOf } from './line.js';
import { versionFor, withoutVersion, withVersion, type CohortVersion } from './versions.js';

/** A block of lines to answer. Learners up to and including `after` are left alone. */
export interface BlockTask {
  readonly bytes: Uint8Array;
  readonly form: CohortForm;
  readonly after: string | null;
}

/** How a learner can have been answered; a record holds the place in this list. */
export const STATUSES = ['optimal', 'feasible', 'infeasible', 'unknown', 'disputed'] as const;

/** How many numbers there are to a learner: both halves of the fingerprint, the line in the block, the status. */
export const RECORD = 4;

/** The answers to a block, in a form that can be sent between threads. */
export interface BlockAnswers {
  /** One line for each learner answered. */
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

/** Answers a learner, and says what is to be told besides. */
interface Desk {
  readonly answer: (learner: CohortLearner) => Answered | Promise<Answered>;
  readonly check: CreditCheck;
}

/** The desk that a learner belongs to, or why there is none. */
type Desks = (learner: CohortLearner) => Desk | CohortProblem;

/**
 * Prepares to answer the blocks of a cohort on a problem. Now and then `pause` lets whatever else the thread has to do
 * come in between. With `versions`, learners who say when they registered are answered by the version of that day.
 */
export function createBlockAnswerer(
  problem: Problem,
  methods: CohortMethods,
  pause: () => Promise<void> = pauseByTimer,
  versions: readonly CohortVersion[] = [],
): AnswerBlock {
  const deskOf = versions.length === 0 ? oneDesk(problem, methods) : desksByVersion(problem, versions, methods);
  return async ({ bytes, form, after }, halted) => {
    const { items, lines } = readCohortBlock(bytes, form);
    const start = 1 + (after === null ? -1 : items.findIndex((it) => it.kind === 'learner' && it.learner === after));
    const collected = new Collected(lines);
    let breath = performance.now();
    for (const item of start === 0 ? items : items.slice(start)) {
      const desk = item.kind === 'problem' ? item : deskOf(item);
      if ('kind' in desk) collected.problem(desk);
      else if (item.kind === 'learner') {
        if (item.credits !== undefined) collected.remark(desk.check(item));
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

function oneDesk(problem: Problem, methods: CohortMethods): Desks {
  const desk = { answer: createLearnerAnswerer(problem, methods), check: creditCheckOf(problem.qualification) };
  return () => desk;
}

/** A version is prepared when its first learner comes. */
function desksByVersion(problem: Problem, versions: readonly CohortVersion[], methods: CohortMethods): Desks {
  const known = new Map<CohortVersion, Desk>();
  const asked = versions.find((it) => it.problem.qualification.specification === problem.qualification.specification);
  if (asked === undefined) throw new Error('a cohort asks for a version that its model does not have');
  const deskOf = (version: CohortVersion): Desk => {
    const desk = known.get(version) ?? deskOfVersion(version, methods);
    known.set(version, desk);
    return desk;
  };
  return (learner) => {
    const { registeredOn } = learner;
    if (registeredOn === undefined) return deskOf(asked);
    const version = versionFor(versions, registeredOn);
    return version === null ? withoutVersion(learner, registeredOn) : deskOf(version);
  };
}

function deskOfVersion({ problem, name }: CohortVersion, methods: CohortMethods): Desk {
  const answer = createLearnerAnswerer(problem, methods);
  const named = (answered: Answered): Answered => ({ ...answered, line: withVersion(answered.line, name) });
  return {
    answer: (learner) => {
      const answered = answer(learner);
      return answered instanceof Promise ? answered.then(named) : named(answered);
    },
    check: creditCheckOf(problem.qualification),
  };
}

function pauseByTimer(): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, 0));
}

/** The line of a learner, with its line end, and how it came out. */
export interface Answered {
  readonly line: string;
  readonly status: CohortAnswer['status'];
}

/** Answers one learner after the other, each with a line of JSON. */
export function createLearnerAnswerer(
  problem: Problem,
  methods: CohortMethods,
): (learner: Pick<CohortLearner, 'learner' | 'held'>) => Answered | Promise<Answered> {
  const answer = bestWayOf(problem, openCohort(problem, methods));
  const holdings = holdingsOf(problem.qualification);
  const lineOf = cohortLineOf(problem);
  return ({ learner, held }) => {
    const using = holdings(held);
    const write = (it: LearnerAnswer): Answered => {
      return { line: lineOf(learner, it.held, it.answer, using.unknown), status: it.answer.status };
    };
    const answered = answer(using);
    return answered instanceof Promise ? answered.then(write) : write(answered);
  };
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
    this.#records.push(first, second, line, STATUSES.indexOf(answered.status));
    this.#text += answered.line;
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
