import type { Contestant } from './contestant.js';
import { checkerOf } from './check-reply.js';
import { isAnswer } from './judge.js';
import { questionCount, type Reply, type Task } from './task.js';

/** The clocks of a run, in milliseconds that never go back. */
export interface Meter {
  readonly wall: () => number;
  /** Time that the processor has worked for this process and the children that have ended; null where nobody knows. */
  readonly processor: () => number | null;
}

/** The milliseconds of one turn: one contestant, one instance. */
export interface TurnTimes {
  /** From the rule to a diagram, or to the rows of a program. */
  readonly build: number;
  /** The first question, after the build. */
  readonly first: number;
  /** The check of the first answer, with what it takes to make ready for it. */
  readonly check: number;
  /** Each next question and the check of its answer; null when there was one question. */
  readonly next: number | null;
  readonly nextCheck: number | null;
  /** Processor time of the whole turn. */
  readonly processor: number | null;
}

/** What came of a turn. `fault` is what was found wrong with a reply by itself. */
export interface Turn {
  readonly replies: readonly Reply[];
  readonly fault: string | null;
  readonly times: TurnTimes;
}

/** How long a turn may take. */
export interface TurnLimits {
  /** For the build and the first question together, and for each next question. */
  readonly milliseconds: number;
}

/** Has a contestant make a task ready, answer its first question and then as many of the others as it is asked. */
export async function takeTurn(contestant: Contestant, task: Task, limits: TurnLimits, meter: Meter): Promise<Turn> {
  const processor = meter.processor();
  const started = meter.wall();
  const prepared = await contestant.prepare(task, limits.milliseconds);
  const built = meter.wall();
  const left = limits.milliseconds - (built - started);
  const one = prepared === null || left <= 0 ? NOTHING : await prepared.solve(0, left);
  const solved = meter.wall();
  const check = checkerOf(task);
  const fault = check(one, 0);
  const checked = meter.wall();
  const times = { build: built - started, first: solved - built, check: checked - solved };
  const more = Math.min(questionCount(task), contestant.mostQuestions) - 1;
  const rest =
    prepared === null || more === 0 || !isAnswer(one) ? null : await askRest(prepared, check, more, limits, meter);
  return {
    replies: [one, ...(rest?.replies ?? [])],
    fault: fault ?? rest?.fault ?? null,
    times: {
      ...times,
      next: rest?.next ?? null,
      nextCheck: rest?.nextCheck ?? null,
      processor: spent(processor, meter),
    },
  };
}

const NOTHING: Reply = { status: 'limit' };

function spent(before: number | null, { processor }: Meter): number | null {
  const now = processor();
  return before === null || now === null ? null : now - before;
}

interface Rest extends Pick<Turn, 'replies' | 'fault'> {
  readonly next: number;
  readonly nextCheck: number;
}

/** All questions in one block and then all checks, so that the clock is looked at four times and not at every question. */
async function askRest(
  { solve }: NonNullable<Awaited<ReturnType<Contestant['prepare']>>>,
  check: ReturnType<typeof checkerOf>,
  more: number,
  { milliseconds }: TurnLimits,
  { wall }: Meter,
): Promise<Rest> {
  const replies: Reply[] = [];
  const started = wall();
  for (let question = 1; question <= more; question++) {
    const reply = solve(question, milliseconds);
    // Who answers at once is not made to wait for a turn of the event loop.
    replies.push(reply instanceof Promise ? await reply : reply);
  }
  const solved = wall();
  let fault: string | null = null;
  for (const [at, reply] of replies.entries()) fault ??= check(reply, at + 1);
  return { replies, fault, next: (solved - started) / more, nextCheck: (wall() - solved) / more };
}
